import { WEBHOOK_FIELD } from "../calling/account-webhook";
import { segment } from "../calling/address";
import { BASE_URL_FIELD } from "../calling/connection";
import { createRegister } from "../calling/register";
import { testByNumber } from "../calling/test";
import { createTrack } from "../calling/track";
import { unregisterById } from "../calling/unregister-by-id";
import type { CarrierAdapter, WebhookScheme } from "../port";
import { listAt, textAt } from "../reading/values";
import { easyPostCall } from "./calls";
import { EASYPOST_CARRIERS, explainEasyPost, parseEasyPost } from "./parse";
import { easyPostAccountPush } from "./webhook";

const BATCH = 100;
const DAY_MS = 86_400_000;
/** A list without dates holds the last month only; shipments are followed for longer. */
const LOOK_BACK_DAYS = 180;

/** The same code and carrier within three months gives the tracker that exists: asking twice does no harm. */
const call: typeof easyPostCall = (...given) => ({ ...easyPostCall(...given), idempotent: true });

const track = createTrack({
  batch: BATCH,
  request(queries, context) {
    const asked = queries.map((query) => `tracking_codes[]=${segment(query.number)}`).join("&");
    const since = new Date(context.now() - LOOK_BACK_DAYS * DAY_MS).toISOString();
    return call(context, "GET", `/trackers?${asked}&page_size=${BATCH}&start_datetime=${encodeURIComponent(since)}`);
  },
  parse: parseEasyPost,
});

const register = createRegister({
  batch: 1,
  request([query], context) {
    const carrier = EASYPOST_CARRIERS.theirs(query?.carrier ?? null, query?.destinationCountry);
    return call(context, "POST", "/trackers", { tracker: { tracking_code: query?.number, ...(carrier === null ? {} : { carrier }) } });
  },
  read: () => null,
  parse: parseEasyPost,
});

/** EasyPost deletes by its own id, so that the number is looked up first. */
const unregister = unregisterById({
  find: (query, context) => call(context, "GET", `/trackers?tracking_code=${segment(query.number)}&start_datetime=${encodeURIComponent(new Date(context.now() - LOOK_BACK_DAYS * DAY_MS).toISOString())}`),
  idsOf: (answer) => listAt(answer, "trackers").map((item) => textAt(item, "id")),
  end: (id, context) => call(context, "DELETE", `/trackers/${segment(id)}`),
  parse: parseEasyPost,
});

/** Version 1: the body alone. Source: EasyPost's guide to webhooks, with a published example. */
const SIGNATURE = {
  kind: "hmac", header: "x-hmac-signature", algorithm: "sha256", encoding: "hex", prefix: "hmac-sha256-hex=", template: "{body}", secretKey: "webhook_secret", normaliseSecret: "NFKD",
} as const satisfies WebhookScheme;

/** EasyPost tries again for about an hour, and does not say whether it signs anew then: a younger limit could lose pushes. */
const OLDEST_PUSH_MS = 2 * 3_600_000;

/**
 * Version 2: time, method and path, too. EasyPost's support page names the headers; what is signed is from five public
 * receivers that agree, none of which tells of a live push. So version 1 is what is checked unless the setting says otherwise.
 */
const SIGNATURE_V2: WebhookScheme = {
  ...SIGNATURE, header: "x-hmac-signature-v2", template: "{header:x-timestamp}POST{header:x-path}{body}", freshness: { header: "x-timestamp", withinMs: OLDEST_PUSH_MS },
};

/** EasyPost Trackers: an aggregator; a tracker is made for each number, read in lists, and pushed. */
export const easypost: CarrierAdapter = {
  code: "easypost",
  name: "EasyPost",
  kind: "aggregator",
  aliases: [],
  credentials: [
    { key: "api_key", label: "API key", kind: "secret", required: true, help: "The production key; a test key knows test numbers only." },
    WEBHOOK_FIELD("EasyPost"),
    { key: "webhook_secret", label: "Webhook secret", kind: "secret", required: false, madeUp: true, help: "The secret that you gave when you made the webhook; left empty, Milepost makes one up." },
    {
      key: "signature", label: "Signature of webhooks", kind: "choice", required: false, default: "v1",
      help: "Version 2 also covers when it was sent. EasyPost does not publish what exactly it signs: if webhooks are refused with it, go back to version 1.",
      choices: [{ value: "v1", label: "Version 1" }, { value: "v2", label: "Version 2, with time" }],
    },
    BASE_URL_FIELD,
  ],
  // Lists: five a second (EasyPost's page on rate limits).
  limits: { batch: BATCH, perSecond: 5, perDay: null },
  parse: parseEasyPost,
  explain: explainEasyPost,
  track,
  register,
  unregister,
  accountPush: easyPostAccountPush,
  webhook: SIGNATURE,
  webhookBy: { key: "signature", schemes: { v2: SIGNATURE_V2 } },
  test: testByNumber(track, "EZ1000000001"),
};
