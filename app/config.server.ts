import { z } from "zod";

import { appAddress, listenAddress } from "./app-address";
import { DEFAULT_TRUSTED_PROXIES, isProxyRange } from "./integrations/limits/trusted-proxies";
import type { Operator } from "./domain/privacy/operator";
import type { Retention } from "./domain/privacy/retention";
import { operatorOf, operatorSchema, retentionOf } from "./operator-settings";

/**
 * Everything the environment may set. Read once at start; every missing or wrong value is named at once.
 * The only place in app/ that reads `process.env`.
 */
const isKey = (value: string) => Buffer.from(value, "base64").length === 32;
const KEY_HINT = "must be 32 bytes in base64; make one with: openssl rand -base64 32";
const list = (value: string) => value.split(",").map((each) => each.trim()).filter(Boolean);

const required = (hint: string) => z.string({ error: hint }).min(1, hint);
const optionalUrl = z.url("must be an address such as https://example.com").optional();
const withScheme = (schemes: RegExp, hint: string) => z.string().regex(schemes, hint).optional();

/** Where a provider is reached instead of its public address: CODE_BASE_URL, e.g. FEDEX_BASE_URL or ROYAL_MAIL_BASE_URL. */
const PROVIDER_ADDRESS = /^([A-Z][A-Z0-9_]*)_BASE_URL$/;
/** Codes that cannot begin a variable's name. */
const PROVIDER_NAMES: Readonly<Record<string, string>> = { SEVENTEENTRACK: "17track" };

/** The data folder where none is set. */
const DATA_DIR = ".data/app";

