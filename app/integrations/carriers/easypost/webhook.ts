import { createAccountWebhook } from "../calling/account-webhook";
import { segment } from "../calling/address";
import { credential } from "../calling/connection";
import { at } from "../reading/values";
import { easyPostCall } from "./calls";
import { parseEasyPost } from "./parse";

/**
 * The webhook of an EasyPost account, by its API (EasyPost's reference, "Webhooks": make, list, read, delete; `disabled_at`
 * says that too many pushes failed). Every tracker of the account is pushed there.
 */
export const easyPostAccountPush = createAccountWebhook({
  name: "EasyPost",
  request: (context, method, id, body) => easyPostCall(context, method, `/webhooks${id === null ? "" : `/${segment(id)}`}`, body),
  body: (context) => ({ webhook: { url: context.webhookUrl, webhook_secret: credential(context, "webhook_secret") } }),
  listAt: (value) => at(value, "webhooks"),
  idKey: "id",
  isStopped: (value) => (at(value, "disabled_at") ?? null) !== null,
  parse: parseEasyPost,
});
