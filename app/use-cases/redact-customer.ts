import { logAccess } from "~/db/access-log.server";
import { customerOrders, redactOrders } from "~/db/customer-orders.server";
import { deleteDataRequestsOf } from "~/db/data-requests.server";
import type { PrivacyRequest } from "~/shopify/privacy-webhooks";

import type { UseCaseContext } from "./context";

/**
 * Makes a customer's orders anonymous: the ones that Shopify names and every other one of that customer. What is left
 * (which parcel took how long) belongs to nobody.
 * @returns how many orders
 */
export async function redactCustomer(context: UseCaseContext, input: { shopId: string; request: PrivacyRequest }): Promise<number> {
  const { shopId, request } = input;
  return context.db.transaction(async (tx) => {
    const orderIds = await customerOrders(tx, context.secrets, shopId, request);
    await redactOrders(tx, shopId, orderIds, context.now());
    if (request.customerGid) await deleteDataRequestsOf(tx, shopId, request.customerGid);
    const subject = request.customerGid ?? "a customer without an id";
    await logAccess(tx, { shopId, actor: "shopify", purpose: "customers/redact", subject, fields: ["name", "email", "phone", "address"] }, context.now());
    return orderIds.length;
  });
}
