import type { AppConfig } from "../config/app-config";
import { topicOfEnum } from "../schema/topics";
import type { ShopState } from "../store/records";
import type { Subscriber } from "./emitter";

/** Topics that are told although the app is no longer installed. */
const AFTER_UNINSTALL = new Set(["app/uninstalled", "shop/redact", "customers/redact", "customers/data_request"]);

/**
 * Who hears of a topic in a shop: the subscriptions of the app's configuration, and those the app made itself.
 * @param override where all of them are sent instead, or null
 */
export function subscribersOf(config: AppConfig, state: ShopState, topic: string, appUrl: () => string, override: string | null): Subscriber[] {
  if (state.shop.installation === null && !AFTER_UNINSTALL.has(topic)) return [];
  const configured = config.subscriptions.filter((one) => one.topic === topic).map((one) => ({ uri: one.uri, includeFields: one.includeFields }));
  const made = Object.values(state.webhookSubscriptions)
    .filter((one) => topicOfEnum(one.topic) === topic)
    .map((one) => ({ uri: one.uri, includeFields: one.includeFields }));
  return [...configured, ...made].map(({ uri, includeFields }) => ({
    url: override ?? (uri.startsWith("/") ? appUrl() + uri : uri),
    includeFields,
  }));
}
