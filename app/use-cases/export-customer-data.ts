import { readCustomerData } from "~/db/customer-data.server";
import { customerOrders, exportedOrder } from "~/db/customer-orders.server";
import { saveDataRequest } from "~/db/data-requests.server";
import type { PrivacyRequest } from "~/shopify/privacy-webhooks";

import type { UseCaseContext } from "./context";

/**
 * Gathers everything that is kept of a customer, sealed, for the merchant to hand over (customers/data_request).
 * @returns how many orders it holds
 */
export async function exportCustomerData(
  context: UseCaseContext,
  input: { shopId: string; request: PrivacyRequest; requestId: string },
): Promise<number> {
  const { shopId, request, requestId } = input;
  return context.db.transaction(async (tx) => {
    const orders = [];
    for (const orderId of await customerOrders(tx, context.secrets, shopId, request)) {
      const customer = await readCustomerData(context, tx, {
        shopId,
        orderId,
        actor: "shopify",
        purpose: "customers/data_request",
        fields: ["name", "email", "phone", "address"],
      });
      orders.push({ customer, ...(await exportedOrder(tx, shopId, orderId)) });
    }
    const contents = { customer: { id: request.customerGid, email: request.email, phone: request.phone }, orders };
    await saveDataRequest(tx, context.secrets, { shopId, requestId, customerGid: request.customerGid, export: contents, now: context.now() });
    return orders.length;
  });
}
