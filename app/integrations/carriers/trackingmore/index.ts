import { address, segment } from "../calling/address";
import { BASE_URL_FIELD, credential, form, JSON_HEADERS } from "../calling/connection";
import { createRegister } from "../calling/register";
import { unregisterById } from "../calling/unregister-by-id";
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
    url: address(context, "https://api.trackingmore.com", `/v4${path}`),
    headers: { ...JSON_HEADERS, "Tracking-Api-Key": credential(context, "api_key") },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    // A second creation is refused (4101) and costs nothing.
    idempotent: true,
  };
}

const track = createTrack({
  batch: BATCH,
  request: (queries, context) => call(context, "GET", `/trackings/get?${form({ tracking_numbers: queries.map((query) => query.number).join(","), items_amount: "200" })}`),
  parse: parseTrackingMore,
  // After a 429 its support pages ask for two minutes; it sends no Retry-After.
  usualWaitMs: 120_000,
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

/** TrackingMore deletes by its own id, so that the number is looked up first. */
const unregister = unregisterById({
  find: (query, context) => call(context, "GET", `/trackings/get?${form({ tracking_numbers: query.number })}`),
  idsOf: (answer) => listAt(answer, "data").map((item) => textAt(item, "id")),
  end: (id, context) => call(context, "DELETE", `/trackings/delete/${segment(id)}`),
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
    { key: "webhook_secret", label: "Webhook secret", kind: "secret", required: false, help: "Shown with version 4 webhooks. It signs the time alone, so keep the webhook's address to yourself." },
    { key: "signature_header", label: "Header of the signature", kind: "text", required: false, default: "signature", help: "TrackingMore does not publish its headers' names: change it when pushes are refused." },
    { key: "timestamp_header", label: "Header of the time", kind: "text", required: false, default: "timestamp", help: "The same for the time that is signed." },
    BASE_URL_FIELD,
  ],
  // Ten reads a second (TrackingMore's support pages); 40 numbers a batch.
  limits: { batch: BATCH, perSecond: 10, perDay: null },
  parse: parseTrackingMore,
  explain: explainTrackingMore,
  track,
  register,
  unregister,
  // Unverified: the headers' names (settings), and whether the body is signed. A published vector signs the time alone.
  webhook: {
    kind: "hmac", header: "signature", algorithm: "sha256", encoding: "hex", template: "{header:timestamp}", secretKey: "webhook_secret",
    renamed: { signature: "signature_header", timestamp: "timestamp_header" },
  },
  test: testByNumber(track, "MILEPOST00000TEST"),
};
