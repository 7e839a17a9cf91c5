// Generates the Prisma client without downloading an engine: the client talks to PostgreSQL through a
// JavaScript driver adapter, so the engine binaries that the CLI would fetch are never run.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const prismaCli = createRequire(import.meta.url).resolve("prisma/build/index.js");
// The CLI only checks that these files exist.
const anyExecutable = process.execPath;

const result = spawnSync(process.execPath, [prismaCli, "generate", "--no-hints"], {
  stdio: ["ignore", "pipe", "inherit"],
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: anyExecutable,
    PRISMA_QUERY_ENGINE_LIBRARY: anyExecutable,
    CHECKPOINT_DISABLE: "1",
    DATABASE_URL: process.env.DATABASE_URL ?? "postgresql://unused",
  },
});
if (result.status !== 0) {
  process.stderr.write(`${result.stdout}\nThe database client could not be generated; see the lines above.\n`);
  process.exit(result.status ?? 1);
}
