import { z } from "zod";

import { toGid } from "./webhook-body";

const id = z.union([z.number(), z.string()]).nullish();

/** Longest id of a request that is kept: Shopify's are numbers. It stands in an index, which takes no long texts. */
const MAX_ID = 100;

const schema = z.object({
  customer: z.object({ id, email: z.string().nullish(), phone: z.string().nullish() }).nullish(),
  orders_requested: z.array(id).nullish(),
  orders_to_redact: z.array(id).nullish(),
  data_request: z.object({ id }).nullish(),
});

/** Whom a compliance webhook is about. */
export interface PrivacyRequest {
  customerGid: string | null;
  email: string | null;
  phone: string | null;
  orderGids: string[];
  /** The request's own id; null for a redaction. */
  requestId: string | null;
}

/** Reads the body of customers/data_request or customers/redact. Null when it names nobody. */
export function readPrivacyRequest(body: Record<string, unknown>): PrivacyRequest | null {
  const parsed = schema.safeParse(body);
  if (!parsed.success) return null;
  const { customer, orders_requested, orders_to_redact, data_request } = parsed.data;
  const orderGids = [...(orders_requested ?? []), ...(orders_to_redact ?? [])].map((each) => toGid("Order", each)).filter((gid) => gid !== null);
  const request = {
    customerGid: toGid("Customer", customer?.id),
    email: customer?.email ?? null,
    phone: customer?.phone ?? null,
    orderGids,
    requestId: data_request?.id === undefined || data_request.id === null ? null : String(data_request.id).slice(0, MAX_ID),
  };
  return request.customerGid || request.email || request.phone || orderGids.length > 0 ? request : null;
}
