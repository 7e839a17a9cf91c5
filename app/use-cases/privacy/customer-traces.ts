import { errorSummary } from "~/domain/errors/describe-error";
import { openCustomer, type CustomerData } from "~/db/customer-data.server";
import { orderIdentities, type CustomerKeys, type OrderIdentity } from "~/db/customer-orders.server";
import { customerMarks, mentionsCustomer, type CustomerMarks, type KnownCustomer } from "~/domain/privacy/customer-marks";

import type { UseCaseContext } from "../context";

/** Orders of one query. */
const PAGE = 1_000;

/** By what a customer is recognised in bodies of webhooks, files and rules: what the request and their orders say. */
export async function marksOf(context: UseCaseContext, shopId: string, customer: CustomerKeys & { customerGid: string | null }, orderIds: readonly string[]): Promise<CustomerMarks> {
  const known: { [Kind in keyof KnownCustomer]: Set<string> } = {
    orderGids: new Set(customer.orderGids), customerGids: new Set(), trackingNumbers: new Set(), orderNames: new Set(), emails: new Set(), phones: new Set(), names: new Set(), streets: new Set(),
  };
  const add = (kind: keyof KnownCustomer, value: string | null | undefined) => {
    if (value) known[kind].add(value);
  };
  add("customerGids", customer.customerGid);
  add("emails", customer.email);
  add("phones", customer.phone);
  for (let start = 0; start < orderIds.length; start += PAGE) {
    for (const order of await orderIdentities(context.db.prisma, shopId, orderIds.slice(start, start + PAGE))) {
      add("orderGids", order.gid);
      add("orderNames", order.name);
      for (const number of order.trackingNumbers) add("trackingNumbers", number);
      const customer = opened(context, order);
      add("names", customer?.name);
      add("emails", customer?.email);
      add("phones", customer?.phone);
      add("streets", customer?.address?.address1);
      add("streets", customer?.address?.address2);
    }
  }
  return customerMarks(Object.fromEntries(Object.entries(known).map(([kind, values]) => [kind, [...values]])) as unknown as KnownCustomer);
}

/** Customer data that no key given opens does not keep the rest from being deleted. */
function opened(context: UseCaseContext, order: OrderIdentity): CustomerData | null {
  try {
    return openCustomer(context.secrets, order);
  } catch (error) {
    context.log.warn({ error: errorSummary(error) }, "an order's customer data could not be opened");
    return null;
  }
}

/** Whether a webhook's body is about the customer; JSON is read with its escapes and without. */
export function bodyMentions(marks: CustomerMarks, body: Buffer): boolean {
  const text = body.toString("utf8");
  return mentionsCustomer(marks, text) || mentionsCustomer(marks, unescaped(text));
}

function unescaped(text: string): string {
  if (!text.includes("\\")) return "";
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return "";
  }
}
