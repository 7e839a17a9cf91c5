import { createHash, createHmac, generateKeyPairSync, sign as signWith, type JsonWebKey } from "node:crypto";

import type { TrackingStatus } from "~/domain/tracking/status";
import { aftership } from "~/integrations/carriers/aftership";
import { dhl } from "~/integrations/carriers/dhl";
import { easypost } from "~/integrations/carriers/easypost";
import { fedex } from "~/integrations/carriers/fedex";
import type { CarrierAdapter, Credentials } from "~/integrations/carriers/port";
import { seventeenTrack } from "~/integrations/carriers/seventeen_track";
import { ship24 } from "~/integrations/carriers/ship24";
import { shipengine } from "~/integrations/carriers/shipengine";
import { shippo } from "~/integrations/carriers/shippo";
import { trackingmore } from "~/integrations/carriers/trackingmore";
import { ups } from "~/integrations/carriers/ups";
import { usps } from "~/integrations/carriers/usps";

/** What the battery must know of a provider's pushes; written out by the provider's documentation, not by the adapter. */
export interface WebhookCase {
  adapter: CarrierAdapter;
  /** What a shop has filled in whose secret this is. */
  credentials(secret: string): Credentials;
  /** The headers with which the provider sends a body to who has this secret. */
  sign(body: string, secret: string): Record<string, string>;
  /** A push about one number. */
  push(number: string): string;
  means: TrackingStatus;
  /** The provider's public keys, where it signs with a key pair that is the same for all shops. */
  keys?: readonly (JsonWebKey & { kid?: string })[];
  /** Where the proof does not cover the body, so that a changed one still passes. */
  bodyIsFree?: true;
  /** Where it says when it was sent: how much later it is refused, in milliseconds. */
  tooLateAfterMs?: number;
  /** Where nothing in the push proves anything: whoever knows the connection's address passes. */
  addressOnly?: true;
  /** A second way in which the same provider signs, chosen by a setting. */
  variant?: string;
}

const hmac = (text: string, secret: string, encoding: "hex" | "base64") => createHmac("sha256", secret).update(text).digest(encoding);
const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 });
const TIME = "2026-11-24T12:00:00Z";

/** When the pushes of the cases are sent that say it, milliseconds since the epoch. */
export const SENT_AT = Date.parse(TIME);

