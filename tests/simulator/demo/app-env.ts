import { join } from "node:path";
import { PROVIDERS } from "../carriers/carriers";
import { METRICS_TOKEN } from "./app-health";
import { inheritedEnv } from "./app-process";
import type { DemoPorts } from "./ports";
import { addresses } from "./world";

/** The app's client id and secret in the simulated Shopify; they open nothing else. */
export const demoApp = { key: "milepost-demo-key", secret: "milepost-demo-secret" } as const;

/** The app's environment: production's settings with the simulated world's addresses. */
export function appEnv(options: { ports: DemoPorts; folder: string; encryptionKey: string; clockOffsetMs: number; appBridgeUrl: string; logLevel: string }): Record<string, string> {
  const { ports } = options;
  const at = addresses(ports);
  return {
    ...inheritedEnv(),
    NODE_ENV: "production",
    SHOPIFY_API_KEY: demoApp.key,
    SHOPIFY_API_SECRET: demoApp.secret,
    SHOPIFY_APP_URL: at.app,
    APP_BRIDGE_URL: options.appBridgeUrl,
    PORT: String(ports.app),
    LISTEN_HOST: "127.0.0.1",
    METRICS_TOKEN,
    MILEPOST_DATA_DIR: join(options.folder, "app"),
    MILEPOST_ENCRYPTION_KEY: options.encryptionKey,
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    MAIL_FROM: "Milepost <orders@mail.milepost.example>",
    WORKER: "inline",
    LOG_LEVEL: options.logLevel,
    ...Object.fromEntries(PROVIDERS.map((provider) => [`${provider === "17track" ? "SEVENTEENTRACK" : provider.toUpperCase()}_BASE_URL`, `http://127.0.0.1:${ports.carriers}/${provider}`])),
    SIMULATOR_SHOPIFY_URL: `http://127.0.0.1:${ports.shopify}`,
    SIMULATOR_FRAME_ANCESTORS: at.shopify,
    SIMULATOR_CLOCK_OFFSET_MS: String(options.clockOffsetMs),
  };
}
