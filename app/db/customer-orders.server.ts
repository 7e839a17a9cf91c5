import { emailHashes, phoneHashes } from "./customer-data.server";
import type { SqlRunner, Tx } from "./database.server";
import type { Secrets } from "./secrets.server";

/** How a customer's orders are found: whatever of it is known. */
export interface CustomerKeys {
  email: string | null;
  phone: string | null;
  orderGids: readonly string[];
}

/** Ids of all orders of one customer in one shop, the oldest first: those named, and those with the same e-mail or phone. */
export async function customerOrders(sql: SqlRunner, secrets: Secrets, shopId: string, customer: CustomerKeys): Promise<string[]> {
  // A list is one parameter however long it is: a customer may have tens of thousands of orders.
  const { rows } = await sql(
    `select id from "order" where shop_id = $1 and (gid = any($2::text[]) or email_hash = any($3::text[]) or phone_hash = any($4::text[]))
     order by processed_at, length(gid), gid`,
    [shopId, [...customer.orderGids], emailHashes(secrets, shopId, customer.email), phoneHashes(secrets, shopId, customer.phone, null)],
  );
  return rows.map((row) => String(row.id));
}

/** By what orders and their customers are recognised elsewhere; customer data as it is sealed. */
export interface OrderIdentity {
  gid: string;
  name: string;
  customerName: string | null;
  email: string | null;
  phone: string | null;
  address: string | null;
  /** As they are compared. */
  trackingNumbers: string[];
}

/** What identifies orders of one shop, and their customers. */
export async function orderIdentities(tx: Tx, shopId: string, orderIds: readonly string[]): Promise<OrderIdentity[]> {
  return tx.$queryRawUnsafe<OrderIdentity[]>(
    `select o.gid, o.name, o.customer_name_enc as "customerName", o.email_enc as email, o.phone_enc as phone, o.address_enc as address,
       array(select number_key from shipment s where s.order_id = o.id
         union select n.number_key from shipment_number n join shipment s on s.id = n.shipment_id where s.order_id = o.id) as "trackingNumbers"
     from "order" o where o.shop_id = $1 and o.id = any($2::text[])`,
    shopId,
    orderIds,
  );
}
