import { z } from "zod";

/**
 * Everything the environment may set. Read once at start; every missing or wrong value is named at once.
 * The only place in app/ that reads `process.env`.
 */
const base64Key = z
  .string()
  .refine((value) => Buffer.from(value, "base64").length === 32, "must be 32 bytes in base64; make one with: openssl rand -base64 32");

const optionalUrl = z.url().optional().or(z.literal("").transform(() => undefined));

/** Where a provider is reached instead of its public address: CODE_BASE_URL, e.g. FEDEX_BASE_URL or ROYAL_MAIL_BASE_URL. */
const PROVIDER_ADDRESS = /^([A-Z][A-Z0-9_]*)_BASE_URL$/;
/** Codes that cannot begin a variable's name. */
const PROVIDER_NAMES: Readonly<Record<string, string>> = { SEVENTEENTRACK: "17track" };

const schema = z.object({
  SHOPIFY_API_KEY: z.string().min(1, "the client id of the app in Shopify's Partner or Dev Dashboard"),
  SHOPIFY_API_SECRET: z.string().min(1, "the client secret of the app in Shopify's Partner or Dev Dashboard"),
  SHOPIFY_API_SECRET_OLD: z.string().optional(),
  SHOPIFY_APP_URL: z.url("the public address of the app, e.g. https://milepost.example.com"),
  SCOPES: z.string().optional(),
  APP_BRIDGE_URL: optionalUrl,
  DATABASE_URL: z.string().optional(),
  MILEPOST_DATA_DIR: z.string().default(".data/app"),
  MILEPOST_ENCRYPTION_KEY: base64Key,
  MILEPOST_ENCRYPTION_KEYS_OLD: z.string().default(""),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default("Milepost <orders@localhost>"),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z.string().default("::"),
  WORKER: z.enum(["inline", "separate"]).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
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
  const parsed = schema.safeParse(env);
  const noAddress = addresses.filter(([, value]) => !z.url().safeParse(value).success).map(([name]) => `  ${name}: must be an address, e.g. https://proxy.example.com/carrier`);
  if (!parsed.success || noAddress.length > 0) {
    const lines = [...(parsed.error?.issues ?? []).map((issue) => `  ${issue.path.join(".")}: ${issue.message}`), ...noAddress];
    throw new ConfigError(`Milepost cannot start: these settings are missing or wrong (see .env.example)\n${lines.join("\n")}`);
  }
  const value = parsed.data;
  if (!value.DATABASE_URL && value.WORKER === "separate") {
    throw new ConfigError(
      "Milepost cannot start: WORKER=separate needs DATABASE_URL; the embedded database can be opened by one process alone.",
    );
  }
  return {
    shopify: {
      apiKey: value.SHOPIFY_API_KEY,
      apiSecret: value.SHOPIFY_API_SECRET,
      apiSecretOld: value.SHOPIFY_API_SECRET_OLD || null,
      appUrl: value.SHOPIFY_APP_URL.replace(/\/$/, ""),
      scopes: value.SCOPES ? value.SCOPES.split(",").map((scope) => scope.trim()).filter(Boolean) : null,
      appBridgeUrl: value.APP_BRIDGE_URL ?? null,
    },
    database: { url: value.DATABASE_URL || null, dataDir: value.MILEPOST_DATA_DIR },
    encryption: {
      key: value.MILEPOST_ENCRYPTION_KEY,
      oldKeys: value.MILEPOST_ENCRYPTION_KEYS_OLD.split(",").map((key) => key.trim()).filter(Boolean),
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
  };
}
