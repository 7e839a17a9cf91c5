import { address } from "../calling/address";
import { BASE_URL_FIELD, basic, credential } from "../calling/connection";
import { testByNumber } from "../calling/test";
import { createTrack } from "../calling/track";
import type { CarrierAdapter, CarrierContext, TrackingQuery } from "../port";
import { escapeXml } from "../reading/escape-xml";
import { explainPurolator, parsePurolator } from "./parse";

const HOSTS = { production: "https://webservices.purolator.com", test: "https://devwebservices.purolator.com" };
/** The service takes a list and names no limit. */
const BATCH = 10;

/** Source: Purolator's tracking WSDL, version 1, SOAP 1.1. */
function envelope(queries: readonly TrackingQuery[], context: CarrierContext): string {
  const user = credential(context, "user_token");
  const pins = queries.map((query) => `<d:PIN><d:Value>${escapeXml(query.number)}</d:Value></d:PIN>`).join("");
  return (
    `<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:d="http://purolator.com/pws/datatypes/v1">` +
    `<s:Header><d:RequestContext><d:Version>1.2</d:Version><d:Language>${queries[0]?.locale?.startsWith("fr") ? "fr" : "en"}</d:Language>` +
    `<d:GroupID>milepost</d:GroupID><d:RequestReference>tracking</d:RequestReference>${user === "" ? "" : `<d:UserToken>${escapeXml(user)}</d:UserToken>`}</d:RequestContext></s:Header>` +
    `<s:Body><d:TrackPackagesByPinRequest><d:PINs>${pins}</d:PINs></d:TrackPackagesByPinRequest></s:Body></s:Envelope>`
  );
}

const track = createTrack({
  batch: BATCH,
  request: (queries, context) => ({
    method: "POST",
    url: address(context, credential(context, "environment") === "test" ? HOSTS.test : HOSTS.production, "/EWS/V1/Tracking/TrackingService.asmx"),
    headers: {
      "content-type": "text/xml; charset=utf-8",
      SOAPAction: '"http://purolator.com/pws/service/v1/TrackPackagesByPin"',
      authorization: basic(credential(context, "key"), credential(context, "password")),
    },
    body: envelope(queries, context),
    idempotent: true,
  }),
  parse: parsePurolator,
});

/** Purolator E-Ship Web Services by polling; it has no webhooks. */
export const purolator: CarrierAdapter = {
  code: "purolator",
  name: "Purolator",
  kind: "carrier",
  aliases: [],
  credentials: [
    { key: "key", label: "Key", kind: "text", required: true, help: "From Purolator's E-Ship web services; development and production differ." },
    { key: "password", label: "Key password", kind: "secret", required: true, help: "Given with the key." },
    { key: "user_token", label: "User token", kind: "secret", required: false, help: "Needed with development keys." },
    {
      key: "environment", label: "Environment", kind: "choice", required: false, default: "production", help: "",
      choices: [{ value: "production", label: "Production" }, { value: "test", label: "Development" }],
    },
    BASE_URL_FIELD,
  ],
  // Purolator publishes no quota.
  limits: { batch: BATCH, perSecond: 1, perDay: null },
  parse: parsePurolator,
  explain: explainPurolator,
  track,
  test: testByNumber(track, "329014521622"),
};
