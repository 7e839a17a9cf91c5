import { readFile } from "node:fs/promises";

import { inject } from "vitest";

import { openDatabase, type Database } from "~/db/database.server";

import { createTestDatabase } from "./server-database";

/**
 * A database of one test file's own: embedded, in memory and begun from the run's snapshot, or with
 * TEST_DATABASE=postgres a fresh one on the server of TEST_DATABASE_URL, dropped at the end.
 */
export async function openTestDatabase(): Promise<Database> {
  if (process.env.TEST_DATABASE !== "postgres") return openEmbedded();
  const { url, drop } = await createTestDatabase();
  const database = await openDatabase({ url, dataDir: "" });
  return {
    ...database,
    async close() {
      await database.close();
      await drop();
    },
  };
}

async function openEmbedded(): Promise<Database> {
  const snapshot = inject("migratedSnapshot");
  return openDatabase({ url: null, dataDir: "memory://", startFrom: snapshot ? new Blob([await readFile(snapshot)]) : undefined });
}
