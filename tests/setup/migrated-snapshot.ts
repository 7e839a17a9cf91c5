import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { PGlite } from "@electric-sql/pglite";

import { migrate } from "~/db/migrate.server";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const CACHE = join(ROOT, ".cache", "test-database");

/** A snapshot that no run has made for this long is of migrations that are gone, ms. */
const FORGOTTEN_AFTER_MS = 24 * 3_600_000;

/**
 * The data folder of an embedded database on which all migrations have run, as a tar file. To make a database takes
 * seconds of a processor, to load this one a fraction of that, and every test file wants a database.
 * It is kept in .cache under a name made from the migrations and the database's version; opening it runs the
 * migrations again (nothing is left to do), so one that did not fit would be noticed there.
 * Two runs at once may both make it: each writes a file of its own and renames it into place.
 * @returns the file's path
 */
export async function migratedSnapshot(folder: string = CACHE): Promise<string> {
  const path = join(folder, `${snapshotKey()}.tar`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  forgetOld(folder);
  const unfinished = join(folder, `${randomUUID()}.unfinished`);
  writeFileSync(unfinished, await dumpMigrated());
  renameSync(unfinished, path);
  return path;
}

async function dumpMigrated(): Promise<Uint8Array> {
  const lite = await PGlite.create("memory://");
  try {
    await migrate((work) =>
      lite.transaction((tx) =>
        work(async (text, values) => {
          if (values?.length) return tx.query<Record<string, unknown>>(text, [...values]);
          return { rows: (await tx.exec(text)).flatMap((each) => each.rows as Record<string, unknown>[]) };
        }),
      ) as ReturnType<typeof work>,
    );
    // Else each database that starts from the dump would first have to redo all of it from the log.
    await lite.exec("checkpoint");
    return new Uint8Array(await (await lite.dumpDataDir("none")).arrayBuffer());
  } finally {
    await lite.close();
  }
}

/** Every migration's name and contents, how they are applied, and the version of the database. */
function snapshotKey(): string {
  const hash = createHash("sha256");
  const migrations = join(ROOT, "prisma", "migrations");
  for (const name of readdirSync(migrations).sort()) {
    const script = join(migrations, name, "migration.sql");
    if (existsSync(script)) hash.update(`${name}\0${readFileSync(script, "utf8")}\0`);
  }
  hash.update(readFileSync(join(ROOT, "app", "db", "migrate.server.ts")));
  hash.update(readFileSync(join(dirname(createRequire(import.meta.url).resolve("@electric-sql/pglite")), "..", "package.json")));
  return hash.digest("hex").slice(0, 24);
}

function forgetOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - made > FORGOTTEN_AFTER_MS) rmSync(path, { force: true });
  }
}
