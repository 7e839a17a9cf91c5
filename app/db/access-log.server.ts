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

/** Writes down many readings at once. */
export async function logAccesses(tx: Tx, accesses: readonly Access[], now: number): Promise<void> {
  if (accesses.length === 0) return;
  await tx.accessLog.createMany({ data: accesses.map(({ shopId, actor, purpose, subject, fields }) => ({ shopId, actor, purpose, subject, fields: [...fields], at: new Date(now) })) });
}

/** Takes a customer's id out of the log: who read, and when, stays. */
export async function redactAccessLog(tx: Tx, shopId: string, customerGid: string): Promise<void> {
  await tx.accessLog.updateMany({ where: { shopId, subject: customerGid }, data: { subject: A_CUSTOMER } });
}

/** The subject of what concerns one customer as a whole: no id, for it would tell whom the shop has forgotten. */
export const A_CUSTOMER = "a customer";

/** The newest readings of one shop's protected data, newest first. */
export async function listAccess(tx: Tx, shopId: string, limit: number): Promise<(Access & { at: Date })[]> {
  return tx.accessLog.findMany({
    where: { shopId },
    orderBy: { at: "desc" },
    take: limit,
    select: { shopId: true, actor: true, purpose: true, subject: true, fields: true, at: true },
  });
}
