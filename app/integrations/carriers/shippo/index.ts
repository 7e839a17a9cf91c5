import { address, segment } from "../calling/address";
import { BASE_URL_FIELD, credential, JSON_HEADERS } from "../calling/connection";
import { createRegister } from "../calling/register";
import { testByNumber } from "../calling/test";
import { createTrack } from "../calling/track";
import type { CarrierAdapter, CarrierContext, HttpRequest, TrackingQuery } from "../port";
import { problem } from "../reading/answers";
import { explainShippo, parseShippo, SHIPPO_CARRIERS } from "./parse";

function call(context: CarrierContext, method: HttpRequest["method"], path: string, body?: unknown): HttpRequest {
  return {
    method,
    url: address(context, "https://api.goshippo.com", path),
    headers: { ...JSON_HEADERS, authorization: `ShippoToken ${credential(context, "api_token")}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}

/** Shippo finds no carrier by itself: one without a name there cannot be asked for. */
function named(query: TrackingQuery, context: CarrierContext): string | null {
  return SHIPPO_CARRIERS.theirs(query.carrier, query.destinationCountry) ?? (credential(context, "default_carrier") || null);
}

function nameless(queries: readonly TrackingQuery[], context: CarrierContext) {
  return queries
    .filter((query) => named(query, context) === null)
    .map((query) => problem("invalid", "Shippo needs the carrier of this number, and has no name for it.", { number: query.number }));
}

const ask = createTrack({
  batch: 1,
  request: ([query], context) => call(context, "GET", `/tracks/${segment(query === undefined ? "" : (named(query, context) ?? ""))}/${segment(query?.number ?? "")}`),
  parse: parseShippo,
});

const track: CarrierAdapter["track"] = async (queries, context) => {
  const answer = await ask(queries.filter((query) => named(query, context) !== null), context);
  return { ...answer, problems: [...answer.problems, ...nameless(queries, context)] };
};

/** A second registration would push everything twice: never tried again, and left to the caller's own record. */
const ask2 = createRegister({
  batch: 1,
  request: ([query], context) => call(context, "POST", "/tracks/", { carrier: query === undefined ? null : named(query, context), tracking_number: query?.number }),
  read: () => null,
  parse: parseShippo,
});

const register: NonNullable<CarrierAdapter["register"]> = async (queries, context) => {
  const answer = await ask2(queries.filter((query) => named(query, context) !== null), context);
  return { ...answer, problems: [...answer.problems, ...nameless(queries, context)] };
};

/** Shippo Tracks: an aggregator; it must be told the carrier of each number. */
export const shippo: CarrierAdapter = {
  code: "shippo",
  name: "Shippo",
  kind: "aggregator",
  aliases: [],
  credentials: [
    { key: "api_token", label: "API token", kind: "secret", required: true, help: "The live token; a test token knows Shippo's test numbers only." },
    { key: "default_carrier", label: "Carrier when unknown", kind: "text", required: false, urlPart: "word", help: "Shippo's name of the carrier to ask when Milepost does not know it." },
    {
      key: "proof", label: "How webhooks are checked", kind: "choice", required: false, default: "signature",
      help: "Shippo signs webhooks only once it has enabled that for your account. Until then the address can be the proof: whoever knows it can report scans.",
      choices: [{ value: "signature", label: "By their signature" }, { value: "address", label: "By the secret address alone" }],
    },
    { key: "webhook_secret", label: "Webhook secret", kind: "secret", required: false, help: "Once Shippo has enabled signatures for your account." },
    BASE_URL_FIELD,
  ],
  // Live: 500 reads a minute (rate limit page).
  limits: { batch: 1, perSecond: 8, perDay: null },
  parse: parseShippo,
  explain: explainShippo,
  track,
  register,
  webhook: { kind: "hmac", header: "shippo-auth-signature", algorithm: "sha256", encoding: "hex", template: "{part:t}.{body}", secretKey: "webhook_secret", part: "v1" },
  // A secret in the address is the first of the ways that Shippo's page on webhook security names; every connection's address holds one.
  webhookBy: { key: "proof", schemes: { address: { kind: "address" } } },
  test: (context) => testByNumber(ask, "SHIPPO_TRANSIT")({ ...context, credentials: { default_carrier: "shippo", ...context.credentials } }),
};
