import { createAccountWebhook } from "../calling/account-webhook";
import { segment } from "../calling/address";
import { at, textAt } from "../reading/values";
import { shipEngineCall } from "./calls";
import { parseShipEngine } from "./parse";

/** The webhook for tracking of a ShipEngine environment. Source: ShipEngine's OpenAPI file of April 2026, "Webhooks". */
export const shipEngineAccountPush = createAccountWebhook({
  name: "ShipEngine",
  request: (context, method, id, body) => shipEngineCall(context, method, `/v1/environment/webhooks${id === null ? "" : `/${segment(id)}`}`, body),
  body: (context) => ({ event: "track", url: context.webhookUrl, name: "Milepost" }),
  listAt: (value) => (Array.isArray(value) ? value : at(value, "webhooks")),
  idKey: "webhook_id",
  isOurs: (value) => textAt(value, "event") === "track",
  parse: parseShipEngine,
});
