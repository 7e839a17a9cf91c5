import { defineConfig } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";

/**
 * Bundles the entries that Node.js runs in production (web, worker, command line) to plain JavaScript, so that
 * production needs neither TypeScript nor a compiler. Packages stay in node_modules.
 */
export default defineConfig({
  plugins: [tsconfigPaths()],
  // What the browser may fetch is built by vite.config.ts.
  publicDir: false,
  build: {
    ssr: true,
    target: "node22",
    outDir: "build/node",
    sourcemap: true,
    minify: false,
    // Vite itself is loaded in development alone, by app/web-server.ts.
    rollupOptions: {
      external: ["vite"],
      input: { web: "app/server.ts", worker: "app/worker/main.ts", milepost: "app/cli/main.ts" },
      // One folder deep, as app/db is: prisma/migrations is found relative to the module.
      output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
    },
  },
});
