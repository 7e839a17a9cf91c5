import { address } from "../calling/address";
import { BASE_URL_FIELD, credential, form, FORM_HEADERS } from "../calling/connection";
import { testByToken } from "../calling/test";
import type { TokenSource } from "../calling/token";
import { createTrack } from "../calling/track";
import type { CarrierAdapter, CarrierContext } from "../port";
import { problem } from "../reading/answers";
import { explainAmazonShipping, parseAmazonShipping } from "./parse";

const REGIONS = { eu: "https://sellingpartnerapi-eu.amazon.com", na: "https://sellingpartnerapi-na.amazon.com" };
const LOGIN = "https://api.amazon.com";

/** Login with Amazon; an overriding address stands for both hosts. */
const token: TokenSource = {
  provider: "amazon_shipping",
  usualSeconds: 1_800,
  request: (context) => ({
    method: "POST",
    url: address(context, LOGIN, "/auth/o2/token"),
    headers: FORM_HEADERS,
    body: form({
      grant_type: "refresh_token",
      refresh_token: credential(context, "refresh_token"),
      client_id: credential(context, "client_id"),
      client_secret: credential(context, "client_secret"),
    }),
  }),
};

function host(context: CarrierContext): string {
  return credential(context, "region") === "na" ? REGIONS.na : REGIONS.eu;
}

const ask = createTrack({
  batch: 1,
  token,
  request: ([query], context, bearer) => ({
    method: "GET",
    url: address(context, host(context), `/shipping/v2/tracking?${form({ trackingId: query?.number ?? "", carrierId: credential(context, "carrier_id") })}`),
    headers: { accept: "application/json", "x-amz-access-token": bearer, "x-amzn-shipping-business-id": credential(context, "business_id") || "AmazonShipping_UK" },
  }),
  parse: parseAmazonShipping,
});

/** Parcels of Amazon's own shop ("TBA…") are not known to this API, whoever asks. */
const track: CarrierAdapter["track"] = async (queries, context) => {
  const retail = (number: string) => /^TBA/i.test(number.trim());
  const answer = await ask(queries.filter((query) => !retail(query.number)), context);
  const refused = queries.filter((query) => retail(query.number)).map((query) => problem("invalid", "Amazon gives no access to the parcels of its own shop (TBA numbers).", { number: query.number }));
  return { ...answer, problems: [...answer.problems, ...refused] };
};

/** Amazon Shipping v2 by polling: only parcels bought through Amazon Shipping can be asked for. */
export const amazonShipping: CarrierAdapter = {
  code: "amazon_shipping",
  name: "Amazon Shipping",
  kind: "carrier",
  aliases: ["amazon", "amazon_logistics"],
  credentials: [
    { key: "client_id", label: "LWA client ID", kind: "text", required: true, help: "Of your Selling Partner app." },
    { key: "client_secret", label: "LWA client secret", kind: "secret", required: true, help: "Of the same app." },
    { key: "refresh_token", label: "Refresh token", kind: "secret", required: true, help: "Given when your seller account authorised the app." },
    { key: "carrier_id", label: "Carrier ID", kind: "text", required: true, help: "The carrierId that getRates gives for your parcels." },
    {
      key: "region", label: "Region", kind: "choice", required: true, default: "eu", help: "The host that serves your marketplace.",
      choices: [{ value: "eu", label: "Europe" }, { value: "na", label: "North America" }],
    },
    { key: "business_id", label: "Business ID", kind: "text", required: false, default: "AmazonShipping_UK", help: "e.g. AmazonShipping_US." },
    BASE_URL_FIELD,
  ],
  // 80 requests a second, burst 100 (shippingV2 model).
  limits: { batch: 1, perSecond: 80, perDay: null },
  parse: parseAmazonShipping,
  explain: explainAmazonShipping,
  track,
  test: testByToken(token),
};
