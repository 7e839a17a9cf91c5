import { latestImports, type FileImport } from "~/db/file-imports.server";

import type { UseCaseContext } from "../context";

/** Files shown in the list. */
const SHOWN = 30;

/** A shop's latest files. */
export async function listImports(context: UseCaseContext, input: { shopId: string }): Promise<FileImport[]> {
  return latestImports(context.db.prisma, input.shopId, SHOWN);
}
