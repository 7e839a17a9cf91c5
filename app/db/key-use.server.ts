import { CUSTOMER_PURPOSES, emailHashes, phoneHashes } from "./customer-data.server";
import type { SqlRunner } from "./database.server";
import { SEALED } from "./rotate-keys.server";
import { keyIdOf, type Secrets } from "./secrets.server";

/** What the database holds that was made with one key. */
export interface KeyUse {
  keyId: string;
  /** Sealed values, and orders whose look-up hashes it made. */
  values: number;
  orders: number;
  /** When it was first noted as in use; null for a key from before that was noted. */
  firstUsedAt: Date | null;
}

/** The use of all keys, and what was made before hashes and links named their key. */
export interface KeysInUse {
  keys: KeyUse[];
  /** Orders whose look-up hashes name no key, and whether one of the keys given made them. */
  unnamed: { orders: number; madeBy: UnnamedHashes };
  /** Links whose token is derived from the first key. */
  derivedLinks: number;
  /** Keys given whose check value is not the one that was noted for their id. */
  changed: string[];
}

const HASHES = ["email_hash", "phone_hash", "postal_hash"] as const;
/** Who made hashes that name no key: one of the keys given, a key that is missing, or nobody knows (none can be tried); "none" are there. */
export type UnnamedHashes = "none" | "given" | "missing" | "unknown";

/** An order whose hash of some kind names no key. */
const UNNAMED = HASHES.map((column) => `(${column} is not null and position('.' in ${column}) = 0)`).join(" or ");
/** Orders on which the keys given are tried. */
const SAMPLES = 20;

/**
 * Notes the keys given as in use, by a value made with each; those noted before stay.
 * @returns the ids of keys noted before, when none of them is given now: this is another key, or another database
 */
export async function noteKeys(sql: SqlRunner, secrets: Pick<Secrets, "keyChecks" | "keyIds">, now: number): Promise<string[]> {
  const { rows } = await sql("select id from encryption_key order by first_used_at", []);
  const noted = rows.map((row) => String(row.id));
  for (const { id, check } of secrets.keyChecks) {
    await sql("insert into encryption_key (id, check_value, first_used_at) values ($1, $2, $3::timestamptz) on conflict (id) do nothing", [id, check, new Date(now).toISOString()]);
  }
  return noted.some((id) => secrets.keyIds.includes(id)) ? [] : noted;
}

/** Which keys the database needs, by reading every sealed value's and hash's key: for the command line, not for requests. */
export async function keysInUse(sql: SqlRunner, secrets: Secrets): Promise<KeysInUse> {
  const uses = new Map<string, KeyUse>();
  const entryOf = (keyId: string) => uses.get(keyId) ?? uses.set(keyId, { keyId, values: 0, orders: 0, firstUsedAt: null }).get(keyId) as KeyUse;
  for (const { table, column } of SEALED) {
    const { rows } = await sql(`select split_part(${column}, '.', 2) as key_id, count(*)::int as count from ${table} where ${column} like 'v1.%' group by 1`, []);
    for (const row of rows) entryOf(String(row.key_id)).values += Number(row.count);
  }
  const { rows: hashed } = await sql(
    `select key_id, count(*)::int as count from (select distinct id, split_part(hash, '.', 1) as key_id
       from "order", unnest(array[${HASHES.join(", ")}]) as hash where position('.' in hash) > 0) made group by 1`,
    [],
  );
  for (const row of hashed) entryOf(String(row.key_id)).orders += Number(row.count);
  const { rows: noted } = await sql("select id, check_value, first_used_at from encryption_key", []);
  const checks = new Map(secrets.keyChecks.map(({ id, check }) => [id, check]));
  for (const row of noted) {
    const known = uses.get(String(row.id));
    if (known) known.firstUsedAt = new Date(row.first_used_at as string);
  }
  const [counts] = (await sql(`select (select count(*) from "order" where ${UNNAMED})::int as orders, (select count(*) from tracking_link where token_enc is null)::int as links`, [])).rows;
  return {
    keys: [...uses.values()].sort((a, b) => b.values + b.orders - a.values - a.orders),
    unnamed: { orders: Number(counts?.orders ?? 0), madeBy: await unnamedHashes(sql, secrets, null) },
    derivedLinks: Number(counts?.links ?? 0),
    changed: noted.filter((row) => checks.has(String(row.id)) && checks.get(String(row.id)) !== row.check_value).map((row) => String(row.id)),
  };
}

