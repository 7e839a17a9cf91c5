import type { Tx } from "./database.server";

/** One reading of protected data: who and which fields, never values. */
export interface Access {
  shopId: string;
  actor: string;
  purpose: string;
  /** What was read, by its id, e.g. "order:…". */
  subject: string;
  fields: readonly string[];
}

/** Writes down that protected data was read. */
export async function logAccess(tx: Tx, access: Access, now: number): Promise<void> {
  const { shopId, actor, purpose, subject, fields } = access;
  await tx.accessLog.create({ data: { shopId, actor, purpose, subject, fields: [...fields], at: new Date(now) } });
}

/** The newest readings of one shop's protected data, newest first. */
export async function listAccess(tx: Tx, shopId: string, limit: number): Promise<(Access & { at: Date })[]> {
  return tx.accessLog.findMany({
    where: { shopId },
    orderBy: { at: "desc" },
    take: limit,
    select: { shopId: true, actor: true, purpose: true, subject: true, fields: true, at: true },
  });
}
