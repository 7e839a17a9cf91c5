import { BASE_URL_FIELD } from "../calling/connection";
import { testByNumber } from "../calling/test";
import type { CarrierAdapter } from "../port";
import { AFTERSHIP_BATCH, registerAfterShip, trackAfterShip, unregisterAfterShip } from "./client";
import { explainAfterShip, parseAfterShip } from "./parse";

/** AfterShip Tracking: an aggregator; numbers are registered one by one, read in lists, and pushed. */
export const aftership: CarrierAdapter = {
  code: "aftership",
  name: "AfterShip",
  kind: "aggregator",
  aliases: [],
  credentials: [
    { key: "api_key", label: "API key", kind: "secret", required: true, help: "From AfterShip's admin; keys marked as legacy do not work." },
    {
      key: "version", label: "API version", kind: "choice", required: false, default: "2026-07", help: "Set the webhook to the same version.",
      choices: [{ value: "2026-07", label: "2026-07" }, { value: "2026-01", label: "2026-01" }, { value: "2025-07", label: "2025-07" }],
    },
    { key: "webhook_secret", label: "Webhook secret", kind: "secret", required: false, help: "Shown beside the webhook in AfterShip's admin." },
    BASE_URL_FIELD,
  ],
  // GET /trackings: six a second (rate limit page of 2025-01).
  limits: { batch: AFTERSHIP_BATCH, perSecond: 6, perDay: null },
  parse: parseAfterShip,
  explain: explainAfterShip,
  track: trackAfterShip,
  register: registerAfterShip,
  unregister: unregisterAfterShip,
  webhook: { kind: "hmac", header: "aftership-hmac-sha256", algorithm: "sha256", encoding: "base64", template: "{body}", secretKey: "webhook_secret" },
  test: testByNumber(trackAfterShip, "00000000000000000000"),
};
