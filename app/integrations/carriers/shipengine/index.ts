import { WEBHOOK_FIELD } from "../calling/account-webhook";
import { BASE_URL_FIELD, credential, form } from "../calling/connection";
import { createRegister } from "../calling/register";
import { testByNumber } from "../calling/test";
import { createTrack } from "../calling/track";
import type { CarrierAdapter, CarrierContext, HttpRequest, TrackingQuery } from "../port";
import { shipEngineCall } from "./calls";
import { explainShipEngine, parseShipEngine, SHIPENGINE_CARRIERS } from "./parse";
import { shipEngineAccountPush } from "./webhook";

function call(context: CarrierContext, method: HttpRequest["method"], path: string, query: TrackingQuery | undefined): HttpRequest {
  const carrier = SHIPENGINE_CARRIERS.theirs(query?.carrier ?? null, query?.destinationCountry) ?? credential(context, "default_carrier");
  // Starting what is started, or stopping what is stopped, changes nothing.
  return { ...shipEngineCall(context, method, `${path}?${form({ carrier_code: carrier, tracking_number: query?.number ?? "" })}`), idempotent: true };
}

const track = createTrack({ batch: 1, request: ([query], context) => call(context, "GET", "/v1/tracking", query), parse: parseShipEngine });
const follow = (path: string) => createRegister({ batch: 1, request: ([query], context) => call(context, "POST", path, query), read: () => null, parse: parseShipEngine });

/** ShipEngine (ShipStation API): an aggregator; it must be told the carrier of each number. */
export const shipengine: CarrierAdapter = {
  code: "shipengine",
  name: "ShipEngine",
  kind: "aggregator",
  aliases: ["shipstation_api"],
  credentials: [
    { key: "api_key", label: "API key", kind: "secret", required: true, help: "Of the production environment; webhooks exist there only." },
    { key: "default_carrier", label: "Carrier when unknown", kind: "text", required: false, urlPart: "word", help: "ShipEngine's code of the carrier to ask when Milepost does not know it." },
    WEBHOOK_FIELD("ShipEngine"),
    BASE_URL_FIELD,
  ],
  // 200 requests a minute (rate limit page).
  limits: { batch: 1, perSecond: 3, perDay: null },
  parse: parseShipEngine,
  explain: explainShipEngine,
  track,
  register: follow("/v1/tracking/start"),
  unregister: follow("/v1/tracking/stop"),
  accountPush: shipEngineAccountPush,
  webhook: {
    kind: "rsa", header: "x-shipengine-rsa-sha256-signature", keyIdHeader: "x-shipengine-rsa-sha256-key-id",
    template: "{header:x-shipengine-timestamp}.{body}", jwksUrl: "https://api.shipengine.com/jwks",
    // More than five minutes off is to be refused (ShipEngine's page on webhook security).
    freshness: { header: "x-shipengine-timestamp", withinMs: 5 * 60_000 },
  },
  test: testByNumber(track, "1Z0000000000000000"),
};
