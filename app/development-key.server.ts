import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FILE = "development-encryption-key";

/**
 * The encryption key of an app in development that was given none: made at the first start and kept in the data
 * folder, so that what it encrypted stays readable. Production refuses to start without MILEPOST_ENCRYPTION_KEY.
 * @param dataDir the data folder; it is created when it is missing
 * @returns 32 bytes in base64
 */
export function developmentEncryptionKey(dataDir: string): string {
  const path = join(dataDir, FILE);
  mkdirSync(dataDir, { recursive: true });
  try {
    // `wx` fails when the file exists, so two processes that start together agree on one key.
    writeFileSync(path, randomBytes(32).toString("base64"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return readFileSync(path, "utf8").trim();
}
