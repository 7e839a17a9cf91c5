import { keysInUse, noteKeys, type KeysInUse } from "~/db/key-use.server";
import { rehashOrders, sealLinks, type Remade } from "~/db/rehash-orders.server";
import { rotateKeys, type RotatedColumn } from "~/db/rotate-keys.server";

import type { UseCaseContext } from "./context";

export type { KeysInUse } from "~/db/key-use.server";

/** What was made anew with the present key. */
export interface Rotation {
  columns: RotatedColumn[];
  orderHashes: Remade;
  links: Remade;
}

/** Seals and hashes with the present encryption key whatever was made with an older one. Done again, it changes nothing. */
export async function rotateEncryption(context: Pick<UseCaseContext, "db" | "secrets">): Promise<Rotation> {
  const { db, secrets } = context;
  // Links first: their tokens are derived from the first key, and are sealed from then on.
  const links = await sealLinks(db.sql, secrets);
  const columns = await rotateKeys(db.sql, secrets);
  return { columns, links, orderHashes: await rehashOrders(db.sql, secrets) };
}

/** Which keys the database needs, and what each made. */
export function encryptionKeysInUse(context: Pick<UseCaseContext, "db" | "secrets">): Promise<KeysInUse> {
  return keysInUse(context.db.sql, context.secrets);
}

/** Notes the keys that this process works with, so that a later one that lacks one of them can name it. */
export async function noteEncryptionKeys(context: Pick<UseCaseContext, "db" | "secrets" | "now" | "log">): Promise<void> {
  const others = await noteKeys(context.db.sql, context.secrets, context.now());
  if (others.length > 0) context.log.error({ given: context.secrets.keyIds, before: others }, "none of the encryption keys that this database was used with is given: run `npm run -s milepost -- doctor`");
}
