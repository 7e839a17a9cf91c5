import { ApiVersion, LogSeverity, shopifyApi, type Shopify } from "@shopify/shopify-api";

import "@shopify/shopify-api/adapters/node";

import type { Config } from "~/config.server";
import { trimEndOf } from "~/domain/tracking/text/bounded-text";

/** A request that Shopify's app proxy has passed on. */
export interface ProxiedRequest {
  shopDomain: string;
  /** The path in the storefront under which the proxy stands; merchants can change it. */
  pathPrefix: string;
}

const DEFAULT_PREFIX = "/apps/track";
const verifiers = new WeakMap<Config, readonly Shopify[]>();

/**
 * Checks the signature that Shopify's proxy puts on every request, by Shopify's library, with the app's secret and with
 * the one before it while secrets are rotated.
 *
 * `authenticate.public.appProxy` does the same check and then loads the shop's token and renews it when it is old; the
 * shopper's page needs no token, and a refused renewal must not take it away.
 *
 * @throws Response 400 when the signature or its timestamp is missing or more than 90 s old, 401 when it is wrong
 */
export async function verifyProxy(request: Request, config: Config): Promise<ProxiedRequest> {
  const query = new URL(request.url).searchParams;
  let wellFormed = false;
  for (const api of apisOf(config)) {
    try {
      if (await api.utils.validateHmac(query, { signator: "appProxy" })) {
        return { shopDomain: (query.get("shop") ?? "").toLowerCase(), pathPrefix: prefixOf(query.get("path_prefix")) };
      }
      wellFormed = true;
    } catch {
      // Missing, doubled or too old: the library throws, and the other secret would change nothing.
    }
  }
  throw plain(wellFormed ? 401 : 400, wellFormed ? "The signature does not match." : "The signature is missing or too old.");
}

function apisOf(config: Config): readonly Shopify[] {
  const known = verifiers.get(config);
  if (known) return known;
  const url = new URL(config.shopify.appUrl);
  const secrets = [config.shopify.apiSecret, config.shopify.apiSecretOld].filter((secret) => secret !== null);
  const apis = secrets.map((secret) =>
    shopifyApi({
      apiKey: config.shopify.apiKey,
      apiSecretKey: secret,
      apiVersion: ApiVersion.October26,
      hostName: url.host,
      hostScheme: url.protocol === "http:" ? "http" : "https",
      isEmbeddedApp: true,
      logger: { level: LogSeverity.Error, log: async () => undefined },
    }),
  );
  verifiers.set(config, apis);
  return apis;
}

function prefixOf(path: string | null): string {
  return path !== null && /^\/(?![/\\])[\w\-./~]{1,200}$/.test(path) ? trimEndOf(path, "/") : DEFAULT_PREFIX;
}

/** A short answer that is no page. */
export function plain(status: number, message: string): Response {
  return new Response(message, { status, headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" } });
}