/** Thrown when orders cannot all be found by what they are looked up by. */
export class MissingKeyError extends Error {
  override name = "MissingKeyError";
}

/**
 * Makes sure that every order of a shop could be found by its e-mail or phone with the keys given.
 * @throws MissingKeyError that names the key, where a look-up would miss orders
 */
export async function requireFindableOrders(sql: SqlRunner, secrets: Secrets, shopId: string): Promise<void> {
  const { rows } = await sql(
    `select distinct split_part(hash, '.', 1) as key_id from "order", unnest(array[email_hash, phone_hash]) as hash
     where shop_id = $1 and position('.' in hash) > 0 and split_part(hash, '.', 1) <> all($2::text[])`,
    [shopId, [...secrets.keyIds]],
  );
  const missing = rows.map((row) => String(row.key_id));
  if (missing.length > 0) {
    throw new MissingKeyError(`Orders of this shop are looked up by hashes made with the encryption key ${missing.join(", ")}, which is not given: add it to MILEPOST_ENCRYPTION_KEYS_OLD.`);
  }
  const unnamed = await unnamedHashes(sql, secrets, shopId);
  if (unnamed === "missing") {
    throw new MissingKeyError("Orders of this shop are looked up by hashes made with the first encryption key, which is not given: add it to MILEPOST_ENCRYPTION_KEYS_OLD.");
  }
  if (unnamed === "unknown") {
    throw new MissingKeyError("Whether all orders of this shop can be looked up cannot be told: the encryption key that sealed them is not given. Add it to MILEPOST_ENCRYPTION_KEYS_OLD.");
  }
}

/** Who made the hashes that name no key, tried on some orders of one shop or of all (null). */
async function unnamedHashes(sql: SqlRunner, secrets: Secrets, shopId: string | null): Promise<UnnamedHashes> {
  const { rows } = await sql(
    `select shop_id, email_enc, email_hash, phone_enc, phone_hash, country_code from "order"
     where ($1::text is null or shop_id = $1) and (position('.' in email_hash) = 0 or position('.' in phone_hash) = 0) order by id desc limit ${SAMPLES}`,
    [shopId],
  );
  if (rows.length === 0) return "none";
  const verdicts = rows.map((row) => madeByGiven(secrets, row as unknown as SampleOrder)).filter((each) => each !== null);
  return verdicts.includes(false) ? "missing" : verdicts.length > 0 ? "given" : "unknown";
}

interface SampleOrder {
  shop_id: string;
  email_enc: string | null;
  email_hash: string | null;
  phone_enc: string | null;
  phone_hash: string | null;
  country_code: string | null;
}

/** Whether a key given made an order's unnamed hash; null when its customer data cannot be opened. */
function madeByGiven(secrets: Secrets, order: SampleOrder): boolean | null {
  try {
    if (order.email_enc !== null && order.email_hash !== null && keyIdOf(order.email_hash) === null) {
      return emailHashes(secrets, order.shop_id, secrets.decrypt(order.email_enc, CUSTOMER_PURPOSES.email)).includes(order.email_hash);
    }
    if (order.phone_enc !== null && order.phone_hash !== null && keyIdOf(order.phone_hash) === null) {
      return phoneHashes(secrets, order.shop_id, secrets.decrypt(order.phone_enc, CUSTOMER_PURPOSES.phone), order.country_code).includes(order.phone_hash);
    }
    return null;
  } catch {
    return null;
  }
}
