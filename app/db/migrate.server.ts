import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { SqlRunner } from "./database.server";

const MIGRATIONS = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

/** Any number: keeps two starting processes from migrating at once. */
const LOCK = 731_024_551;

/** Prisma's own table, as `prisma migrate deploy` creates it, so that its CLI agrees with what was applied here. */
const BOOKKEEPING = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz,
  migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
  started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`;

/**
 * Applies the SQL files of prisma/migrations that are not applied yet, in order, each in one transaction.
 * @throws when an applied file was changed afterwards, or a file fails (nothing of it stays)
 */
export async function migrate(
  transaction: <T>(work: (sql: SqlRunner) => Promise<T>) => Promise<T>,
  folder: string = MIGRATIONS,
): Promise<string[]> {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return transaction(async (sql) => {
    await sql(`select pg_advisory_xact_lock(${LOCK})`);
    await sql(BOOKKEEPING);
    const applied = new Map(
      (await sql("select migration_name, checksum from _prisma_migrations where rolled_back_at is null")).rows.map((row) => [
        String(row.migration_name),
        String(row.checksum),
      ]),
    );
    const now: string[] = [];
    for (const name of names) {
      const script = readFileSync(join(folder, name, "migration.sql"), "utf8");
      const checksum = createHash("sha256").update(script).digest("hex");
      const known = applied.get(name);
      if (known === checksum) continue;
      if (known) throw new Error(`The migration ${name} was changed after it was applied; write a new one instead.`);
      await sql(script);
      await sql(
        "insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) values ($1, $2, $3, now(), 1)",
        [randomUUID(), checksum, name],
      );
      now.push(name);
    }
    return now;
  });
}
