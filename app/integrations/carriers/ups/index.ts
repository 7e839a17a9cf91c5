import { BASE_URL_FIELD } from "../calling/connection";
import type { CarrierAdapter } from "../port";
import { registerUps, testUps, trackUps } from "./client";
import { explainUps } from "./explain";
import { parseUps } from "./parse";

/** UPS: Track API by polling, Track Alert by push. */
export const ups: CarrierAdapter = {
  code: "ups",
  name: "UPS",
  kind: "carrier",
  aliases: ["ups_freight"],
  credentials: [
    { key: "client_id", label: "Client ID", kind: "text", required: true, help: "From your app on the UPS developer portal, with the Tracking product added." },
    { key: "client_secret", label: "Client secret", kind: "secret", required: true, help: "From the same app." },
    { key: "account_number", label: "UPS account number", kind: "text", required: false, help: "Six characters; UPS asks for it from some apps." },
    { key: "country", label: "Country of the account", kind: "text", required: false, default: "US", help: "Two letters, for alert subscriptions." },
    {
      key: "environment", label: "Environment", kind: "choice", required: false, default: "production", help: "UPS's test environment knows test numbers only.",
      choices: [{ value: "production", label: "Production" }, { value: "test", label: "Customer integration (test)" }],
    },
    { key: "webhook_credential", label: "Alert credential", kind: "secret", required: false, help: "The credential set on UPS's page for webhooks; UPS sends it with each alert." },
    BASE_URL_FIELD,
  ],
  // One number per request (Track specification). UPS tells no figure for requests per second or day.
  limits: { batch: 1, perSecond: 5, perDay: null },
  parse: parseUps,
  explain: explainUps,
  track: trackUps,
  register: registerUps,
  // A package's subscription lives 14 days (Track Alert specification); without a credential its alerts prove nothing.
  subscription: { livesMs: 14 * 24 * 3_600_000, wanted: (credentials) => Boolean(credentials["webhook_credential"]) },
  // UPS does not sign: it sends back the credential that the merchant set (Track Alert specification).
  webhook: { kind: "bearer", header: "credential", secretKey: "webhook_credential" },
  test: testUps,
};
