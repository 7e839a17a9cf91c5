import { address, segment } from "../calling/address";
import { BASE_URL_FIELD, basic, credential } from "../calling/connection";
import { testByNumber } from "../calling/test";
import { createTrack } from "../calling/track";
import type { CarrierAdapter } from "../port";
import { explainBpost, parseBpost } from "./parse";

const track = createTrack({
  batch: 1,
  request: ([query], context) => ({
    method: "GET",
    url: address(context, "https://api.parcel.bpost.cloud", `/services/trackedmail/item/${segment(query?.number ?? "")}/trackingInfo`),
    headers: { accept: "application/xml", authorization: basic(credential(context, "account_id"), credential(context, "passphrase")) },
  }),
  parse: parseBpost,
});

/** bpost tracked mail by polling. */
export const bpost: CarrierAdapter = {
  code: "bpost",
  name: "bpost",
  kind: "carrier",
  aliases: [],
  credentials: [
    { key: "account_id", label: "Account ID", kind: "text", required: true, help: "Of your bpost Shipping Manager account." },
    { key: "passphrase", label: "Passphrase", kind: "secret", required: true, help: "Of the same account." },
    BASE_URL_FIELD,
  ],
  // bpost publishes no figures.
  limits: { batch: 1, perSecond: 2, perDay: null },
  parse: parseBpost,
  explain: explainBpost,
  track,
  test: testByNumber(track, "323200000000000000000000"),
};
