import { vitePlugin as remix } from "@remix-run/dev";
import { installGlobals } from "@remix-run/node";
import { defineConfig } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";

import { appAddress, hostNameOf } from "./app/app-address";

installGlobals({ nativeFetch: true });

/** The tunnel or host under which Shopify opens the app in development; Vite refuses hosts that are not listed. */
const appHost = hostNameOf(appAddress(process.env)) ?? "localhost";

export default defineConfig({
  // What Vite prepares in development, beside the other caches; a test begins with an empty one.
  cacheDir: process.env.VITE_CACHE_DIR || ".cache/vite",
  server: {
    allowedHosts: [appHost],
    fs: { allow: ["app", "node_modules"] },
  },
  plugins: [
    remix({
      // A test beside a route, or a server module, must not become a route.
      ignoredRouteFiles: ["**/.*", "**/*.test.*", "**/*.server.*"],
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_lazyRouteDiscovery: false,
        v3_singleFetch: false,
        v3_routeConfig: false,
      },
    }),
    tsconfigPaths(),
  ],
  build: { assetsInlineLimit: 0 },
  optimizeDeps: {
    // Without both, the first visit in development finds new dependencies half-way and loads React twice.
    include: ["@shopify/app-bridge-react", "@shopify/polaris", "@shopify/shopify-app-remix/react"],
    entries: ["app/entry.client.tsx", "app/root.tsx", "app/routes/**/*.tsx"],
  },
});
