import { address, segment } from "../calling/address";
import { BASE_URL_FIELD, credential, JSON_HEADERS } from "../calling/connection";
import { testByToken } from "../calling/test";
import type { TokenSource } from "../calling/token";
import { createTrack } from "../calling/track";
import type { CarrierContext, CredentialField } from "../port";
import { textAt } from "../reading/values";
import { parseUsps } from "./parse";

/** Numbers in one v3r2 request (public adapters built on USPS's OpenAPI). */
export const USPS_BATCH = 35;

const HOSTS = { production: "https://apis.usps.com", test: "https://apis-tem.usps.com" };

export function host(context: CarrierContext): string {
  return credential(context, "environment") === "test" ? HOSTS.test : HOSTS.production;
}

/** Source: README and Postman collection of USPS/api-examples. Without the scope "tracking" a token opens nothing. */
export const uspsToken: TokenSource = {
  provider: "usps",
  usualSeconds: 3_600,
  request(context) {
    return {
      method: "POST",
      url: address(context, host(context), "/oauth2/v3/token"),
      headers: JSON_HEADERS,
      body: JSON.stringify({
        client_id: credential(context, "client_id"),
        client_secret: credential(context, "client_secret"),
        grant_type: "client_credentials",
        scope: "tracking",
      }),
    };
  },
};

const trackBatch = createTrack({
  batch: USPS_BATCH,
  token: uspsToken,
  request(queries, context, token) {
    return {
      method: "POST",
      url: address(context, host(context), "/tracking/v3r2/tracking"),
      headers: { ...JSON_HEADERS, authorization: `Bearer ${token}` },
      // Strict validation on their side: nothing but the number.
      body: JSON.stringify(queries.map((query) => ({ trackingNumber: query.number }))),
      idempotent: true,
    };
  },
  parse: parseUsps,
});

const trackSingle = createTrack({
  batch: 1,
  token: uspsToken,
  request([query], context, token) {
    return {
      method: "GET",
      url: address(context, host(context), `/tracking/v3/tracking/${segment(query?.number ?? "")}?expand=DETAIL`),
      headers: { ...JSON_HEADERS, authorization: `Bearer ${token}` },
    };
  },
  parse: parseUsps,
});

/** Some apps are granted one version only: the setting decides, v3r2 in batches unless told otherwise. */
export const trackUsps: typeof trackBatch = (queries, context) =>
  credential(context, "version") === "v3" ? trackSingle(queries, context) : trackBatch(queries, context);

/** USPS gives a token to every app, and the right to track only on request: without it each look-up is refused. */
export const testUsps = testByToken(uspsToken, (answer) => {
  const scope = textAt(answer, "scope");
  return scope === null || /\btracking\b/.test(scope) ? null : "USPS accepts the credentials but has not granted this app the tracking scope; ask USPS for it on its developer portal.";
});

export const USPS_CREDENTIALS: readonly CredentialField[] = [
  { key: "client_id", label: "Consumer key", kind: "text", required: true, help: "From your app on the USPS developer portal. Ask USPS to grant it the tracking scope." },
  { key: "client_secret", label: "Consumer secret", kind: "secret", required: true, help: "From the same app." },
  {
    key: "version", label: "Tracking API", kind: "choice", required: false, default: "v3r2", help: "Apps are granted v3r2 (many numbers at once) or v3 (one at a time).",
    choices: [{ value: "v3r2", label: "v3r2, in batches" }, { value: "v3", label: "v3, one by one" }],
  },
  {
    key: "environment", label: "Environment", kind: "choice", required: false, default: "production", help: "The test environment knows test numbers only.",
    choices: [{ value: "production", label: "Production" }, { value: "test", label: "Testing (TEM)" }],
  },
  { key: "mailer_id", label: "Mailer ID for pushes", kind: "text", required: false, help: "With it Milepost subscribes to all news of this mailer ID, if USPS has granted your app the subscriptions-tracking scope. Empty: no subscription is made, and one that Milepost made is ended." },
  { key: "webhook_secret", label: "Subscription secret", kind: "secret", required: false, madeUp: true, help: "Exactly 32 characters. Left empty, Milepost makes one up; fill it in if you made the subscription yourself." },
  { key: "admin_email", label: "E-mail for USPS's notices", kind: "text", required: false, help: "USPS writes there before it ends a subscription." },
  BASE_URL_FIELD,
];
