import { address, segment } from "../calling/address";
import { BASE_URL_FIELD, credential, JSON_HEADERS } from "../calling/connection";
import { createRegister } from "../calling/register";
import { testByNumber } from "../calling/test";
import { createTrack } from "../calling/track";
import { unregisterById } from "../calling/unregister-by-id";
import type { CarrierAdapter, CarrierContext, HttpRequest, RegisterAnswer } from "../port";
import { decodeBody } from "../reading/body";
import { at, listAt, textAt } from "../reading/values";
import { explainShip24, parseShip24, SHIP24_CARRIERS } from "./parse";

const BULK = 100;

function call(context: CarrierContext, method: HttpRequest["method"], path: string, body?: unknown): HttpRequest {
  return {
    method,
    url: address(context, "https://api.ship24.com", `/public/v1${path}`),
    headers: { ...JSON_HEADERS, authorization: `Bearer ${credential(context, "api_key")}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    // Identical parameters give the tracker that exists.
    idempotent: true,
  };
}

const track = createTrack({
  batch: 1,
  request: ([query], context) => call(context, "GET", `/trackers/search/${segment(query?.number ?? "")}/results`),
  parse: parseShip24,
});

const register = createRegister({
  batch: BULK,
  request: (queries, context) =>
    call(
      context,
      "POST",
      "/trackers/bulk",
      queries.map((query) => {
        const courier = SHIP24_CARRIERS.theirs(query.carrier, query.destinationCountry);
        return {
          trackingNumber: query.number,
          ...(courier === null ? {} : { courierCode: [courier] }),
          ...(query.destinationCountry === null ? {} : { destinationCountryCode: query.destinationCountry }),
          ...(query.destinationPostalCode === null ? {} : { destinationPostCode: query.destinationPostalCode }),
        };
      }),
    ),
  read(body) {
    const decoded = decodeBody(body);
    if (decoded.kind !== "json" || at(decoded.value, "summary") === undefined) return null;
    const answer: RegisterAnswer = { accepted: [], problems: parseShip24(body, { httpStatus: 200, receivedAt: 0 }).problems };
    for (const item of listAt(decoded.value, "data")) {
      const number = textAt(item, "inputData", "trackingNumber");
      if (number !== null && textAt(item, "itemStatus") !== "error") answer.accepted.push({ number, carrier: null });
    }
    return answer;
  },
  parse: parseShip24,
});

/** Ship24 ends a subscription by its own id, so that the number is looked up first. */
const unregister = unregisterById({
  find: (query, context) => call(context, "GET", `/trackers/search/${segment(query.number)}/results`),
  idsOf: (answer) => listAt(answer, "data", "trackings").map((one) => textAt(one, "tracker", "trackerId")),
  end: (id, context) => call(context, "PATCH", `/trackers/${segment(id)}`, { isSubscribed: false }),
  parse: parseShip24,
});

/** Ship24: an aggregator; trackers are made in bulk, read one by one, and pushed. */
export const ship24: CarrierAdapter = {
  code: "ship24",
  name: "Ship24",
  kind: "aggregator",
  aliases: [],
  credentials: [
    { key: "api_key", label: "API key", kind: "secret", required: true, help: "From Ship24's dashboard." },
    { key: "webhook_secret", label: "Webhook secret", kind: "secret", required: false, help: "Shown beside the webhook on Ship24's dashboard." },
    BASE_URL_FIELD,
  ],
  // Results: ten a second (Ship24's notes on limits).
  limits: { batch: 1, perSecond: 10, perDay: null },
  parse: parseShip24,
  explain: explainShip24,
  track,
  register,
  unregister,
  webhook: { kind: "bearer", header: "authorization", prefix: "Bearer ", secretKey: "webhook_secret" },
  test: testByNumber(track, "SHIP24_SAMPLE_PENDING_001"),
};
