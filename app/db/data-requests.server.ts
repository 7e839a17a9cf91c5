import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";

import { logAccess } from "./access-log.server";
import type { Tx } from "./database.server";
import type { Secrets } from "./secrets.server";

const PURPOSE = "data_request.export";

/** Begins what is sealed of a gzipped export; exports of before are JSON text as it is. */
const GZIPPED = "gzip:";
const pack = promisify(gzip);
const unpack = promisify(gunzip);

export interface NewDataRequest {
  shopId: string;
  requestId: string;
  customerGid: string | null;
  /** What was gathered, or its JSON gzipped. */
  export: unknown;
  now: number;
}

/** Keeps a customer's export, gzipped and sealed; asked for twice it is made anew. */
export async function saveDataRequest(tx: Tx, secrets: Secrets, request: NewDataRequest): Promise<void> {
  const key = { shopId: request.shopId, requestId: request.requestId };
  const packed = Buffer.isBuffer(request.export) ? request.export : await pack(JSON.stringify(request.export));
  const data = {
    customerGid: request.customerGid,
    export: secrets.encrypt(GZIPPED + packed.toString("base64"), PURPOSE),
    createdAt: new Date(request.now),
  };
  await tx.dataRequest.upsert({ where: { shopId_requestId: key }, create: { ...key, ...data }, update: data });
}

async function openExport(secrets: Secrets, sealed: string): Promise<string> {
  const plain = secrets.decrypt(sealed, PURPOSE);
  return plain.startsWith(GZIPPED) ? (await unpack(Buffer.from(plain.slice(GZIPPED.length), "base64"))).toString("utf8") : plain;
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

/** Opens one export for the merchant as JSON text, and writes down that it was read. Null when that shop has no such request. */
export async function readDataExport(
  context: { secrets: Secrets; now: () => number },
  tx: Tx,
  request: { shopId: string; id: string; actor: string },
): Promise<string | null> {
  const row = await tx.dataRequest.findFirst({ where: { id: request.id, shopId: request.shopId } });
  if (!row) return null;
  const access = { shopId: request.shopId, actor: request.actor, purpose: "data request download", subject: `data_request:${row.id}` };
  await logAccess(tx, { ...access, fields: ["name", "email", "phone", "address"] }, context.now());
  return openExport(context.secrets, row.export);
}

/** Deletes the exports of one customer: they hold what is to be deleted. */
export async function deleteDataRequestsOf(tx: Tx, shopId: string, customerGid: string): Promise<void> {
  await tx.dataRequest.deleteMany({ where: { shopId, customerGid } });
}

/**
 * Deletes the exports that name no customer's id and are about this one all the same.
 * @param isAbout reads an export's JSON text
 */
export async function deleteUnnamedDataRequests(tx: Tx, secrets: Secrets, shopId: string, isAbout: (text: string) => boolean): Promise<void> {
  for (const { id } of await tx.dataRequest.findMany({ where: { shopId, customerGid: null }, select: { id: true } })) {
    const row = await tx.dataRequest.findUnique({ where: { id }, select: { export: true } });
    if (row && isAbout(await openExport(secrets, row.export))) await tx.dataRequest.deleteMany({ where: { id, shopId } });
  }
}
