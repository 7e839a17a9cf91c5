import { address } from "../calling/address";
import { BASE_URL_FIELD, basic, credential } from "../calling/connection";
import { testByNumber } from "../calling/test";
import { createTrack } from "../calling/track";
import type { CarrierAdapter } from "../port";
import { explainDhlExpress, parseDhlExpress } from "./parse";

const HOST = "https://express.api.dhl.com";
/** MyDHL takes up to 200 waybills; fewer keep the address short and one fault cheap. */
const BATCH = 50;

const track = createTrack({
  batch: BATCH,
  request(queries, context) {
    const asked = new URLSearchParams();
    for (const query of queries) asked.append("shipmentTrackingNumber", query.number);
    asked.set("trackingView", "all-checkpoints");
    asked.set("levelOfDetail", "shipment");
    asked.set("requestGMTOffsetPerEvent", "true");
    const path = credential(context, "environment") === "test" ? "/mydhlapi/test" : "/mydhlapi";
    return {
      method: "GET",
      url: address(context, HOST, `${path}/tracking?${asked.toString()}`),
      headers: { accept: "application/json", authorization: basic(credential(context, "api_key"), credential(context, "api_secret")) },
    };
  },
  parse: parseDhlExpress,
});

/** DHL Express: MyDHL API by polling; pushes come through DHL's unified API with the service "express". */
export const dhlExpress: CarrierAdapter = {
  code: "dhl_express",
  name: "DHL Express",
  kind: "carrier",
  aliases: ["mydhl"],
  credentials: [
    { key: "api_key", label: "API key", kind: "text", required: true, help: "From your DHL Express contact or the MyDHL API page of developer.dhl.com." },
    { key: "api_secret", label: "API secret", kind: "secret", required: true, help: "Given with the key." },
    {
      key: "environment", label: "Environment", kind: "choice", required: false, default: "production", help: "The test environment knows test waybills only.",
      choices: [{ value: "production", label: "Production" }, { value: "test", label: "Test" }],
    },
    BASE_URL_FIELD,
  ],
  // DHL publishes no quota; 500 calls a day are commonly told for test keys.
  limits: { batch: BATCH, perSecond: 2, perDay: null },
  parse: parseDhlExpress,
  explain: explainDhlExpress,
  track,
  test: testByNumber(track, "9356579890"),
};
