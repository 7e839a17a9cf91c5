import type { Tx } from "./database.server";
import { logAccess } from "./access-log.server";
import type { Secrets } from "./secrets.server";

const PURPOSE = "data_request.export";

/** Keeps a customer's export, sealed; asked for twice it is made anew. */
export async function saveDataRequest(
  tx: Tx,
  secrets: Secrets,
  request: { shopId: string; requestId: string; customerGid: string | null; export: unknown; now: number },
): Promise<void> {
  const key = { shopId: request.shopId, requestId: request.requestId };
  const data = {
    customerGid: request.customerGid,
    export: secrets.encrypt(JSON.stringify(request.export), PURPOSE),
    createdAt: new Date(request.now),
  };
  await tx.dataRequest.upsert({ where: { shopId_requestId: key }, create: { ...key, ...data }, update: data });
}

/** A shop's data requests, newest first, without their contents. */
export async function listDataRequests(tx: Tx, shopId: string): Promise<{ id: string; requestId: string; createdAt: Date }[]> {
  return tx.dataRequest.findMany({
    where: { shopId },
    orderBy: { createdAt: "desc" },
    take: 100,
    select: { id: true, requestId: true, createdAt: true },
  });
}

/** Opens one export for the merchant, and writes down that it was read. Null when that shop has no such request. */
export async function readDataRequest(
  context: { secrets: Secrets; now: () => number },
  tx: Tx,
  request: { shopId: string; id: string; actor: string },
): Promise<unknown> {
  const row = await tx.dataRequest.findFirst({ where: { id: request.id, shopId: request.shopId } });
  if (!row) return null;
  const access = { shopId: request.shopId, actor: request.actor, purpose: "data request download", subject: `data_request:${row.id}` };
  await logAccess(tx, { ...access, fields: ["name", "email", "phone", "address"] }, context.now());
  return JSON.parse(context.secrets.decrypt(row.export, PURPOSE)) as unknown;
}

/** Deletes the exports of one customer: they hold what is to be forgotten. */
export async function deleteDataRequestsOf(tx: Tx, shopId: string, customerGid: string): Promise<void> {
  await tx.dataRequest.deleteMany({ where: { shopId, customerGid } });
}
