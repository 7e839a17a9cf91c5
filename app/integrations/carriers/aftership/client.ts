import { baseUrl, credential, form, JSON_HEADERS } from "../calling/connection";
import { createRegister } from "../calling/register";
import { createTrack } from "../calling/track";
import type { CarrierAdapter, CarrierContext, HttpRequest } from "../port";
import { decodeBody } from "../reading/body";
import { listAt, textAt } from "../reading/values";
import { AFTERSHIP_CARRIERS, parseAfterShip } from "./parse";

/** Numbers in one list request: what a comma list in an address can hold without trouble. */
export const AFTERSHIP_BATCH = 50;
/** "Tracking already exists": what was wanted is so. */
const EXISTS = "4003";

function call(context: CarrierContext, method: HttpRequest["method"], path: string, body?: unknown): HttpRequest {
  const version = credential(context, "version") || "2026-07";
  return {
    method,
    url: `${baseUrl(context.credentials, "https://api.aftership.com")}/tracking/${version}${path}`,
    headers: { ...JSON_HEADERS, "as-api-key": credential(context, "api_key") },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    idempotent: true,
  };
}

export const trackAfterShip = createTrack({
  batch: AFTERSHIP_BATCH,
  request: (queries, context) => call(context, "GET", `/trackings?${form({ tracking_numbers: queries.map((query) => query.number).join(","), limit: "200" })}`),
  parse: parseAfterShip,
});

export const registerAfterShip = createRegister({
  batch: 1,
  request([query], context) {
    const slug = AFTERSHIP_CARRIERS.theirs(query?.carrier ?? null, query?.destinationCountry);
    return call(context, "POST", "/trackings", {
      tracking_number: query?.number,
      ...(slug === null ? {} : { slug }),
      ...(query === undefined || query.destinationPostalCode === null ? {} : { destination_postal_code: query.destinationPostalCode }),
      ...(query === undefined || query.locale === null ? {} : { language: query.locale.slice(0, 2) }),
    });
  },
  read(body) {
    const decoded = decodeBody(body);
    const number = decoded.kind === "json" && textAt(decoded.value, "meta", "code") === EXISTS ? textAt(decoded.value, "data", "tracking_number") : null;
    return number === null ? null : { accepted: [{ number, carrier: null }], problems: [] };
  },
  parse: parseAfterShip,
});

/** AfterShip deletes by its own id, so that the number is looked up first; what it does not have is ended already. */
export const unregisterAfterShip: NonNullable<CarrierAdapter["unregister"]> = async (queries, context) => {
  const answer: Awaited<ReturnType<NonNullable<CarrierAdapter["unregister"]>>> = { accepted: [], problems: [] };
  for (const query of queries) {
    const found = await context.http.send(call(context, "GET", `/trackings?${form({ tracking_numbers: query.number })}`));
    const decoded = decodeBody(found.body);
    const ids = decoded.kind === "json" ? listAt(decoded.value, "data", "trackings").map((one) => textAt(one, "id")) : [];
    const remove = createRegister({
      batch: 1,
      request: (_, inner) => call(inner, "DELETE", `/trackings/${encodeURIComponent(ids[0] ?? "")}`),
      read: () => null,
      parse: parseAfterShip,
    });
    if (found.status >= 200 && found.status < 300 && ids.length === 0) answer.accepted.push({ number: query.number, carrier: query.carrier });
    else if (ids.length === 0) answer.problems.push(...parseAfterShip(found.body, { httpStatus: found.status, receivedAt: context.now() }).problems);
    else {
      const done = await remove([query], context);
      answer.accepted.push(...done.accepted);
      answer.problems.push(...done.problems);
    }
  }
  return answer;
};
