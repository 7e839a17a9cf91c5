import "@shopify/shopify-api/adapters/web-api";
import { createHmac } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";

import { ApiVersion, LogSeverity, shopifyApi } from "@shopify/shopify-api";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { createShopifyWebhookHandler } from "~/ingest/shopify-webhooks.server";

const SECRET = "a-secret-for-tests";
const library = shopifyApi({
  apiKey: "key", apiSecretKey: SECRET, apiVersion: ApiVersion.October26, hostName: "app.example", isEmbeddedApp: true,
  logger: { level: LogSeverity.Error },
});
const silent = { debug() {}, info() {}, warn() {}, error() {} };

const config = { apiKey: "key", apiSecret: SECRET, apiSecretOld: null, appUrl: "https://app.example", scopes: null, appBridgeUrl: null, expiringTokens: true };
const handle = createShopifyWebhookHandler(config, async () => undefined, () => 0, silent);

async function ourVerdict(body: string, headers: Record<string, string>): Promise<boolean> {
  const request = Object.assign(Readable.from([Buffer.from(body)]), { method: "POST", headers }) as unknown as IncomingMessage;
  let status = 0;
  await handle(request, { writeHead: (code: number) => (status = code), end: () => undefined, setHeader: () => undefined } as unknown as ServerResponse);
  return status === 200;
}

async function theirVerdict(body: string, headers: Record<string, string>): Promise<boolean> {
  const rawRequest = { method: "POST", url: "https://app.example/webhooks", headers: new Headers(headers) };
  return (await library.webhooks.validate({ rawBody: body, rawRequest })).valid;
}

/** Both families that Shopify's library knows. */
const NAMES = ["topic", "shop-domain", "api-version", "webhook-id", "hmac-sha256"] as const;

describe("our check of a webhook's signature", () => {
  it.each(["x-shopify-", "shopify-"])("gives the result of Shopify's library for %s headers, whatever the body, the signature and the headers", async (prefix) => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "grapheme", minLength: 1 }), fc.constantFrom("right", "flipped", "other secret", "padding"), fc.option(fc.constantFrom(...NAMES), { freq: 3 }),
        async (body, kind, left) => {
          const right = createHmac("sha256", kind === "other secret" ? "other" : SECRET).update(body).digest("base64");
          const signature = kind === "flipped" ? right.replace(/^./, (first) => (first === "A" ? "B" : "A")) : kind === "padding" ? right.replace(/=+$/, "") : right;
          const values = { topic: "orders/create", "shop-domain": "alder.myshopify.com", "api-version": "2026-10", "webhook-id": "id", "hmac-sha256": signature };
          const headers = Object.fromEntries(NAMES.filter((name) => name !== left).map((name) => [`${prefix}${name}`, values[name]]));
          expect(await ourVerdict(body, headers)).toBe(await theirVerdict(body, headers));
        },
      ),
      { numRuns: 200 },
    );
  });
});
