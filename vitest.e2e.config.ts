import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";

/** `npm run test:e2e`: real Chromium against the demo shop. Fails, never skips, without a browser. */
export default defineConfig({
  plugins: [tsconfigPaths()],
  test: { include: ["tests/e2e/**/*.test.ts"], environment: "node", css: { include: [/tracking\.css/] }, testTimeout: 180_000, hookTimeout: 240_000, fileParallelism: false },
});
