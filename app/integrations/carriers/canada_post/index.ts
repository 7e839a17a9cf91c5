import { address, segment } from "../calling/address";
import { BASE_URL_FIELD, credential, form, FORM_HEADERS } from "../calling/connection";
import { testByToken } from "../calling/test";
import type { TokenSource } from "../calling/token";
import { createTrack } from "../calling/track";
import type { CarrierAdapter, CarrierContext } from "../port";
import { explainCanadaPost, parseCanadaPost } from "./parse";

const HOSTS = { production: "https://api.canadapost-postescanada.ca", test: "https://api-stg.canadapost-postescanada.ca" };
const PATH = "/prod/devportal-portaildesdeveloppeurs";
/** The gateway takes up to half a minute at times. */
const TIMEOUT_MS = 45_000;

function base(context: CarrierContext): string {
  return credential(context, "environment") === "test" ? HOSTS.test : HOSTS.production;
}

/** Canada Post's developer platform since 2026-04: OAuth with the client in two headers. */
const token: TokenSource = {
  provider: "canada_post",
  usualSeconds: 3_600,
  request: (context) => ({
    method: "POST",
    url: address(context, base(context), `${PATH}/cpc-api-native-oauth-provider/oauth2/token`),
    headers: { ...FORM_HEADERS, "X-IBM-Client-Id": credential(context, "client_id"), "X-IBM-Client-Secret": credential(context, "client_secret") },
    body: form({ grant_type: "client_credentials", scope: "merchant" }),
  }),
};

const track = createTrack({
  batch: 1,
  token,
  request: ([query], context, bearer) => ({
    method: "GET",
    url: address(context, base(context), `${PATH}/tracking/v1/pins/${segment((query?.number ?? "").replace(/\s/g, ""))}/details`),
    headers: { accept: "application/json", authorization: `Bearer ${bearer}`, "accept-language": query?.locale?.startsWith("fr") ? "fr-CA" : "en-CA" },
    timeoutMs: TIMEOUT_MS,
  }),
  parse: parseCanadaPost,
  // A key that asked too often is blocked for up to a minute.
  usualWaitMs: 60_000,
});

/** Canada Post: the JSON tracking service by polling; it has no webhooks. */
export const canadaPost: CarrierAdapter = {
  code: "canada_post",
  name: "Canada Post",
  kind: "carrier",
  aliases: ["canadapost"],
  credentials: [
    { key: "client_id", label: "Client ID", kind: "text", required: true, help: "Of your app on Canada Post's developer portal, subscribed to Tracking." },
    { key: "client_secret", label: "Client secret", kind: "secret", required: true, help: "Of the same app." },
    {
      key: "environment", label: "Environment", kind: "choice", required: false, default: "production", help: "The staging host knows test numbers only.",
      choices: [{ value: "production", label: "Production" }, { value: "test", label: "Staging" }],
    },
    BASE_URL_FIELD,
  ],
  // The old service allowed 20 calls a minute; the new quota is not published.
  limits: { batch: 1, perSecond: 0.33, perDay: null },
  parse: parseCanadaPost,
  explain: explainCanadaPost,
  track,
  test: testByToken(token),
};
