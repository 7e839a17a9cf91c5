import { CUSTOMER_PURPOSES, emailHash, phoneHash, postalHash, type CustomerAddress } from "./customer-data.server";
import type { SqlRunner } from "./database.server";
import { tokenOfBefore } from "./link-tokens.server";
import { jsonRows } from "./sql-values";
import { keyIdOf, type Secrets } from "./secrets.server";
import { LINK_PURPOSE } from "./tracking-links.server";

/** Rows read at once: few enough to be held in memory, many enough to be quick. */
const BATCH = 500;

/** What became of values that a key had made. */
export interface Remade {
  remade: number;
  /** Values that no key given can make anew; they stay as they are. */
  unreadable: number;
}

/**
 * Makes the hashes by which orders are looked up anew with the present key, out of the sealed customer data, a batch at a
 * time while the app runs: a hash that somebody else writes meanwhile is left as they wrote it. Orders are found under old
 * hashes and new ones alike for as long as the old keys are given.
 */
export async function rehashOrders(sql: SqlRunner, secrets: Secrets): Promise<Remade> {
  const result: Remade = { remade: 0, unreadable: 0 };
  for (let after = ""; ; ) {
    const { rows } = await sql(
      `select id, shop_id, email_enc, phone_enc, address_enc, country_code, email_hash, phone_hash, postal_hash from "order"
       where id > $1 and (email_hash not like $2 or phone_hash not like $2 or postal_hash not like $2) order by id limit ${BATCH}`,
      [after, `${secrets.keyId}.%`],
    );
    const last = rows.at(-1);
    if (!last) return result;
    after = String(last.id);
    const fresh = rows.flatMap((row) => {
      const made = remake(secrets, row as unknown as HashedOrder);
      if (made === null) result.unreadable += 1;
      return made === null ? [] : [{ id: row.id, old_email: row.email_hash, old_phone: row.phone_hash, old_postal: row.postal_hash, ...made }];
    });
    const { rows: written } = await sql(
      `update "order" o set email_hash = f.email, phone_hash = f.phone, postal_hash = f.postal
       from jsonb_to_recordset($1::jsonb) as f(id text, old_email text, old_phone text, old_postal text, email text, phone text, postal text)
       where o.id = f.id and o.email_hash is not distinct from f.old_email and o.phone_hash is not distinct from f.old_phone
         and o.postal_hash is not distinct from f.old_postal returning o.id`,
      [jsonRows(fresh)],
    );
    result.remade += written.length;
  }
}

interface HashedOrder {
  shop_id: string;
  email_enc: string | null;
  phone_enc: string | null;
  address_enc: string | null;
  country_code: string | null;
  email_hash: string | null;
  phone_hash: string | null;
  postal_hash: string | null;
}

/** An order's hashes with the present key; null when one of them cannot be made. */
function remake(secrets: Secrets, order: HashedOrder): { email: string | null; phone: string | null; postal: string | null } | null {
  try {
    const open = (field: keyof typeof CUSTOMER_PURPOSES, sealed: string | null) => (sealed === null ? null : secrets.decrypt(sealed, CUSTOMER_PURPOSES[field]));
    const address = open("address", order.address_enc);
    const made = {
      email: order.email_hash && emailHash(secrets, order.shop_id, open("email", order.email_enc)),
      phone: order.phone_hash && phoneHash(secrets, order.shop_id, open("phone", order.phone_enc), order.country_code),
      postal: order.postal_hash && postalHash(secrets, order.shop_id, address && (JSON.parse(address) as CustomerAddress).zip),
    };
    // A hash whose value is not there any more would be lost by making it anew.
    const lost = (order.email_hash && !made.email) || (order.phone_hash && !made.phone) || (order.postal_hash && !made.postal);
    return lost ? null : made;
  } catch {
    return null;
  }
}

/** Seals the tokens of links of before, which are derived from the first key: afterwards that key is not needed for them. */
export async function sealLinks(sql: SqlRunner, secrets: Secrets): Promise<Remade> {
  const result: Remade = { remade: 0, unreadable: 0 };
  for (let after = ""; ; ) {
    const { rows } = await sql(`select id, shop_id, order_id, token_hash from tracking_link where id > $1 and token_enc is null order by id limit ${BATCH}`, [after]);
    const last = rows.at(-1);
    if (!last) return result;
    after = String(last.id);
    const fresh = rows.flatMap((row) => {
      const token = tokenOfBefore(secrets, { shopId: String(row.shop_id), orderId: String(row.order_id) }, String(row.token_hash));
      if (token === null) result.unreadable += 1;
      return token === null ? [] : [{ id: row.id, sealed: secrets.encrypt(token, LINK_PURPOSE) }];
    });
    const { rows: written } = await sql(
      "update tracking_link t set token_enc = f.sealed from jsonb_to_recordset($1::jsonb) as f(id text, sealed text) where t.id = f.id and t.token_enc is null returning t.id",
      [jsonRows(fresh)],
    );
    result.remade += written.length;
  }
}

/** Whether a hash was made with a key that is given, or names none. */
export function isFindable(secrets: Pick<Secrets, "keyIds">, hash: string | null): boolean {
  const keyId = hash === null ? null : keyIdOf(hash);
  return keyId === null || secrets.keyIds.includes(keyId);
}
