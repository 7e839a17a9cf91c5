import { address } from "../calling/address";
import { BASE_URL_FIELD, credential, form } from "../calling/connection";
import { testByNumber } from "../calling/test";
import { createTrack } from "../calling/track";
import type { CarrierAdapter } from "../port";
import { explainPostNord, parsePostNord } from "./parse";

const HOSTS = { production: "https://api2.postnord.com", test: "https://atapi2.postnord.com" };
const LOCALES: ReadonlySet<string> = new Set(["en", "sv", "no", "da", "fi"]);

const track = createTrack({
  batch: 1,
  request([query], context) {
    const locale = query?.locale?.slice(0, 2) ?? "en";
    return {
      method: "GET",
      url: address(context, credential(context, "environment") === "test" ? HOSTS.test : HOSTS.production, `/rest/shipment/v5/trackandtrace/findByIdentifier.json?${form({ id: query?.number ?? "", locale: LOCALES.has(locale) ? locale : "en", apikey: credential(context, "api_key") })}`),
      headers: { accept: "application/json" },
    };
  },
  parse: parsePostNord,
});

/** PostNord Track & Trace v5 by polling. */
export const postnord: CarrierAdapter = {
  code: "postnord",
  name: "PostNord",
  kind: "carrier",
  aliases: [],
  credentials: [
    { key: "api_key", label: "API key", kind: "secret", required: true, help: "From developer.postnord.com with Track & Trace." },
    {
      key: "environment", label: "Environment", kind: "choice", required: false, default: "production", help: "",
      choices: [{ value: "production", label: "Production" }, { value: "test", label: "Test" }],
    },
    BASE_URL_FIELD,
  ],
  // PostNord publishes no figures outside its portal.
  limits: { batch: 1, perSecond: 2, perDay: null },
  parse: parsePostNord,
  explain: explainPostNord,
  track,
  test: testByNumber(track, "00000000000SE"),
};
