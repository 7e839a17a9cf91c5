import { credential } from "../calling/connection";
import { readAnswer } from "../calling/track";
import type { CarrierContext, HttpAnswer } from "../port";
import type { AccountPush, PushOutcome } from "../push-port";
import { problem } from "../reading/answers";
import { decodeBody } from "../reading/body";
import { at, listAt, textAt } from "../reading/values";
import { easyPostCall } from "./calls";
import { parseEasyPost } from "./parse";

/**
 * The webhook of an EasyPost account, by its API for webhooks (EasyPost's reference, "Webhooks": make, list, read, delete;
 * `disabled_at` says that too many pushes failed). Every tracker of the account is pushed there.
 */
function failed(answer: HttpAnswer, context: CarrierContext): PushOutcome {
  const { problems } = readAnswer(parseEasyPost, answer, context.now());
  return { ok: false, problem: problems[0] ?? problem("invalid", `EasyPost answered HTTP ${answer.status}.`, { code: answer.status }) };
}

function valueOf(answer: HttpAnswer): unknown {
  const decoded = decodeBody(answer.body);
  return decoded.kind === "json" ? decoded.value : null;
}

const good = ({ status }: HttpAnswer) => status >= 200 && status < 300;

const end: AccountPush["end"] = async (id, context) => {
  const answer = await context.http.send(easyPostCall(context, "DELETE", `/webhooks/${encodeURIComponent(id)}`));
  return good(answer) || answer.status === 404 ? { ok: true, id } : failed(answer, context);
};

/** One at our address from before has a secret that nobody knows any more: it goes first, so that nothing is pushed twice. */
const make: AccountPush["make"] = async (context) => {
  const list = await context.http.send(easyPostCall(context, "GET", "/webhooks"));
  if (!good(list)) return failed(list, context);
  for (const hook of listAt(valueOf(list), "webhooks")) {
    const id = textAt(hook, "id");
    if (id === null || textAt(hook, "url") !== context.webhookUrl) continue;
    const ended = await end(id, context);
    if (!ended.ok) return ended;
  }
  const answer = await context.http.send(easyPostCall(context, "POST", "/webhooks", { webhook: { url: context.webhookUrl, webhook_secret: credential(context, "webhook_secret") } }));
  if (!good(answer)) return failed(answer, context);
  const id = textAt(valueOf(answer), "id");
  return id === null ? { ok: false, problem: problem("unparsable", "EasyPost made a webhook and did not say its id.") } : { ok: true, id };
};

const check: AccountPush["check"] = async (id, context) => {
  const answer = await context.http.send(easyPostCall(context, "GET", `/webhooks/${encodeURIComponent(id)}`));
  if (answer.status === 404) return "gone";
  if (!good(answer)) return "unknown";
  const disabled = at(valueOf(answer), "disabled_at");
  return disabled === undefined || disabled === null ? "live" : "stopped";
};

export const easyPostAccountPush: AccountPush = {
  wanted: (credentials) => (credentials["webhook"] === "made" ? "webhook" : null),
  make,
  check,
  end,
};
