import { A_CUSTOMER, logAccess, redactAccessLog } from "~/db/access-log.server";
import { customerOrders } from "~/db/customer-orders.server";
import { deleteDataRequestsOf, deleteUnnamedDataRequests } from "~/db/data-requests.server";
import { requireFindableOrders } from "~/db/key-use.server";
import { REDACT_BATCH, redactOrders } from "~/db/privacy/redact-orders.server";
import { redactMapping } from "~/db/privacy/redact-words.server";
import { shopById } from "~/db/shops.server";
import { mentionsCustomer, type CustomerMarks } from "~/domain/privacy/customer-marks";
import type { PrivacyRequest } from "~/shopify/privacy-webhooks";

import type { UseCaseContext } from "./context";
import { marksOf } from "./privacy/customer-traces";
import { redactFiles } from "./privacy/redact-files";
import { redactWebhooks } from "./privacy/redact-webhooks";

/**
 * Deletes a customer's data: out of the orders that Shopify names and every other order of that customer, and out of
 * whatever else holds it (see `PERSONAL_DATA`). What is left, which parcel took how long, belongs to no person.
 *
 * In transactions of some hundred orders; broken off, it goes on where it was. What the orders say of the customer is
 * needed to find the rest, so the rest comes first.
 *
 * @param input.deliveryId the webhook that asked for it, which is dealt with by whoever calls
 * @returns how many orders
 * @throws MissingKeyError when orders of the customer may have been missed; what was found is deleted all the same
 */
export async function redactCustomer(context: UseCaseContext, input: { shopId: string; request: PrivacyRequest; deliveryId?: string }): Promise<number> {
  const { shopId, request } = input;
  const shop = await shopById(context.db.prisma, shopId);
  if (!shop) return 0;
  const orderIds = await customerOrders(context.db.sql, context.secrets, shopId, request);
  const marks = once(() => marksOf(context, shopId, request, orderIds));
  await redactWebhooks(context, shop, marks, input.deliveryId ?? null);
  await redactFiles(context, shopId, marks);
  await redactShopRows(context, shopId, request, marks);
  for (let start = 0; start < orderIds.length; start += REDACT_BATCH) {
    await context.db.transaction((tx) => redactOrders(tx, shopId, orderIds.slice(start, start + REDACT_BATCH), context.now()));
  }
  await context.db.transaction((tx) =>
    logAccess(tx, { shopId, actor: "shopify", purpose: "customers/redact", subject: A_CUSTOMER, fields: ["name", "email", "phone", "address"] }, context.now()),
  );
  if (request.email || request.phone) await requireFindableOrders(context.db.sql, context.secrets, shopId);
  return orderIds.length;
}

/** Exports, rules and log lines of the shop that are about the customer. */
async function redactShopRows(context: UseCaseContext, shopId: string, request: PrivacyRequest, marks: () => Promise<CustomerMarks>): Promise<void> {
  const known = await marks();
  const isAbout = (text: string) => mentionsCustomer(known, text);
  await context.db.transaction(async (tx) => {
    await redactMapping(tx, shopId, isAbout);
    await deleteUnnamedDataRequests(tx, context.secrets, shopId, isAbout);
    if (!request.customerGid) return;
    await deleteDataRequestsOf(tx, shopId, request.customerGid);
    await redactAccessLog(tx, shopId, request.customerGid);
  });
}

/** A value that is made when it is first asked for. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null;
  return () => (made ??= make());
}
