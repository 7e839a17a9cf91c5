import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";

/** `npm run test:postgres`: the tests that use a database, on a real PostgreSQL (TEST_DATABASE_URL), and the crash tests. */
export default defineConfig({
  plugins: [tsconfigPaths()],
  test: {
    include: ["tests/integration/**/*.test.ts", "tests/faults/**/*.test.ts", "tests/postgres/**/*.test.ts", "app/db/**/*.test.ts"],
    env: { TEST_DATABASE: "postgres" },
    environment: "node",
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
