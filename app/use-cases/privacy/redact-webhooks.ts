import { dropBody, keptBodies, replaceBody, type KeptBody } from "~/db/privacy/customer-bodies.server";
import type { CustomerMarks } from "~/domain/privacy/customer-marks";
import { readWebhookBody } from "~/shopify/webhook-body";
import { bodyOfRefs, orderRefs } from "~/shopify/webhook-order-refs";
import { topicKind } from "~/shopify/webhook-topics";

import type { UseCaseContext } from "../context";
import { bodyMentions } from "./customer-traces";

const DELETED = "The customer's data was deleted.";

/**
 * Takes a customer's data out of webhooks that were not dealt with: of Shopify's about orders the names of the records
 * stay, so that no change is missed; a carrier's push is set aside, its scans come with the next answer.
 * @param marks made when they are first needed
 */
export async function redactWebhooks(context: UseCaseContext, shop: { domain: string }, marks: () => Promise<CustomerMarks>, except: string | null): Promise<void> {
  for (let after: string | null = null; ; ) {
    const page: KeptBody[] = await keptBodies(context.db.prisma, shop.domain, after);
    const last = page.at(-1);
    if (!last) return;
    after = last.id;
    const known = await marks();
    for (const each of page) if (each.id !== except && bodyMentions(known, each.body)) await redactWebhook(context, shop, each);
  }
}

async function redactWebhook(context: UseCaseContext, shop: { domain: string }, webhook: KeptBody): Promise<void> {
  const { prisma } = context.db;
  const kind = webhook.source === "shopify" ? topicKind(webhook.topic) : null;
  // Another deletion that waits for the same customer finds its own way.
  if (kind === "customer_redact" && webhook.status === "pending") return;
  const body = kind === "order" || kind === "order_deleted" ? readWebhookBody(webhook.body) : null;
  if (body) await replaceBody(prisma, shop.domain, webhook.id, bodyOfRefs(orderRefs(webhook.topic, body)));
  else await dropBody(prisma, shop.domain, webhook.id, DELETED, context.now());
}
