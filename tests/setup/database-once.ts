import type { TestProject } from "vitest/node";

import { migratedSnapshot } from "./migrated-snapshot";

declare module "vitest" {
  interface ProvidedContext {
    /** The file that `openTestDatabase` starts from; absent where the tests run on a PostgreSQL server. */
    migratedSnapshot: string | undefined;
  }
}

/** Run by vitest once, before any test file: the database that they all start from. */
export default async function prepare(project: TestProject): Promise<void> {
  project.provide("migratedSnapshot", await migratedSnapshot());
}
