import { address, segment } from "../calling/address";
import { BASE_URL_FIELD, credential } from "../calling/connection";
import { testByNumber } from "../calling/test";
import { createTrack } from "../calling/track";
import type { CarrierAdapter } from "../port";
import { explainPostNl, parsePostNl } from "./parse";

const HOSTS = { production: "https://api.postnl.nl", test: "https://api-sandbox.postnl.nl" };

const track = createTrack({
  batch: 1,
  request: ([query], context) => ({
    method: "GET",
    url: address(context, credential(context, "environment") === "test" ? HOSTS.test : HOSTS.production, `/shipment/v2/status/barcode/${segment(query?.number ?? "")}?detail=true&language=${query?.locale?.startsWith("nl") ? "NL" : "EN"}`),
    headers: { accept: "application/json", apikey: credential(context, "api_key") },
  }),
  parse: parsePostNl,
});

/** PostNL Shippingstatus API by polling: only shipments of the key's own customer number. */
export const postnl: CarrierAdapter = {
  code: "postnl",
  name: "PostNL",
  kind: "carrier",
  aliases: [],
  credentials: [
    { key: "api_key", label: "API key", kind: "secret", required: true, help: "From developer.postnl.nl; it knows the shipments of your customer number." },
    {
      key: "environment", label: "Environment", kind: "choice", required: false, default: "production", help: "",
      choices: [{ value: "production", label: "Production" }, { value: "test", label: "Sandbox" }],
    },
    BASE_URL_FIELD,
  ],
  // PostNL publishes no figures.
  limits: { batch: 1, perSecond: 2, perDay: null },
  parse: parsePostNl,
  explain: explainPostNl,
  track,
  test: testByNumber(track, "3SDEVC000000000"),
};
