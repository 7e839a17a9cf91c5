import { createHmac, randomBytes } from "node:crypto";

import type { AppLoadContext } from "@remix-run/node";

import { readConfig } from "~/config.server";
import { sealCustomer } from "~/db/customer-data.server";
import { orderNameKey } from "~/db/customer-identity";
import type { Database } from "~/db/database.server";
import { createSecrets } from "~/db/secrets.server";
import { clientAddress } from "~/integrations/limits/client-address";
import { createObservedAddresses } from "~/integrations/limits/observed-addresses";
import { createTrustedProxies } from "~/integrations/limits/trusted-proxies";
import * as track from "~/routes/proxy.track/route";
import * as feedback from "~/routes/proxy.track_.feedback/route";
import type { UseCaseContext } from "~/use-cases/context";
import { createEngine, renderLiquid } from "~tests/simulator/storefront/liquid";

export const SECRET = "the-app-secret";
export const OLD_SECRET = "the-secret-before";

/** The storefront's side of the app: shops and orders in a database, and requests as Shopify's proxy signs them. */
export interface ProxyWorld {
  useCases: UseCaseContext;
  /** Moves the app's clock to this instant, ms since the epoch. */
  setNow(at: number): void;
  addShop(domain: string, more?: { settings?: object; status?: string; locale?: string }): Promise<string>;
  addOrder(shopId: string, order: NewTestOrder): Promise<{ orderId: string; shipmentIds: string[] }>;
  /** Forgets all limits, as a restart would. */
  fresh(): void;
  get(path: string, options?: ProxiedOptions): Promise<Response>;
  post(path: string, fields: Record<string, string>, options?: ProxiedOptions): Promise<Response>;
}

export interface NewTestOrder {
  name: string;
  email?: string;
  phone?: string;
  postalCode?: string;
  shipments?: { number: string; status?: string; detail?: string; direction?: string }[];
  title?: string;
}

export interface ProxiedOptions {
  shop?: string;
  address?: string;
  secret?: string;
  /** Seconds. */
  age?: number;
  pathPrefix?: string;
  /** The root of the shopper's language in the storefront, e.g. "/fr". */
  rootUrl?: string;
  /** How blanks of the query are written: "+" unless given. */
  blanks?: "+" | "%20";
  /** Changes the signed query before it is sent. */
  tamper?: (query: URLSearchParams) => void;
}

export const SHOP = "lamps.myshopify.com";
/** One of Shopify's servers, from which its proxy calls. */
const SHOPIFY_ADDRESS = "23.227.38.33";
const config = readConfig({
  SHOPIFY_API_KEY: "key",
  SHOPIFY_API_SECRET: SECRET,
  SHOPIFY_API_SECRET_OLD: OLD_SECRET,
  SHOPIFY_APP_URL: "https://milepost.example",
  MILEPOST_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
});

const liquid = createEngine({ locale: "en", currency: "USD", words: {} }, { root: [], assetUrl: (name) => name });

/** An answer of type application/liquid as the shopper gets it: rendered in the theme. */
async function asShopifyShows(answer: Response, rootUrl: string): Promise<Response> {
  if (!(answer.headers.get("content-type") ?? "").startsWith("application/liquid")) return answer;
  const { status, headers } = answer;
  return new Response(await renderLiquid(liquid, await answer.text(), { routes: { root_url: rootUrl } }), { status, headers });
}