export const webhookCases: readonly WebhookCase[] = [
  {
    adapter: ups,
    credentials: (secret) => ({ webhook_credential: secret }),
    sign: (_, secret) => ({ credential: secret }),
    push: (trackingNumber) => JSON.stringify({ trackingNumber, gmtActivityDate: "20261123", gmtActivityTime: "131519", gmtOffset: "-04.00", activityStatus: { type: "I", code: "OT", descriptionCode: "021", description: "Out For Delivery" } }),
    means: "OUT_FOR_DELIVERY",
    bodyIsFree: true,
  },
  {
    adapter: usps,
    credentials: (secret) => ({ webhook_secret: secret }),
    sign(body, secret) {
      const { timestamp, payload } = JSON.parse(body) as { timestamp: string; payload: string };
      return { "x-hmac": hmac(timestamp + payload, secret, "base64") };
    },
    push: (trackingNumber) =>
      JSON.stringify({ subscriptionId: "s", timestamp: TIME, payload: JSON.stringify({ trackingNumber, trackingEvents: [{ eventCode: "OF", eventType: "Out for Delivery", eventTimestamp: "2026-11-23T08:28:00", GMTOffset: "-06:00" }] }) }),
    means: "OUT_FOR_DELIVERY",
  },
  {
    adapter: fedex,
    credentials: (security_token) => ({ security_token }),
    sign: (body, secret) => ({ "fdx-signature": hmac(body, secret, "base64") }),
    push: (trackingNumber) => JSON.stringify({ trackingNumberInfo: { trackingNumber }, latestStatusDetail: { code: "OD" }, scanEvents: [{ date: "2026-11-23T06:55:00-05:00", eventType: "OD", eventDescription: "On FedEx vehicle for delivery" }] }),
    means: "OUT_FOR_DELIVERY",
  },
  {
    adapter: dhl,
    credentials: (secret) => ({ webhook_token: secret }),
    sign: (_, secret) => ({ "x-milepost-hook": secret }),
    push: (id) => JSON.stringify({ scope: "subscription.push", self: "https://api-eu.dhl.com/tracking/push/v1/subscription/1", shipments: [{ id, service: "express", status: { timestamp: "2026-11-23T08:00:00Z", statusCode: "delivered", status: "OK" } }] }),
    means: "DELIVERED",
    bodyIsFree: true,
  },
  {
    adapter: seventeenTrack,
    credentials: (api_key) => ({ api_key }),
    sign: (body, secret) => ({ sign: createHash("sha256").update(`${body}/${secret}`).digest("hex") }),
    push: (number) =>
      JSON.stringify({
        event: "TRACKING_UPDATED",
        data: { number, carrier: 21051, track_info: { latest_status: { status: "InTransit", sub_status: "InTransit_Other" }, tracking: { providers: [{ provider: { key: 21051 }, events: [{ time_utc: "2026-11-23T02:00:00Z", sub_status: "InTransit_Other", description: "Arrived" }] }] } } },
      }),
    means: "IN_TRANSIT",
  },
  {
    adapter: aftership,
    credentials: (webhook_secret) => ({ webhook_secret }),
    sign: (body, secret) => ({ "aftership-hmac-sha256": hmac(body, secret, "base64"), "as-webhook-version": "2026-07" }),
    push: (tracking_number) =>
      JSON.stringify({ event: "tracking_update", event_id: "94dadd60", ts: 1_700_000_000, msg: { tracking_number, slug: "fedex", tag: "Delivered", subtag: "Delivered_001", checkpoints: [{ checkpoint_time: "2026-11-23T18:00:00-04:00", tag: "Delivered", subtag: "Delivered_001", message: "Delivered" }] } }),
    means: "DELIVERED",
  },
  {
    adapter: easypost,
    credentials: (webhook_secret) => ({ webhook_secret }),
    sign: (body, secret) => ({ "x-hmac-signature": `hmac-sha256-hex=${hmac(body, secret.normalize("NFKD"), "hex")}` }),
    push: (tracking_code) =>
      JSON.stringify({ object: "Event", description: "tracker.updated", result: { object: "Tracker", tracking_code, carrier: "UPS", status: "out_for_delivery", tracking_details: [{ status: "out_for_delivery", message: "Out", datetime: "2026-11-23T12:00:00Z" }] } }),
    means: "OUT_FOR_DELIVERY",
  },
  {
    adapter: easypost,
    variant: "version 2",
    credentials: (webhook_secret) => ({ webhook_secret, signature: "v2" }),
    sign(body, secret) {
      const time = "Tue, 24 Nov 2026 12:00:00 -0000";
      const path = "/hooks/easypost/token";
      return { "x-timestamp": time, "x-path": path, "x-hmac-signature-v2": `hmac-sha256-hex=${hmac(`${time}POST${path}${body}`, secret.normalize("NFKD"), "hex")}` };
    },
    push: (tracking_code) =>
      JSON.stringify({ object: "Event", description: "tracker.updated", result: { object: "Tracker", tracking_code, carrier: "UPS", status: "delivered", tracking_details: [{ status: "delivered", message: "Left", datetime: "2026-11-23T12:00:00Z" }] } }),
    means: "DELIVERED",
    tooLateAfterMs: 2 * 3_600_000,
  },
  {
    adapter: shippo,
    credentials: (webhook_secret) => ({ webhook_secret }),
    sign: (body, secret) => ({ "shippo-auth-signature": `t=1688493073,v1=${hmac(`1688493073.${body}`, secret, "hex")}` }),
    push: (tracking_number) => JSON.stringify({ event: "track_updated", test: false, data: { carrier: "usps", tracking_number, tracking_status: { status: "TRANSIT" }, tracking_history: [{ object_id: "a", status: "TRANSIT", status_date: "2026-11-23T12:00:00Z" }] } }),
    means: "IN_TRANSIT",
  },
  {
    adapter: shippo,
    variant: "by the address alone",
    credentials: () => ({ proof: "address" }),
    sign: () => ({}),
    push: (tracking_number) => JSON.stringify({ event: "track_updated", test: false, data: { carrier: "usps", tracking_number, tracking_status: { status: "DELIVERED" }, tracking_history: [{ object_id: "b", status: "DELIVERED", status_date: "2026-11-23T12:00:00Z" }] } }),
    means: "DELIVERED",
    bodyIsFree: true,
    addressOnly: true,
  },
  {
    adapter: trackingmore,
    credentials: (webhook_secret) => ({ webhook_secret }),
    sign: (_, secret) => ({ signature: hmac("1662371528", secret, "hex"), timestamp: "1662371528" }),
    push: (tracking_number) => JSON.stringify({ meta: { code: 200 }, data: { tracking_number, courier_code: "usps", delivery_status: "pickup", substatus: "pickup001", origin_info: { trackinfo: [{ checkpoint_date: "2026-11-23T08:07:00", checkpoint_delivery_substatus: "pickup001" }] } } }),
    means: "OUT_FOR_DELIVERY",
    bodyIsFree: true,
  },
  {
    adapter: ship24,
    credentials: (webhook_secret) => ({ webhook_secret }),
    sign: (_, secret) => ({ authorization: `Bearer ${secret}` }),
    push: (trackingNumber) => JSON.stringify({ trackings: [{ metadata: { topic: "tracking/events" }, tracker: { trackingNumber }, shipment: { statusMilestone: "delivered" }, events: [{ eventId: "e", status: "Delivered", statusMilestone: "delivered", occurrenceDatetime: "2026-11-23T17:12:57" }] }] }),
    means: "DELIVERED",
    bodyIsFree: true,
  },
  {
    adapter: shipengine,
    // The provider's own key signs for all shops: a stranger's key stands for the other secret.
    credentials: () => ({}),
    sign: (body, secret) => ({
      "x-shipengine-rsa-sha256-key-id": "key-1",
      "x-shipengine-timestamp": TIME,
      "x-shipengine-rsa-sha256-signature": signWith("RSA-SHA256", Buffer.from(`${TIME}.${body}`), secret === "ours" ? pair.privateKey : stranger.privateKey).toString("base64"),
    }),
    push: (tracking_number) => JSON.stringify({ resource_url: `https://api.shipengine.com/v1/tracking?carrier_code=ups&tracking_number=${tracking_number}`, resource_type: "API_TRACK", data: { tracking_number, status_code: "IT", events: [{ occurred_at: "2026-11-23T20:00:00Z", description: "In Transit", status_code: "IT" }] } }),
    means: "IN_TRANSIT",
    tooLateAfterMs: 5 * 60_000,
    keys: [{ ...pair.publicKey.export({ format: "jwk" }), kid: "key-1", use: "sig", alg: "RS256" }],
  },
];
