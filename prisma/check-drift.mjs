// Fails when prisma/schema.prisma and prisma/migrations tell different stories. Needs PGHOST, PGPORT, PGUSER,
// PGPASSWORD and PGDATABASE of a PostgreSQL up to 17, on which a shadow database may be made.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const cli = createRequire(import.meta.url).resolve("prisma/build/index.js");
const result = spawnSync(
  process.execPath,
  [cli, "migrate", "diff", "--from-migrations", "prisma/migrations", "--to-schema-datamodel", "prisma/schema.prisma", "--exit-code"],
  {
    stdio: "inherit",
    env: {
      ...process.env,
      // `diff` does not connect there, but the schema names it.
      DATABASE_URL: process.env.DATABASE_URL ?? "postgresql://unused",
      CHECKPOINT_DISABLE: "1", PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_QUERY_ENGINE_LIBRARY: process.execPath,
    },
  },
);
if (result.status !== 0) process.stderr.write("The migrations do not make the schema: write a migration (docs/database.md).\n");
process.exit(result.status ?? 1);