export function createProxyWorld(db: Database): ProxyWorld {
  let now = Date.now();
  const secrets = createSecrets(config.encryption.key);
  const quiet = () => undefined;
  const useCases = { db, secrets, now: () => now, log: { debug: quiet, info: quiet, warn: quiet, error: quiet }, appUrl: "https://milepost.example" } as unknown as UseCaseContext;
  const dependencies = () => ({ config, db, useCases, observedAddresses: createObservedAddresses() }) as unknown as AppLoadContext["dependencies"];
  const proxies = createTrustedProxies(config.web.trustedProxies);
  const shared = { dependencies: dependencies() };
  let made = 0;

  async function send(method: "GET" | "POST", path: string, body: string | null, options: ProxiedOptions): Promise<Response> {
    const [name = "", query = ""] = path.split("?");
    const url = new URL(`https://milepost.example/proxy/track${name}`);
    url.search = signedQuery(new URLSearchParams(query), options, now).toString().replaceAll("+", options.blanks ?? "+");
    // A proxy of the app's own network has appended Shopify's address to what Shopify wrote.
    const forwardedFor = options.address ? `${options.address}, ${SHOPIFY_ADDRESS}` : null;
    const context: AppLoadContext = { ...shared, clientAddress: ({ byShopify }) => clientAddress({ peer: "10.0.0.1", forwardedFor, byShopify }, proxies) };
    const headers = new Headers();
    if (body !== null) headers.set("content-type", "application/x-www-form-urlencoded");
    const request = new Request(url, { method, headers, body });
    const route = name === "/feedback" ? feedback : track;
    const args = { request, context, params: {} };
    try {
      return await asShopifyShows(await (method === "GET" ? route.loader(args) : route.action(args)), options.rootUrl ?? "/");
    } catch (thrown) {
      if (thrown instanceof Response) return thrown;
      throw thrown;
    }
  }

  return {
    useCases,
    setNow: (at) => (now = at),
    fresh: () => (shared.dependencies = dependencies()),
    async addShop(domain, more = {}) {
      const shop = await db.prisma.shop.create({ data: { domain, name: domain, timeZone: "Europe/Berlin", countryCode: "DE", installedAt: new Date(now), ...more } });
      return shop.id;
    },
    async addOrder(shopId, order) {
      made += 1;
      const customer = { name: "Anna Berg", email: order.email ?? null, phone: order.phone ?? null, address: { company: null, address1: "Rosenweg 12", address2: null, city: "Leipzig", zip: order.postalCode ?? null, province: null, countryCode: "DE" }, postalCode: order.postalCode ?? null };
      const row = await db.prisma.order.create({
        data: {
          shopId,
          gid: `gid://shopify/Order/${made}`,
          name: order.name,
          nameKey: orderNameKey(order.name),
          processedAt: new Date(now - 86_400_000),
          sourceUpdatedAt: new Date(now),
          city: "Leipzig",
          countryCode: "DE",
          ...sealCustomer(secrets, shopId, customer, "DE"),
          lineItems: { create: [{ shopId, gid: `gid://shopify/LineItem/${made}`, title: order.title ?? "Walnut desk lamp", quantity: 1 }] },
        },
      });
      const shipmentIds: string[] = [];
      for (const shipment of order.shipments ?? []) {
        const created = await db.prisma.shipment.create({
          data: { shopId, orderId: row.id, numberKey: shipment.number, shippedAt: new Date(now), createdAt: new Date(now), updatedAt: new Date(now), trackingCompany: "UPS", ...shipment },
        });
        shipmentIds.push(created.id);
      }
      return { orderId: row.id, shipmentIds };
    },
    get: (path, options = {}) => send("GET", path, null, options),
    post: (path, fields, options = {}) => send("POST", path, new URLSearchParams(fields).toString(), options),
  };
}

/** As Shopify signs what its proxy passes on: sorted, joined without a separator, HMAC-SHA256 in hex. */
function signedQuery(query: URLSearchParams, options: ProxiedOptions, now: number): URLSearchParams {
  query.set("shop", options.shop ?? SHOP);
  query.set("logged_in_customer_id", "");
  query.set("path_prefix", options.pathPrefix ?? "/apps/track");
  query.set("timestamp", String(Math.floor(now / 1000) - (options.age ?? 0)));
  const content = [...new Set(query.keys())].sort().map((name) => `${name}=${query.getAll(name).join(",")}`).join("");
  query.set("signature", createHmac("sha256", options.secret ?? SECRET).update(content).digest("hex"));
  options.tamper?.(query);
  return query;
}

/** The token in a page's link to itself. */
export function tokenIn(page: string): string {
  const token = /\?t=([\w-]{27})/.exec(page)?.[1];
  if (!token) throw new Error("The page has no link with a token.");
  return token;
}
