import { BASE_URL_FIELD, baseUrl, credential } from "../calling/connection";
import { createRegister } from "../calling/register";
import { testByNumber } from "../calling/test";
import { createTrack } from "../calling/track";
import type { CarrierAdapter, CarrierContext } from "../port";
import { explainDhl } from "./explain";
import { parseDhl } from "./parse";

const HOST = "https://api-eu.dhl.com";

function headers(context: CarrierContext): Record<string, string> {
  return { accept: "application/json", "DHL-API-Key": credential(context, "api_key") };
}

/** One number per call. Without a service, a number may be answered by another division; a postal code opens more detail. */
const track = createTrack({
  batch: 1,
  request([query], context) {
    const service = credential(context, "service");
    const asked = new URLSearchParams({ trackingNumber: query?.number ?? "" });
    if (service !== "") asked.set("service", service);
    if (query?.destinationPostalCode) asked.set("recipientPostalCode", query.destinationPostalCode);
    if (query?.locale) asked.set("language", query.locale.slice(0, 2));
    return { method: "GET", url: `${baseUrl(context.credentials, HOST)}/track/shipments?${asked.toString()}`, headers: headers(context) };
  },
  parse: parseDhl,
});

/** A subscription of the push API takes ten shipments of one division and calls the address that is set for it. */
const subscribe = createRegister({
  batch: 10,
  request: (queries, context) => ({
    method: "POST",
    url: `${baseUrl(context.credentials, HOST)}/tracking/push/v1/subscription`,
    headers: { ...headers(context), "content-type": "application/json" },
    body: JSON.stringify({
      hook: {
        uri: credential(context, "webhook_url"),
        authentication: { type: "ApiKeyAuthentication", header: "x-milepost-hook", token: credential(context, "webhook_token") },
      },
      format: "Default",
      type: "Shipment",
      service: credential(context, "service"),
      events: ["Transit", "Delivered", "Pre-Transit", "Failure", "Unknown"],
      shipmentIDs: queries.map((query) => query.number),
    }),
  }),
  read: () => null,
  parse: parseDhl,
});

/** Push needs an address, a token and the division, which DHL does not find by itself here; without them shipments are polled. */
const register: NonNullable<CarrierAdapter["register"]> = (queries, context) =>
  ["webhook_url", "webhook_token", "service"].every((key) => credential(context, key) !== "") ? subscribe(queries, context) : Promise.resolve({ accepted: [], problems: [] });

/** DHL Shipment Tracking Unified: all divisions by polling; push where DHL has opened it. */
export const dhl: CarrierAdapter = {
  code: "dhl",
  name: "DHL",
  kind: "carrier",
  aliases: ["dhl_universal", "dhl_unified", "dhl_ecommerce"],
  credentials: [
    { key: "api_key", label: "Consumer key", kind: "secret", required: true, help: "From your app on developer.dhl.com with Shipment Tracking, Unified." },
    { key: "service", label: "Division", kind: "text", required: false, help: "e.g. express, parcel-de, ecommerce; leave empty to let DHL find it. Push needs it." },
    { key: "webhook_url", label: "Webhook address", kind: "text", required: false, help: "Milepost's address for DHL's pushes; needed for subscriptions only." },
    { key: "webhook_token", label: "Webhook token", kind: "secret", required: false, help: "DHL sends it back with each push; make one up." },
    BASE_URL_FIELD,
  ],
  // 250 calls a day and one a second for a new key (DHL's knowledge base); more on request.
  limits: { batch: 1, perSecond: 1, perDay: 250 },
  parse: parseDhl,
  explain: explainDhl,
  track,
  // Not called by itself (no `subscription`): DHL opens push to approved customers, and answers of its hand-shake are unverified.
  register,
  webhook: { kind: "bearer", header: "x-milepost-hook", secretKey: "webhook_token" },
  test: testByNumber(track, "00340434161094015902"),
};
