import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { openDatabase, type Database } from "~/db/database.server";
import { migrate } from "~/db/migrate.server";
import { createTestDatabase } from "~tests/setup/server-database";
import { openTestDatabase } from "~tests/setup/test-database";

const MIGRATIONS = "prisma/migrations";
const onServer = process.env.TEST_DATABASE === "postgres";

/** Made here, from nothing: the other test files begin from a snapshot. */
let db: Database;
let drop: (() => Promise<void>) | undefined;
let folder: string;

beforeAll(async () => {
  const target = onServer ? await createTestDatabase() : null;
  drop = target?.drop;
  db = await openDatabase({ url: target?.url ?? null, dataDir: "memory://" });
  folder = mkdtempSync(join(tmpdir(), "milepost-migrations-"));
  cpSync(MIGRATIONS, folder, { recursive: true });
});
afterAll(async () => {
  await db.close();
  await drop?.();
  rmSync(folder, { recursive: true, force: true });
});

/** Every column, index and constraint, in the database's own words. */
async function shape({ sql }: Database): Promise<unknown[]> {
  const columns = await sql(
    "select table_name, column_name, data_type, is_nullable, column_default from information_schema.columns where table_schema = 'public' order by 1, 2",
  );
  const indexes = await sql("select indexdef from pg_indexes where schemaname = 'public' order by 1");
  const constraints = await sql(
    "select conrelid::regclass::text as on_table, conname, pg_get_constraintdef(oid) as rule from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2",
  );
  return [...columns.rows, ...indexes.rows, ...constraints.rows];
}

const applied = async () => (await db.sql("select migration_name from _prisma_migrations order by 1")).rows.map((row) => row.migration_name);

function write(name: string, script: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), script);
}

describe("the migrations", () => {
  it("are all applied to a new database, once", async () => {
    const names = readdirSync(MIGRATIONS).filter((name) => /^\d{14}_/.test(name));
    expect(await applied()).toEqual(names.sort());
    expect(await migrate(db.sqlTransaction)).toEqual([]);
  });

  it("make what the other test files begin with", async () => {
    const other = await openTestDatabase();
    const here = await shape(db);
    expect(here.length).toBeGreaterThan(300);
    expect(await shape(other)).toEqual(here);
    await other.close();
  });

  it("that fail leave nothing behind, and run once they are mended", async () => {
    write("29990101000000_broken", "create table half (id int); select * from nowhere;");
    await expect(migrate(db.sqlTransaction, folder)).rejects.toThrow(/nowhere/);
    expect((await db.sql("select to_regclass('half') as found")).rows).toEqual([{ found: null }]);
    write("29990101000000_broken", "create table half (id int);");
    expect(await migrate(db.sqlTransaction, folder)).toEqual(["29990101000000_broken"]);
  });

  it("may not be changed after they were applied", async () => {
    write("29990101000000_broken", "create table half (id bigint);");
    await expect(migrate(db.sqlTransaction, folder)).rejects.toThrow(/29990101000000_broken was changed after it was applied/);
  });
});
