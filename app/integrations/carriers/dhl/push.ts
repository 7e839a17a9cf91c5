import { address, segment } from "../calling/address";
import { credential } from "../calling/connection";
import { createRegister } from "../calling/register";
import { readAnswer } from "../calling/track";
import type { CarrierAdapter, CarrierContext, Credentials, HttpAnswer } from "../port";
import type { NumberSubscription, PushOutcome, SubscriptionNews } from "../push-port";
import { problem } from "../reading/answers";
import { decodeBody } from "../reading/body";
import { textAt } from "../reading/values";
import { parseDhl } from "./parse";

/**
 * DHL Shipment Tracking, Unified Push. Source: DHL's reference page and its push guide with collections of July 2025.
 * Not settled by them: the statuses of each success (any 2xx is taken for one), how often and how long DHL tries, and how
 * long a subscription lives. So all of it waits for the connection's own setting.
 */
export const DHL_HOST = "https://api-eu.dhl.com";

/** The header in which DHL sends our token back: a name that we choose. */
export const DHL_HOOK_HEADER = "x-milepost-hook";

/** DHL forgets most shipments after some 90 days; what is followed for longer is subscribed anew. */
const LIVES_MS = 90 * 86_400_000;

function subscriptionAddress(context: CarrierContext, id?: string): string {
  return address(context, DHL_HOST, `/tracking/push/v1/subscription${id === undefined ? "" : `/${segment(id)}`}`);
}

function headers(context: CarrierContext): Record<string, string> {
  return { accept: "application/json", "DHL-API-Key": credential(context, "api_key") };
}

/** A subscription takes ten shipments of one division and calls the address that is set for it. */
const subscribe = createRegister({
  batch: 10,
  request: (queries, context) => ({
    method: "POST",
    url: subscriptionAddress(context),
    headers: { ...headers(context), "content-type": "application/json" },
    body: JSON.stringify({
      hook: {
        uri: context.webhookUrl,
        authentication: { type: "ApiKeyAuthentication", header: DHL_HOOK_HEADER, token: credential(context, "webhook_token") },
      },
      format: "Default",
      type: "Shipment",
      service: credential(context, "service"),
      events: ["Transit", "Delivered", "Pre-Transit", "Failure", "Unknown"],
      shipmentIDs: queries.map((query) => query.number),
    }),
  }),
  read: () => null,
  parse: parseDhl,
  subscriptionOf: (body) => {
    const decoded = decodeBody(body);
    return decoded.kind === "json" ? textAt(decoded.value, "subscriptionId") : null;
  },
});

/** Asked for, verifiable, and for one division: DHL does not find the division by itself here. */
function wanted(credentials: Credentials): boolean {
  return credentials["push"] === "on" && ["webhook_token", "service"].every((key) => Boolean(credentials[key]));
}

export const registerDhl: NonNullable<CarrierAdapter["register"]> = (queries, context) =>
  wanted(context.credentials) && context.webhookUrl !== undefined ? subscribe(queries, context) : Promise.resolve({ accepted: [], problems: [] });

/** What a push says of its subscription; its id is the last part of `self`, whose host is not trusted. */
export function readDhlSubscription(body: string): SubscriptionNews | null {
  const decoded = decodeBody(body);
  if (decoded.kind !== "json") return null;
  const scope = /^subscription\.(\w+)$/.exec(textAt(decoded.value, "scope") ?? "")?.[1];
  const id = /\/subscription\/([\w-]{1,100})\/?$/.exec(textAt(decoded.value, "self") ?? "")?.[1];
  if (scope === undefined || id === undefined) return null;
  const secret = textAt(decoded.value, "secret");
  if (scope === "push") return { id, what: "pushes", secret: null };
  if (scope === "ready") return { id, what: "ready", secret: null };
  if (scope === "delete") return { id, what: "ended", secret: null };
  if (scope === "validate" || scope === "activate") return { id, what: secret === null ? "waits" : "asks", secret };
  return { id, what: "waits", secret: null };
}

async function send(context: CarrierContext, method: "POST" | "DELETE", id: string, more: Record<string, string> = {}): Promise<PushOutcome> {
  const answer: HttpAnswer = await context.http.send({ method, url: subscriptionAddress(context, id), headers: { ...headers(context), ...more } });
  if (answer.status >= 200 && answer.status < 300) return { ok: true, id };
  const { problems } = readAnswer(parseDhl, answer, context.now());
  return { ok: false, problem: problems[0] ?? problem("invalid", `DHL answered HTTP ${answer.status}.`, { code: answer.status }) };
}

export const dhlSubscription: NumberSubscription = {
  livesMs: LIVES_MS,
  wanted,
  life: {
    read: readDhlSubscription,
    confirm: (news, context) => send(context, "POST", news.id, { "DHL-API-Hook-Secret": news.secret ?? "" }),
  },
  end: (id, context) => send(context, "DELETE", id),
};
