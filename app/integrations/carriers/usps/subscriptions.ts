import { address, segment } from "../calling/address";
import { credential, JSON_HEADERS } from "../calling/connection";
import { TokenRefused, type TokenSource } from "../calling/token";
import { readAnswer, sendAuthorised } from "../calling/track";
import type { CarrierContext, Credentials, HttpAnswer, HttpRequest } from "../port";
import type { AccountPush, PushOutcome } from "../push-port";
import { problem } from "../reading/answers";
import { decodeBody } from "../reading/body";
import { at, firstText } from "../reading/values";
import { host, uspsToken } from "./client";
import { parseUsps } from "./parse";

/**
 * One subscription for all parcels of a mailer id (Subscriptions – Tracking v3). Source of addresses and body: public
 * clients built on USPS's OpenAPI, live notes of 2026. Not settled by them: the names of event types besides ALL_UPDATES,
 * changing a subscription (it is made anew), and in which field a suspended one says so (any is read).
 */
const PATH = "/subscriptions-tracking/v3/subscriptions";

/** USPS takes a secret of exactly so many characters. */
const SECRET_LENGTH = 32;

/** Times an end is tried when the subscription changed between reading and ending it. */
const TRIES = 3;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** The right to subscribe is another than the one to look up: its token is another, too. */
const token: TokenSource = {
  ...uspsToken,
  provider: "usps-subscriptions",
  request: (context) => {
    const request = uspsToken.request(context);
    return { ...request, body: JSON.stringify({ ...(JSON.parse(request.body ?? "{}") as object), scope: "subscriptions-tracking" }) };
  },
};

async function send(context: CarrierContext, request: Omit<HttpRequest, "url"> & { id?: string }): Promise<HttpAnswer> {
  const { id, ...rest } = request;
  const url = address(context, host(context), `${PATH}${id === undefined ? "" : `/${segment(id)}`}`);
  return sendAuthorised(token, context, (bearer) => ({ ...rest, url, headers: { ...JSON_HEADERS, authorization: `Bearer ${bearer}`, ...rest.headers } }));
}

/** Never throws for a refused token: that is a problem like any other. */
async function outcome(work: () => Promise<PushOutcome>): Promise<PushOutcome> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TokenRefused) return { ok: false, problem: error.problem };
    throw error;
  }
}

function failed(answer: HttpAnswer, context: CarrierContext): PushOutcome {
  const { problems } = readAnswer(parseUsps, answer, context.now());
  return { ok: false, problem: problems[0] ?? problem("invalid", `USPS answered HTTP ${answer.status}.`, { code: answer.status }) };
}

function idOf(body: string): string | null {
  const decoded = decodeBody(body);
  if (decoded.kind !== "json") return null;
  const { value } = decoded;
  return firstText(at(value, "subscriptionId"), at(value, "subscriptionID"), at(value, "subscription_id"), at(value, "id"));
}

const make: AccountPush["make"] = (context) =>
  outcome(async () => {
    const secret = credential(context, "webhook_secret");
    if (secret.length !== SECRET_LENGTH) return { ok: false, problem: problem("invalid", `The subscription secret must have ${SECRET_LENGTH} characters; it has ${secret.length}.`) };
    if (context.webhookUrl === undefined) return { ok: false, problem: problem("invalid", "There is no address to which USPS could push.") };
    const email = credential(context, "admin_email");
    const answer = await send(context, {
      method: "POST",
      // The same address and filter again is answered with the subscription that is there.
      idempotent: true,
      body: JSON.stringify({
        listenerURL: context.webhookUrl,
        secret,
        filterProperties: { MID: credential(context, "mailer_id"), trackingEventTypes: ["ALL_UPDATES"] },
        ...(email === "" ? {} : { adminNotification: [{ email }] }),
      }),
    });
    if (answer.status >= 200 && answer.status < 300) {
      const id = idOf(answer.body);
      return id === null ? { ok: false, problem: problem("unparsable", "USPS made a subscription and did not say its id.") } : { ok: true, id };
    }
    const known = answer.status === 400 ? UUID.exec(answer.body) : null;
    return known === null ? failed(answer, context) : { ok: true, id: known[0] };
  });

const check: AccountPush["check"] = async (id, context) => {
  try {
    const answer = await send(context, { method: "GET", id });
    if (answer.status === 404) return "gone";
    if (answer.status !== 200) return "unknown";
    return /"SUSPENDED"/i.test(answer.body) ? "stopped" : "live";
  } catch (error) {
    if (error instanceof TokenRefused) return "unknown";
    throw error;
  }
};

const end: AccountPush["end"] = (id, context) =>
  outcome(async () => {
    let last: HttpAnswer = { status: 0, headers: {}, body: "" };
    for (let tried = 0; tried < TRIES; tried += 1) {
      const read = await send(context, { method: "GET", id });
      if (read.status === 404) return { ok: true, id };
      const etag = read.headers["etag"];
      if (read.status !== 200) return failed(read, context);
      last = await send(context, { method: "DELETE", id, headers: etag === undefined ? {} : { "if-match": etag } });
      if (last.status === 404 || (last.status >= 200 && last.status < 300)) return { ok: true, id };
      // 412: it changed since it was read.
      if (last.status !== 412) break;
    }
    return failed(last, context);
  });

/** A secret of another length is refused while it is typed, where a subscription is to be made with it. */
export function inspectUspsPush(credentials: Credentials): Record<string, string> {
  const length = credentials["webhook_secret"]?.length ?? 0;
  return credentials["mailer_id"] && length !== SECRET_LENGTH ? { webhook_secret: `USPS takes exactly ${SECRET_LENGTH} characters; this has ${length}.` } : {};
}

export const uspsAccountPush: AccountPush = {
  wanted: (credentials) => {
    const mailer = credentials["mailer_id"]?.trim() ?? "";
    return mailer === "" ? null : `MID ${mailer}`;
  },
  make,
  check,
  end,
};
