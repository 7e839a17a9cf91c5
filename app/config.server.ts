import { z } from "zod";

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

const schema = z.object({
  SHOPIFY_API_KEY: required("the client id of the app in Shopify's Partner or Dev Dashboard"),
  SHOPIFY_API_SECRET: required("the client secret of the app in Shopify's Partner or Dev Dashboard"),
  SHOPIFY_API_SECRET_OLD: z.string().optional(),
  SHOPIFY_APP_URL: z.url({ error: "the public address of the app, e.g. https://milepost.example.com" }),
  SCOPES: z.string().optional(),
  APP_BRIDGE_URL: optionalUrl,
  DATABASE_URL: withScheme(/^postgres(ql)?:\/\//, "must be like postgresql://user:password@host:5432/database, or empty for the embedded database"),
  MILEPOST_DATA_DIR: z.string().default(".data/app"),
  MILEPOST_ENCRYPTION_KEY: z.string({ error: KEY_HINT }).refine(isKey, KEY_HINT),
  MILEPOST_ENCRYPTION_KEYS_OLD: z.string().default("").refine((value) => list(value).every(isKey), `each ${KEY_HINT}`),
  SMTP_URL: withScheme(/^smtps?:\/\//, "must be like smtps://user:password@smtp.example.com:465, or empty for no e-mail"),
  MAIL_FROM: z.string().default("Milepost <orders@localhost>"),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z.string().default("::"),
  WORKER: z.enum(["inline", "separate"]).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  ...operatorSchema,
});

export interface Config {
  shopify: { apiKey: string; apiSecret: string; apiSecretOld: string | null; appUrl: string; scopes: string[] | null; appBridgeUrl: string | null };
  database: { url: string | null; dataDir: string };
  encryption: { key: string; oldKeys: string[] };
  mail: { smtpUrl: string | null; from: string };
  web: { port: number; host: string };
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
 * @throws ConfigError naming every missing or wrong value
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const addresses = Object.entries(env).filter(([name, value]) => PROVIDER_ADDRESS.test(name) && value !== undefined && value !== "");
  // Hosts' dashboards and .env files write an unset value as an empty one.
  const parsed = schema.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== "")));
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
    },
    database: { url: value.DATABASE_URL || null, dataDir: value.MILEPOST_DATA_DIR },
    encryption: {
      key: value.MILEPOST_ENCRYPTION_KEY,
      oldKeys: list(value.MILEPOST_ENCRYPTION_KEYS_OLD),
    },
    mail: { smtpUrl: value.SMTP_URL || null, from: value.MAIL_FROM },
    web: { port: value.PORT, host: value.HOST },
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
