import { address, segment } from "../calling/address";
import { BASE_URL_FIELD, basic, credential, JSON_HEADERS } from "../calling/connection";
import { testByNumber } from "../calling/test";
import { createTrack } from "../calling/track";
import type { CarrierAdapter } from "../port";
import { explainAustraliaPost, parseAustraliaPost } from "./parse";

const BATCH = 10;

const track = createTrack({
  batch: BATCH,
  request: (queries, context) => ({
    method: "GET",
    url: address(context, "https://digitalapi.auspost.com.au", `${credential(context, "environment") === "test" ? "/test" : ""}/shipping/v1/track?tracking_ids=${queries.map((query) => segment(query.number)).join(",")}`),
    headers: { ...JSON_HEADERS, authorization: basic(credential(context, "api_key"), credential(context, "password")), "Account-Number": credential(context, "account_number") },
  }),
  parse: parseAustraliaPost,
});

/** Australia Post and StarTrack: Shipping & Tracking API by polling; it has no verified webhooks. */
export const australiaPost: CarrierAdapter = {
  code: "australia_post",
  name: "Australia Post",
  kind: "carrier",
  aliases: ["australiapost", "auspost", "startrack"],
  credentials: [
    { key: "api_key", label: "API key", kind: "text", required: true, help: "From developers.auspost.com.au." },
    { key: "password", label: "Password", kind: "secret", required: true, help: "Given with the key." },
    { key: "account_number", label: "Account number", kind: "text", required: true, help: "Ten digits with leading zeros; StarTrack's own for StarTrack." },
    {
      key: "environment", label: "Environment", kind: "choice", required: false, default: "production", help: "The test bed knows test numbers only.",
      choices: [{ value: "production", label: "Production" }, { value: "test", label: "Test bed" }],
    },
    BASE_URL_FIELD,
  ],
  // Ten numbers a call, commonly ten calls a minute; each answer tells the limits of the credential.
  limits: { batch: BATCH, perSecond: 0.16, perDay: null },
  parse: parseAustraliaPost,
  explain: explainAustraliaPost,
  track,
  test: testByNumber(track, "7XX1000"),
};
