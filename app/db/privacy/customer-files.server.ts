import type { Tx } from "../database.server";

/** A file that may hold rows of a customer: one that is still to be read, or one with rows that could not be. */
export interface KeptFile {
  id: string;
  fileName: string;
  headers: string[];
  status: string;
  failed: number;
  /** Whether its text is still kept. */
  hasContent: boolean;
}

/** A shop's files that still hold something of what was uploaded. */
export async function keptFiles(tx: Tx, shopId: string): Promise<KeptFile[]> {
  return tx.$queryRawUnsafe<KeptFile[]>(
    `select id, file_name as "fileName", headers, status, failed, content_enc is not null as "hasContent" from file_import
     where shop_id = $1 order by id`,
    shopId,
  );
}

/** Ends a file that waits or is being read, and forgets its text. */
export async function endFile(tx: Tx, shopId: string, id: string, end: { error: string; now: number; forgetAt: number }): Promise<void> {
  await tx.fileImport.updateMany({
    where: { id, shopId, status: { in: ["draft", "queued", "running"] } },
    data: { status: "failed", content: null, error: end.error, finishedAt: new Date(end.now), nextDueAt: new Date(end.forgetAt) },
  });
}

/** Gives a file another name and other headers. */
export async function renameFile(tx: Tx, shopId: string, id: string, given: { fileName: string; headers: string[] }): Promise<void> {
  await tx.fileImport.updateMany({ where: { id, shopId }, data: given });
}

/** Deletes rows that could not be imported, by their ids. */
export async function deleteProblems(tx: Tx, shopId: string, importId: string, ids: readonly bigint[]): Promise<void> {
  const { count } = await tx.fileImportProblem.deleteMany({ where: { importId, id: { in: [...ids] }, import: { shopId } } });
  if (count > 0) await tx.fileImport.updateMany({ where: { id: importId, shopId }, data: { failed: { decrement: count } } });
}
