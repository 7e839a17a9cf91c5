import { address } from "../calling/address";
import { BASE_URL_FIELD, credential, form, FORM_HEADERS, JSON_HEADERS, localeWithRegion } from "../calling/connection";
import { testByToken } from "../calling/test";
import type { TokenSource } from "../calling/token";
import { createTrack } from "../calling/track";
import type { CarrierAdapter, CarrierContext, TrackingQuery } from "../port";
import { explainFedex } from "./explain";
import { parseFedex } from "./parse";

const HOSTS = { production: "https://apis.fedex.com", test: "https://apis-sandbox.fedex.com" };
const BATCH = 30;
const DAY_MS = 86_400_000;
/** A number comes back to use after months: a window around the day of shipping keeps the old parcel out. */
const AROUND_SHIPPING_DAYS = { before: 5, after: 60 };

function host(context: CarrierContext): string {
  return credential(context, "environment") === "test" ? HOSTS.test : HOSTS.production;
}

const token: TokenSource = {
  provider: "fedex",
  usualSeconds: 3_600,
  request: (context) => ({
    method: "POST",
    url: address(context, host(context), "/oauth/token"),
    headers: FORM_HEADERS,
    body: form({ grant_type: "client_credentials", client_id: credential(context, "client_id"), client_secret: credential(context, "client_secret") }),
  }),
};

function item({ number, shippedAt }: TrackingQuery): Record<string, unknown> {
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  const window =
    shippedAt === null
      ? {}
      : { shipDateBegin: day(shippedAt - AROUND_SHIPPING_DAYS.before * DAY_MS), shipDateEnd: day(shippedAt + AROUND_SHIPPING_DAYS.after * DAY_MS) };
  return { ...window, trackingNumberInfo: { trackingNumber: number } };
}

const track = createTrack({
  batch: BATCH,
  token,
  request: (queries, context, bearer) => ({
    method: "POST",
    url: address(context, host(context), "/track/v1/trackingnumbers"),
    headers: { ...JSON_HEADERS, authorization: `Bearer ${bearer}`, "x-locale": localeWithRegion(queries[0]?.locale) },
    body: JSON.stringify({ includeDetailedScans: true, trackingInfo: queries.map(item) }),
    idempotent: true,
  }),
  parse: parseFedex,
});

/** FedEx: Basic Integrated Visibility (Track API) by polling, Advanced Integrated Visibility by push. */
export const fedex: CarrierAdapter = {
  code: "fedex",
  name: "FedEx",
  kind: "carrier",
  aliases: [],
  credentials: [
    { key: "client_id", label: "API key", kind: "text", required: true, help: "From your project on the FedEx developer portal, with Basic Integrated Visibility added." },
    { key: "client_secret", label: "Secret key", kind: "secret", required: true, help: "From the same project." },
    {
      key: "environment", label: "Environment", kind: "choice", required: false, default: "production", help: "The sandbox knows mock numbers only.",
      choices: [{ value: "production", label: "Production" }, { value: "test", label: "Sandbox" }],
    },
    { key: "security_token", label: "Webhook security token", kind: "secret", required: false, help: "Of the webhook project, where Advanced Integrated Visibility is used." },
    BASE_URL_FIELD,
  ],
  // 30 numbers a request; 1,400 calls in ten seconds per project (FedEx's page on rate limits). The daily quota is the organisation's.
  limits: { batch: BATCH, perSecond: 20, perDay: null },
  parse: parseFedex,
  explain: explainFedex,
  track,
  webhook: { kind: "hmac", header: "fdx-signature", algorithm: "sha256", encoding: "base64", template: "{body}", secretKey: "security_token" },
  test: testByToken(token),
};
