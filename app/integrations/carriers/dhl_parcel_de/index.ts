import { address } from "../calling/address";
import { BASE_URL_FIELD, basic, credential, form } from "../calling/connection";
import { testByNumber } from "../calling/test";
import { createTrack } from "../calling/track";
import type { CarrierAdapter } from "../port";
import { escapeXml } from "../reading/escape-xml";
import { explainDhlParcelDe } from "./explain";
import { parseDhlParcelDe } from "./parse";

const HOSTS = { production: "https://api-eu.dhl.com", test: "https://api-sandbox.dhl.com" };
const BATCH = 20;

const track = createTrack({
  batch: BATCH,
  request(queries, context) {
    const only = queries.length === 1 ? queries[0]?.destinationPostalCode : null;
    const attributes: Record<string, string> = {
      appname: credential(context, "user"),
      password: credential(context, "user_password"),
      request: "d-get-piece-detail",
      "language-code": queries[0]?.locale?.startsWith("de") ? "de" : "en",
      "piece-code": queries.map((query) => query.number).join(";"),
      ...(only ? { "zip-code": only } : {}),
    };
    const xml = `<?xml version="1.0" encoding="UTF-8"?><data ${Object.entries(attributes).map(([name, value]) => `${name}="${escapeXml(value)}"`).join(" ")}/>`;
    return {
      method: "GET",
      url: address(context, credential(context, "environment") === "test" ? HOSTS.test : HOSTS.production, `/parcel/de/tracking/v0/shipments?${form({ xml })}`),
      headers: { accept: "application/xml", authorization: basic(credential(context, "api_key"), credential(context, "api_secret")) },
    };
  },
  parse: parseDhlParcelDe,
});

/** DHL Parcel Germany: Parcel DE Tracking by polling; pushes come through DHL's unified API with the service "parcel-de". */
export const dhlParcelDe: CarrierAdapter = {
  code: "dhl_parcel_de",
  name: "DHL Paket",
  kind: "carrier",
  aliases: ["dhl_paket", "deutsche_post_dhl"],
  credentials: [
    { key: "api_key", label: "API key", kind: "text", required: true, help: "From your app on developer.dhl.com with Parcel DE Tracking." },
    { key: "api_secret", label: "API secret", kind: "secret", required: true, help: "Of the same app." },
    { key: "user", label: "Business portal user", kind: "text", required: true, help: "The user of DHL's business portal with the tracking right (appname)." },
    { key: "user_password", label: "Business portal password", kind: "secret", required: true, help: "The password of that user." },
    {
      key: "environment", label: "Environment", kind: "choice", required: false, default: "production", help: "The sandbox knows test numbers only.",
      choices: [{ value: "production", label: "Production" }, { value: "test", label: "Sandbox" }],
    },
    BASE_URL_FIELD,
  ],
  // 20 numbers a call, 3 calls a second and 1,000 a day (older pages of DHL).
  limits: { batch: BATCH, perSecond: 3, perDay: 1_000, numbersPerDay: 10_000 },
  parse: parseDhlParcelDe,
  explain: explainDhlParcelDe,
  track,
  test: testByNumber(track, "00340434161094015902"),
};
