import { BASE_URL_FIELD, baseUrl, credential, form, JSON_HEADERS } from "../calling/connection";
import { createRegister } from "../calling/register";
import { testByNumber } from "../calling/test";
import { createTrack } from "../calling/track";
import type { CarrierAdapter, CarrierContext, HttpRequest, RegisterAnswer } from "../port";
import { decodeBody } from "../reading/body";
import { listAt, textAt } from "../reading/values";
import { explainTrackingMore, parseTrackingMore, TRACKINGMORE_CARRIERS } from "./parse";

const BATCH = 40;
const EXISTS = "4101";

function call(context: CarrierContext, method: HttpRequest["method"], path: string, body?: unknown): HttpRequest {
  return {
    method,
    url: `${baseUrl(context.credentials, "https://api.trackingmore.com")}/v4${path}`,
    headers: { ...JSON_HEADERS, "Tracking-Api-Key": credential(context, "api_key") },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    // A second creation is refused (4101) and costs nothing.
    idempotent: true,
  };
}

const track = createTrack({
  batch: BATCH,
  request: (queries, context) => call(context, "GET", `/trackings/get?${form({ tracking_numbers: queries.map((query) => query.number).join(",") })}`),
  parse: parseTrackingMore,
});

const register = createRegister({
  batch: BATCH,
  request: (queries, context) =>
    call(
      context,
      "POST",
      "/trackings/batch",
      queries.map((query) => ({
        tracking_number: query.number,
        courier_code: TRACKINGMORE_CARRIERS.theirs(query.carrier, query.destinationCountry) ?? credential(context, "default_courier"),
        ...(query.destinationCountry === null ? {} : { destination_country_iso2: query.destinationCountry }),
        ...(query.destinationPostalCode === null ? {} : { tracking_postal_code: query.destinationPostalCode }),
      })),
    ),
  read(body) {
    const decoded = decodeBody(body);
    if (decoded.kind !== "json" || !/^20\d$/.test(textAt(decoded.value, "meta", "code") ?? "")) return null;
    const answer: RegisterAnswer = { accepted: [], problems: [] };
    const accept = (item: unknown) => {
      const number = textAt(item, "tracking_number");
      if (number !== null) answer.accepted.push({ number, carrier: TRACKINGMORE_CARRIERS.ours(textAt(item, "courier_code")) });
    };
    for (const item of listAt(decoded.value, "data", "success")) accept(item);
    for (const item of listAt(decoded.value, "data", "error")) if ((textAt(item, "error_code") ?? textAt(item, "code")) === EXISTS) accept(item);
    const { problems } = parseTrackingMore(body, { httpStatus: 200, receivedAt: 0 });
    return { ...answer, problems: problems.filter((one) => one.code !== EXISTS) };
  },
  parse: parseTrackingMore,
});

/** TrackingMore v4: an aggregator; created in batches, read in batches, and pushed. */
export const trackingmore: CarrierAdapter = {
  code: "trackingmore",
  name: "TrackingMore",
  kind: "aggregator",
  aliases: [],
  credentials: [
    { key: "api_key", label: "API key", kind: "secret", required: true, help: "From TrackingMore's developer page." },
    { key: "default_courier", label: "Courier when unknown", kind: "text", required: false, help: "TrackingMore's code of the courier to use when Milepost does not know it." },
    { key: "webhook_token", label: "Webhook header value", kind: "secret", required: false, help: "TrackingMore's signature covers the time alone: set a header of your own with this value and keep the address secret." },
    BASE_URL_FIELD,
  ],
  // Ten reads a second (TrackingMore's support pages); 40 numbers a batch.
  limits: { batch: BATCH, perSecond: 10, perDay: null },
  parse: parseTrackingMore,
  explain: explainTrackingMore,
  track,
  register,
  webhook: { kind: "hmac", header: "signature", algorithm: "sha256", encoding: "hex", template: "{header:timestamp}", secretKey: "webhook_token" },
  test: testByNumber(track, "MILEPOST00000TEST"),
};
