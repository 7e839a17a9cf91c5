import type { CarrierAdapter } from "../port";
import { testUsps, trackUsps, USPS_BATCH, USPS_CREDENTIALS } from "./client";
import { explainUsps } from "./explain";
import { parseUsps } from "./parse";
import { inspectUspsPush, uspsAccountPush } from "./subscriptions";

/** USPS: tracking v3r2 (batches) or v3 by polling; notifications of a subscription for a mailer id by push. */
export const usps: CarrierAdapter = {
  code: "usps",
  name: "USPS",
  kind: "carrier",
  aliases: [],
  credentials: USPS_CREDENTIALS,
  inspect: inspectUspsPush,
  // USPS publishes no rate; one request a second with 35 numbers each is modest.
  limits: { batch: USPS_BATCH, perSecond: 1, perDay: null },
  parse: parseUsps,
  explain: explainUsps,
  track: trackUsps,
  // Timestamp and payload text as sent, joined without a separator (public client, live notes of 2026).
  webhook: { kind: "hmac", header: "x-hmac", algorithm: "sha256", encoding: "base64", template: "{json:timestamp}{json:payload}", secretKey: "webhook_secret" },
  accountPush: uspsAccountPush,
  test: testUsps,
};
