import type { CarrierAdapter, CarrierContext, HttpAnswer, HttpRequest } from "../port";
import type { AccountPush, PushOutcome } from "../push-port";
import { problem } from "../reading/answers";
import { decodeBody } from "../reading/body";
import { list as asList, textAt } from "../reading/values";
import { readAnswer } from "./track";

/** How a provider's API makes webhooks of a whole account, as data and small functions. */
export interface AccountWebhooks {
  name: string;
  /** The request for all of them, or for one of them by its id. */
  request(context: CarrierContext, method: HttpRequest["method"], id: string | null, body?: unknown): HttpRequest;
  /** What is sent to make one. */
  body(context: CarrierContext): unknown;
  /** Where the list stands in the answer, and which field holds an id; whether one of the list is of the kind that is made. */
  listAt(value: unknown): unknown;
  idKey: string;
  isOurs?(value: unknown): boolean;
  /** Whether one that is there has been switched off by the provider. */
  isStopped?(value: unknown): boolean;
  parse: CarrierAdapter["parse"];
}

/**
 * Makes an adapter's `accountPush` where webhooks are made by the provider's API and the setting `webhook` asks for it.
 * One that is at our address from before is replaced: it may have been made with a secret that nobody knows any more,
 * and two would push everything twice.
 */
export function createAccountWebhook(how: AccountWebhooks): AccountPush {
  const failed = (answer: HttpAnswer, context: CarrierContext): PushOutcome => {
    const { problems } = readAnswer(how.parse, answer, context.now());
    return { ok: false, problem: problems[0] ?? problem("invalid", `${how.name} answered HTTP ${answer.status}.`, { code: answer.status }) };
  };
  const end: AccountPush["end"] = async (id, context) => {
    const answer = await context.http.send(how.request(context, "DELETE", id));
    return isGood(answer) || answer.status === 404 ? { ok: true, id } : failed(answer, context);
  };
  return {
    wanted: (credentials) => (credentials["webhook"] === "made" ? "webhook" : null),
    async make(context) {
      const known = await context.http.send(how.request(context, "GET", null));
      if (!isGood(known)) return failed(known, context);
      for (const hook of asList(how.listAt(valueOf(known)))) {
        const id = textAt(hook, how.idKey);
        if (id === null || textAt(hook, "url") !== context.webhookUrl || how.isOurs?.(hook) === false) continue;
        const ended = await end(id, context);
        if (!ended.ok) return ended;
      }
      const answer = await context.http.send(how.request(context, "POST", null, how.body(context)));
      if (!isGood(answer)) return failed(answer, context);
      const id = textAt(valueOf(answer), how.idKey);
      return id === null ? { ok: false, problem: problem("unparsable", `${how.name} made a webhook and did not say its id.`) } : { ok: true, id };
    },
    async check(id, context) {
      const answer = await context.http.send(how.request(context, "GET", id));
      if (answer.status === 404) return "gone";
      if (!isGood(answer)) return "unknown";
      return how.isStopped?.(valueOf(answer)) ? "stopped" : "live";
    },
    end,
  };
}

/** The setting that asks for it. */
export const WEBHOOK_FIELD = (name: string) =>
  ({
    key: "webhook", label: "Webhook", kind: "choice", required: false, default: "own", help: `Milepost can make the webhook at ${name}, look after it, and delete it when you disconnect.`,
    choices: [{ value: "own", label: `I paste the address at ${name}` }, { value: "made", label: "Milepost makes it" }],
  }) as const;

const isGood = ({ status }: HttpAnswer) => status >= 200 && status < 300;

function valueOf(answer: HttpAnswer): unknown {
  const decoded = decodeBody(answer.body);
  return decoded.kind === "json" ? decoded.value : null;
}
