import { aftership } from "~/integrations/carriers/aftership";
import { easypost } from "~/integrations/carriers/easypost";
import { ship24 } from "~/integrations/carriers/ship24";
import { shipengine } from "~/integrations/carriers/shipengine";
import { shippo } from "~/integrations/carriers/shippo";
import { trackingmore } from "~/integrations/carriers/trackingmore";

import type { ContractCase } from "../contract-case";
import { basicOf, digits, json, lastOf } from "./parts";

const number = digits(14, "7");

export const aftershipCase: ContractCase = {
  adapter: aftership,
  credentials: { api_key: "key" },
  number,
  accepts: (seen) => seen.headers["as-api-key"] === "key" && seen.path.startsWith("/tracking/2026-07/"),
  asked: (seen) => seen.query.get("tracking_numbers")?.split(",") ?? [],
  answer: (known) =>
    json({
      meta: { code: 200 },
      data: {
        pagination: { total: known.length, has_next_page: false },
        trackings: known.map((tracking_number) => ({ tracking_number, slug: "fedex", tag: "InTransit", subtag: "InTransit_003", checkpoints: [{ checkpoint_time: "2026-11-23T18:00:00-04:00", message: "Arrived", tag: "InTransit", subtag: "InTransit_003" }] })),
      },
    }),
  means: "IN_TRANSIT",
  refusal: json({ meta: { code: 401, message: "Invalid API key.", type: "Unauthorized" }, data: {} }, 401),
};

export const easypostCase: ContractCase = {
  adapter: easypost,
  credentials: { api_key: "key" },
  number,
  accepts: (seen) => seen.headers["authorization"] === basicOf("key", ""),
  asked: (seen) => seen.query.getAll("tracking_codes[]"),
  answer: (known) =>
    json({
      trackers: known.map((tracking_code) => ({ object: "Tracker", tracking_code, status: "out_for_delivery", carrier: "UPS", tracking_details: [{ message: "Out for delivery", status: "out_for_delivery", datetime: "2026-11-23T12:00:00Z" }] })),
      has_more: false,
    }),
  means: "OUT_FOR_DELIVERY",
  refusal: json({ error: { code: "APIKEY.INACTIVE", message: "This api key is no longer active.", errors: [] } }, 401),
};

export const shippoCase: ContractCase = {
  adapter: shippo,
  credentials: { api_token: "token", default_carrier: "usps" },
  number,
  accepts: (seen) => seen.headers["authorization"] === "ShippoToken token" && /^\/tracks\/(usps|shippo)\//.test(seen.path),
  asked: (seen) => lastOf(seen.path),
  answer: (known, unknown) =>
    json({
      carrier: "usps", tracking_number: known[0] ?? unknown[0],
      tracking_status: known.length === 0 ? { status: "UNKNOWN", status_details: "" } : { status: "TRANSIT", substatus: { code: "package_arrived" }, status_details: "Arrived.", status_date: "2026-11-23T12:00:00Z" },
      tracking_history: known.length === 0 ? [] : [{ object_id: "a", status: "TRANSIT", substatus: { code: "package_arrived" }, status_details: "Arrived.", status_date: "2026-11-23T12:00:00Z" }],
    }),
  means: "IN_TRANSIT",
  refusal: json({ detail: "Invalid token." }, 401),
};

export const trackingmoreCase: ContractCase = {
  adapter: trackingmore,
  credentials: { api_key: "key" },
  number,
  accepts: (seen) => seen.headers["tracking-api-key"] === "key",
  asked: (seen) => seen.query.get("tracking_numbers")?.split(",") ?? [],
  answer: (known) =>
    json({
      meta: { code: 200, type: "Success", message: "Success" },
      data: known.map((tracking_number) => ({
        tracking_number, courier_code: "usps", delivery_status: "pickup", substatus: "pickup001",
        origin_info: { trackinfo: [{ checkpoint_date: "2026-11-23T08:07:00", checkpoint_delivery_status: "pickup", checkpoint_delivery_substatus: "pickup001", tracking_detail: "Out for delivery" }] },
      })),
    }),
  means: "OUT_FOR_DELIVERY",
  refusal: json({ meta: { code: 401, type: "Unauthorized", message: "The API Key is invalid." }, data: [] }, 401),
};

export const ship24Case: ContractCase = {
  adapter: ship24,
  credentials: { api_key: "key" },
  number,
  accepts: (seen) => seen.headers["authorization"] === "Bearer key",
  asked: (seen) => [seen.path.split("/").at(-2) ?? ""],
  answer: (known) =>
    known[0] === undefined
      ? json({ errors: [{ code: "tracker_not_found", message: "not found" }], data: null }, 404)
      : json({
          data: {
            trackings: [
              {
                tracker: { trackingNumber: known[0] },
                shipment: { statusMilestone: "delivered", statusCode: "delivery_delivered" },
                events: [{ eventId: "e", status: "Delivered to the addressee", occurrenceDatetime: "2026-11-23T17:12:57", order: 9, courierCode: "us-post", statusCode: "delivery_delivered", statusMilestone: "delivered" }],
              },
            ],
          },
        }),
  means: "DELIVERED",
  refusal: json({ errors: [{ code: "auth_invalid_api_key", message: "bad key" }], data: null }, 401),
};

export const shipengineCase: ContractCase = {
  adapter: shipengine,
  credentials: { api_key: "key", default_carrier: "usps" },
  number,
  accepts: (seen) => seen.headers["api-key"] === "key" && seen.query.get("carrier_code") === "usps",
  asked: (seen) => [seen.query.get("tracking_number") ?? ""],
  answer: (known) =>
    known[0] === undefined
      ? json({ errors: [{ error_code: "not_found", message: "not found" }] }, 404)
      : json({ tracking_number: known[0], status_code: "IT", status_detail_code: "HUB_SCAN_IN", carrier_code: "usps", events: [{ occurred_at: "2026-11-23T12:00:00Z", description: "Arrived", status_code: "IT", status_detail_code: "HUB_SCAN_IN" }] }),
  means: "IN_TRANSIT",
  refusal: json({ errors: [{ error_code: "unauthorized", message: "bad key" }] }, 401),
};
