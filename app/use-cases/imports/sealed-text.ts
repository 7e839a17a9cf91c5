import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";

import type { Secrets } from "~/db/secrets.server";

const PURPOSE = "file_import.content";
const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** A file's text as it is stored: gzipped, then sealed. Files hold whatever a shop's export holds. */
export async function sealText(secrets: Secrets, text: string): Promise<string> {
  return secrets.encrypt((await pack(Buffer.from(text, "utf8"))).toString("base64"), PURPOSE);
}

/** The text of `sealText`. @throws when it was sealed with another key */
export async function openText(secrets: Secrets, sealed: string): Promise<string> {
  return (await unpack(Buffer.from(secrets.decrypt(sealed, PURPOSE), "base64"))).toString("utf8");
}

const ROW_PURPOSE = "file_import_problem.cells";

/** One row's cells, sealed. */
export function sealCells(secrets: Secrets, cells: readonly string[]): string {
  return secrets.encrypt(JSON.stringify(cells), ROW_PURPOSE);
}

/** The cells of `sealCells`. @throws when they were sealed with another key */
export function openCells(secrets: Secrets, sealed: string): string[] {
  return JSON.parse(secrets.decrypt(sealed, ROW_PURPOSE)) as string[];
}
