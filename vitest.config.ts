import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";

/** `npm test`: everything that needs no server and no browser. */
export default defineConfig({
  plugins: [tsconfigPaths()],
  test: {
    include: ["app/**/*.test.{ts,tsx}", "tests/**/*.test.{ts,tsx}"],
    exclude: ["tests/e2e/**", "tests/faults/**", "tests/postgres/**", "node_modules/**"],
    globalSetup: "tests/setup/database-once.ts",
    environment: "node",
    // No test waits this long; a busy machine of a quarter of the speed may.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
