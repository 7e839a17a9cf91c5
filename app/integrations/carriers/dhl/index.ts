import { address } from "../calling/address";
import { BASE_URL_FIELD, credential } from "../calling/connection";
import { testByNumber } from "../calling/test";
import { createTrack } from "../calling/track";
import type { CarrierAdapter, CarrierContext } from "../port";
import { explainDhl } from "./explain";
import { parseDhl } from "./parse";
import { DHL_HOOK_HEADER, DHL_HOST, dhlSubscription, registerDhl } from "./push";

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
    return { method: "GET", url: address(context, DHL_HOST, `/track/shipments?${asked.toString()}`), headers: headers(context) };
  },
  parse: parseDhl,
});

/** DHL Shipment Tracking Unified: all divisions by polling; push where DHL has opened it. */
export const dhl: CarrierAdapter = {
  code: "dhl",
  name: "DHL",
  kind: "carrier",
  aliases: ["dhl_universal", "dhl_unified", "dhl_ecommerce"],
  credentials: [
    { key: "api_key", label: "Consumer key", kind: "secret", required: true, help: "From your app on developer.dhl.com with Shipment Tracking, Unified." },
    { key: "service", label: "Division", kind: "text", required: false, urlPart: "word", help: "e.g. express, parcel-de, ecommerce; leave empty to let DHL find it. Push needs it." },
    {
      key: "push", label: "Pushes", kind: "choice", required: false, default: "off",
      help: "DHL opens its push API to an app on request. Milepost then subscribes each shipment and confirms the subscription; until DHL pushes, shipments are asked for as before. Needs the division.",
      choices: [{ value: "off", label: "Off: ask only" }, { value: "on", label: "On: DHL has opened push for this app" }],
    },
    { key: "webhook_token", label: "Webhook token", kind: "secret", required: false, madeUp: true, help: "DHL sends it back with each push. Left empty, Milepost makes one up." },
    BASE_URL_FIELD,
  ],
  inspect: (given): Record<string, string> => (given["push"] === "on" && !given["service"] ? { service: "DHL's push needs the division." } : {}),
  // 250 calls a day and one a second for a new key (DHL's knowledge base); more on request.
  limits: { batch: 1, perSecond: 1, perDay: 250 },
  parse: parseDhl,
  explain: explainDhl,
  track,
  register: registerDhl,
  subscription: dhlSubscription,
  webhook: { kind: "bearer", header: DHL_HOOK_HEADER, secretKey: "webhook_token" },
  test: testByNumber(track, "00340434161094015902"),
};
