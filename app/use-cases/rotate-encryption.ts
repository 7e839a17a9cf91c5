import { countOldEnvelopes, rotateKeys, type RotatedColumn } from "~/db/rotate-keys.server";

import type { UseCaseContext } from "./context";

/** Seals with the present encryption key whatever was sealed with an older one. @returns what was done, by column */
export function rotateEncryption(context: Pick<UseCaseContext, "db" | "secrets">): Promise<RotatedColumn[]> {
  return rotateKeys(context.db.sql, context.secrets);
}

/** How many values are still sealed with an older key. */
export function valuesUnderOldKeys(context: Pick<UseCaseContext, "db" | "secrets">): Promise<number> {
  return countOldEnvelopes(context.db.sql, context.secrets);
}