const schema = z.object({
  SHOPIFY_API_KEY: required("the client id of the app in Shopify's Partner or Dev Dashboard"),
  SHOPIFY_API_SECRET: required("the client secret of the app in Shopify's Partner or Dev Dashboard"),
  SHOPIFY_API_SECRET_OLD: z.string().optional(),
  SHOPIFY_APP_URL: z.url({ error: "the public address of the app, e.g. https://milepost.example.com" }),
  SHOPIFY_OFFLINE_TOKENS: z.enum(["expiring", "non-expiring"], { error: "must be expiring, or non-expiring for an app of custom distribution" }).default("expiring"),
  SCOPES: z.string().optional(),
  APP_BRIDGE_URL: optionalUrl,
  DATABASE_URL: withScheme(/^postgres(ql)?:\/\//, "must be like postgresql://user:password@host:5432/database, or empty for the embedded database"),
  MILEPOST_DATA_DIR: z.string().default(DATA_DIR),
  MILEPOST_ENCRYPTION_KEY: z.string({ error: KEY_HINT }).refine(isKey, KEY_HINT),
  MILEPOST_ENCRYPTION_KEYS_OLD: z.string().default("").refine((value) => list(value).every(isKey), `each ${KEY_HINT}`),
  SMTP_URL: withScheme(/^smtps?:\/\//, "must be like smtps://user:password@smtp.example.com:465, or empty for no e-mail"),
  MAIL_FROM: z.string().default("Milepost <orders@localhost>"),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  LISTEN_HOST: z.string(),
  METRICS_TOKEN: z.string().min(16, "must have at least 16 characters; make one with: openssl rand -hex 32").optional(),
  HEARTBEAT_FILE: z.string().optional(),
  TRUSTED_PROXIES: z
    .string()
    .default(DEFAULT_TRUSTED_PROXIES)
    .refine((value) => list(value).every(isProxyRange), "must be addresses, ranges such as 203.0.113.0/24, or loopback, private, none; comma-separated"),
  WORKER: z.enum(["inline", "separate"]).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  ...operatorSchema,
});

export interface Config {
  shopify: {
    apiKey: string;
    apiSecret: string;
    apiSecretOld: string | null;
    appUrl: string;
    scopes: string[] | null;
    appBridgeUrl: string | null;
    /** Whether access tokens are asked for that last an hour and are renewed; Shopify requires it of public apps. */
    expiringTokens: boolean;
  };
  database: { url: string | null; dataDir: string };
  encryption: { key: string; oldKeys: string[] };
  mail: { smtpUrl: string | null; from: string };
  web: { port: number; host: string; trustedProxies: string[] };
  /** What a request for /metrics must present; null switches the address off. */
  metricsToken: string | null;
  /** Where the worker shows a health check that it runs. */
  heartbeatFile: string | null;
  /** Whether this process works the jobs too: always with the embedded database, which only one process may open. */
  worker: "inline" | "separate";
  logLevel: string;
  /** Where a provider is reached instead of its public address, by carrier code. */
  carrierBaseUrls: Readonly<Record<string, string>>;
  development: boolean;
  /** Who runs this installation, for its public pages. */
  operator: Operator;
  retention: Retention;
}

/** Thrown when the environment does not hold what is needed; the message lists every value with what to do. */
export class ConfigError extends Error {
  override name = "ConfigError";
}

/**
 * Reads the configuration.
 * @param developmentKey gives the encryption key in development where none is set; takes the data folder
 * @throws ConfigError naming every missing or wrong value
 */
export function readConfig(env: Record<string, string | undefined>, developmentKey?: (dataDir: string) => string): Config {
  const addresses = Object.entries(env).filter(([name, value]) => PROVIDER_ADDRESS.test(name) && value !== undefined && value !== "");
  // Hosts' dashboards and .env files write an unset value as an empty one.
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  if (developmentKey && set.NODE_ENV === "development") set.MILEPOST_ENCRYPTION_KEY ??= developmentKey(set.MILEPOST_DATA_DIR ?? DATA_DIR);
  const parsed = schema.safeParse({ ...set, SHOPIFY_APP_URL: appAddress(set), LISTEN_HOST: listenAddress(set) });
  const lines = (parsed.error?.issues ?? []).map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  for (const [name, value] of addresses) if (!z.url().safeParse(value).success) lines.push(`  ${name}: must be an address, e.g. https://proxy.example.com/carrier`);
  if (!env.DATABASE_URL && env.WORKER === "separate") {
    lines.push("  WORKER: separate needs DATABASE_URL; the embedded database can be opened by one process alone");
  }
  if (!parsed.success || lines.length > 0) {
    throw new ConfigError(`Milepost cannot start: these settings are missing or wrong (see .env.example)\n${lines.join("\n")}`);
  }
  const value = parsed.data;
  return {
    shopify: {
      apiKey: value.SHOPIFY_API_KEY,
      apiSecret: value.SHOPIFY_API_SECRET,
      apiSecretOld: value.SHOPIFY_API_SECRET_OLD || null,
      appUrl: value.SHOPIFY_APP_URL.replace(/\/$/, ""),
      scopes: value.SCOPES ? list(value.SCOPES) : null,
      appBridgeUrl: value.APP_BRIDGE_URL ?? null,
      expiringTokens: value.SHOPIFY_OFFLINE_TOKENS === "expiring",
    },
    database: { url: value.DATABASE_URL || null, dataDir: value.MILEPOST_DATA_DIR },
    encryption: {
      key: value.MILEPOST_ENCRYPTION_KEY,
      oldKeys: list(value.MILEPOST_ENCRYPTION_KEYS_OLD),
    },
    mail: { smtpUrl: value.SMTP_URL || null, from: value.MAIL_FROM },
    web: { port: value.PORT, host: value.LISTEN_HOST, trustedProxies: list(value.TRUSTED_PROXIES) },
    metricsToken: value.METRICS_TOKEN ?? null,
    heartbeatFile: value.HEARTBEAT_FILE ?? null,
    worker: value.WORKER ?? (value.DATABASE_URL ? "separate" : "inline"),
    logLevel: value.LOG_LEVEL,
    carrierBaseUrls: Object.fromEntries(
      addresses.map(([name, value]) => {
        const said = PROVIDER_ADDRESS.exec(name)?.[1] ?? "";
        return [PROVIDER_NAMES[said] ?? said.toLowerCase(), value ?? ""];
      }),
    ),
    development: value.NODE_ENV === "development",
    operator: operatorOf(value),
    retention: retentionOf(value),
  };
}
