import { address, segment } from "../calling/address";
import { BASE_URL_FIELD, credential } from "../calling/connection";
import { testByNumber } from "../calling/test";
import { createTrack } from "../calling/track";
import type { CarrierAdapter, CarrierContext } from "../port";
import { explainRoyalMail, parseRoyalMail } from "./parse";

const HOST = "https://api.royalmail.net";
const BATCH = 30;

function headers(context: CarrierContext): Record<string, string> {
  return {
    accept: "application/json",
    "X-IBM-Client-Id": credential(context, "client_id"),
    "X-IBM-Client-Secret": credential(context, "client_secret"),
    "X-Accept-RMG-Terms": "yes",
  };
}

/** The setting is a path and no more: `credentials` above says so, and `address` keeps it to the host. */
function at(context: CarrierContext, path: string): string {
  return address(context, HOST, `${credential(context, "path").split("?", 1)[0] || "/mailpieces/v2"}${path}`);
}

const trackOne = createTrack({
  batch: 1,
  request: ([query], context) => ({ method: "GET", url: at(context, `/${segment(query?.number ?? "")}/events`), headers: headers(context) }),
  parse: parseRoyalMail,
});

const trackMany = createTrack({
  batch: BATCH,
  request: (queries, context) => ({
    method: "GET",
    url: at(context, `/summary?mailPieceId=${queries.map((query) => segment(query.number)).join(",")}`),
    headers: headers(context),
  }),
  parse: parseRoyalMail,
});

/** Quotas are tiny: one number alone is asked for its whole history, several for their newest event in one call. */
const track: CarrierAdapter["track"] = (queries, context) => (queries.length === 1 ? trackOne(queries, context) : trackMany(queries, context));

/** Royal Mail Tracking API v2 by polling; it has no webhooks. */
export const royalMail: CarrierAdapter = {
  code: "royal_mail",
  name: "Royal Mail",
  kind: "carrier",
  aliases: ["royalmail"],
  credentials: [
    { key: "client_id", label: "Client ID", kind: "text", required: true, help: "Of your app on developer.royalmail.net, subscribed to Tracking." },
    { key: "client_secret", label: "Client secret", kind: "secret", required: true, help: "Of the same app." },
    { key: "path", label: "Path of the API", kind: "text", required: false, urlPart: "path", default: "/mailpieces/v2", help: "Change it when your plan names another." },
    BASE_URL_FIELD,
  ],
  // 30 numbers in a summary. Plans begin at 25 calls in 12 hours and 50 a day (portal, plans of product 76894).
  limits: { batch: BATCH, perSecond: 1, perDay: 50 },
  parse: parseRoyalMail,
  explain: explainRoyalMail,
  track,
  test: testByNumber(track, "AA000000005GB"),
};
