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
    testTimeout: 20_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
  },
});
