import { address, segment } from "../calling/address";
import { credential, form, JSON_HEADERS } from "../calling/connection";
import { createRegister } from "../calling/register";
import { createTrack } from "../calling/track";
import { unregisterById } from "../calling/unregister-by-id";
import type { CarrierContext, HttpRequest } from "../port";
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
    url: address(context, "https://api.aftership.com", `/tracking/${segment(version)}${path}`),
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
export const unregisterAfterShip = unregisterById({
  find: (query, context) => call(context, "GET", `/trackings?${form({ tracking_numbers: query.number })}`),
  idsOf: (answer) => listAt(answer, "data", "trackings").map((one) => textAt(one, "id")),
  end: (id, context) => call(context, "DELETE", `/trackings/${segment(id)}`),
  parse: parseAfterShip,
});
