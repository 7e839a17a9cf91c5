import type { SimClock } from "../clock";
import type { AppConfig } from "./config/app-config";
import type { ProtectedDataAccess } from "./graphql/protected-data";
import type { Address, Plan } from "./store/records";
import type { HeaderFamily } from "./webhooks/delivery";

/** A shop that exists from the start (or is kept from an earlier run). */
export interface ShopSpec {
  /** NAME.myshopify.com */
  domain: string;
  name: string;
  email: string;
  ownerName?: string;
  plan?: Plan;
  /** IANA, e.g. America/New_York. */
  timeZone?: string;
  currency?: string;
  locale?: string;
  primaryHost?: string;
  address?: Partial<Address>;
}

export interface ShopifySimulatorOptions {
  /** 0 or absent: any free port. */
  port?: number;
  /** Where to listen; 127.0.0.1 unless told. */
  host?: string;
  /** The simulator's own address as browsers see it; http://localhost:PORT unless told. */
  publicUrl?: string;
  /** The app's address: what the admin frames, and where relative webhook addresses point. May be set later. */
  appUrl?: string;
  /** The app's client id; the configuration's unless told. */
  apiKey?: string;
  /** The app's client secret: signs session tokens, webhooks and proxy requests. */
  apiSecret: string;
  /** How the app is distributed; public by default. */
  distribution?: "public" | "custom";
  /** Path of shopify.app.toml, or its content already read. */
  config: string | AppConfig;
  /** What is released to the app of protected customer data; everything by default. */
  protectedData?: ProtectedDataAccess;
  shops?: ShopSpec[];
  /** Folder in which the state is kept between runs; null or absent keeps it in memory. */
  dataDir?: string | null;
  clock?: SimClock;
  /** Where every webhook goes instead of the addresses of the configuration. */
  webhookUrl?: string;
  /** Waits before the second, third … attempt of a webhook, milliseconds of the machine's clock; Shopify makes 8 over 4 h. */
  retryDelaysMs?: number[];
  /** How many webhooks are under way at once. */
  webhookConcurrency?: number;
  /** How long one attempt may take; Shopify gives 5 s. */
  webhookTimeoutMs?: number;
  /** Under which names a webhook's headers are sent: "X-Shopify-…" (webhooks, the default) or "Shopify-…" (events). */
  webhookHeaders?: HeaderFamily;
  /** How long a bulk operation takes, milliseconds of the machine's clock. */
  bulkDelayMs?: number;
  /** The first id given out; Shopify's have thirteen digits. Larger than 2^53 shows who reads ids as numbers. */
  firstId?: bigint;
  /** Points per second and bucket instead of the plan's. */
  throttle?: { restoreRate: number; maximumAvailable: number };
  /** Bytes of theme files that fit into one answer; Shopify has such a limit and does not name it. */
  themePayloadBytes?: number;
  /** What one query may ask for; Shopify's limit is 1,000 points. */
  maxQueryCost?: number;
  /** The seed of everything drawn at random. */
  seed?: number;
}
