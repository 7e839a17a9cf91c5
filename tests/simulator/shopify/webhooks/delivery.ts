/** One webhook on its way to one subscriber. Plain JSON, for it is kept until it is delivered. */
export interface Delivery {
  id: string;
  /** X-Shopify-Webhook-Id: one per subscriber and event; the same on every attempt. */
  webhookId: string;
  /** X-Shopify-Event-Id: one per event. */
  eventId: string;
  topic: string;
  shop: string;
  url: string;
  apiVersion: string;
  /** X-Shopify-Triggered-At, ISO 8601. */
  triggeredAt: string;
  body: string;
  attempts: number;
}

export type Outcome = "delivered" | "dropped" | "given_up";

/** What became of a delivery, for the control page and for tests. */
export interface DeliveryRecord {
  topic: string;
  shop: string;
  webhookId: string;
  eventId: string;
  outcome: Outcome;
  attempts: number;
  /** The last answer's status; null when there was none (refused, timed out, dropped). */
  status: number | null;
  error: string | null;
  /** Milliseconds since the epoch. */
  triggeredAt: number;
  body: string;
}

/**
 * Under which names Shopify sends a delivery's headers: "X-Shopify-…", or "Shopify-…", which events and newer webhooks
 * have. Without the X there is no event id (shopify-app-js, changeset of August 2026: Shopify drops the header).
 */
export type HeaderFamily = "webhooks" | "events";

/** The headers of one attempt. */
function deliveryHeaders(delivery: Delivery, signature: string, family: HeaderFamily): Record<string, string> {
  const prefix = family === "webhooks" ? "x-shopify-" : "shopify-";
  return {
    "content-type": "application/json",
    "user-agent": "Shopify-Captain-Hook",
    [`${prefix}topic`]: delivery.topic,
    [`${prefix}hmac-sha256`]: signature,
    [`${prefix}shop-domain`]: delivery.shop,
    [`${prefix}api-version`]: delivery.apiVersion,
    [`${prefix}webhook-id`]: delivery.webhookId,
    ...(family === "webhooks" ? { "x-shopify-event-id": delivery.eventId } : {}),
    [`${prefix}triggered-at`]: delivery.triggeredAt,
  };
}

/** One attempt. A 3xx is a failure, as Shopify sees it. @throws when there is no answer in time */
export async function post(delivery: Delivery, signature: string, options: { timeoutMs: number; family: HeaderFamily }): Promise<number> {
  const response = await fetch(delivery.url, {
    method: "POST",
    headers: deliveryHeaders(delivery, signature, options.family),
    body: delivery.body,
    redirect: "manual",
    signal: AbortSignal.timeout(options.timeoutMs),
  });
  await response.arrayBuffer();
  return response.status;
}
