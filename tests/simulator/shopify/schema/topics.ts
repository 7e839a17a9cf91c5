import { readFileSync } from "node:fs";

/**
 * Every webhook topic of the Admin API 2026-10 with the scopes of which one is needed, by its name in
 * WebhookSubscriptionTopic; read out of the descriptions of Shopify's schema (ISC, see LICENSE.admin-schema).
 */
const topics = JSON.parse(readFileSync(new URL("webhook-topics.json", import.meta.url), "utf8")) as Record<string, { topic: string | null; scopes: string[] }>;

/** Topics that are in no schema: every app must take them, none needs a scope for them. */
const compliance = ["customers/data_request", "customers/redact", "shop/redact"];

const byTopic = new Map(Object.entries(topics).flatMap(([name, one]) => (one.topic === null ? [] : [[one.topic, { name, scopes: one.scopes }] as const])));

/** The scopes of which a subscriber needs one, `[]` when none is needed, null when there is no such topic. */
export function topicScopes(topic: string): string[] | null {
  if (compliance.includes(topic)) return [];
  return byTopic.get(topic)?.scopes ?? null;
}

/** `orders/create` for ORDERS_CREATE; null for the few whose path Shopify does not tell. */
export function topicOfEnum(name: string): string | null {
  return topics[name]?.topic ?? null;
}
