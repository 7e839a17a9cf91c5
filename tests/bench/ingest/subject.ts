// Run as a process of its own: one of the servers that are compared. Sends its port to the parent when it listens.
import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

import { createRequestHandler } from "@remix-run/express";
import { installGlobals, type ServerBuild } from "@remix-run/node";
import express from "express";
import { Session } from "@shopify/shopify-api";

import { openDatabase } from "~/db/database.server";
import { createShopifyWebhookHandler } from "~/ingest/shopify-webhooks.server";
import { createTakeIn } from "~/ingest/take-in.server";
import { openQueue } from "~/jobs/boss.server";
import { createShopify } from "~/shopify.server";

const SECRET = "bench-secret";
const config = { apiKey: "bench", apiSecret: SECRET, apiSecretOld: null, appUrl: "https://app.example", scopes: null, appBridgeUrl: null, expiringTokens: true };
const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** The limit: HMAC and JSON.parse on bare node:http, nothing stored. */
function bare(): RequestListener {
  return (request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      const expected = createHmac("sha256", SECRET).update(body).digest();
      const given = Buffer.from(String(request.headers["x-shopify-hmac-sha256"] ?? ""), "base64");
      const valid = given.length === expected.length && timingSafeEqual(given, expected);
      JSON.parse(body.toString("utf8"));
      response.writeHead(valid ? 200 : 401).end();
    });
  };
}

/** The peer: a Remix action that verifies with Shopify's library and answers, as the official template does. */
function peer(): RequestListener {
  installGlobals();
  const session = new Session({ id: "offline_alder.myshopify.com", shop: "alder.myshopify.com", state: "", isOnline: false, accessToken: "token" });
  const storage = {
    storeSession: async () => true,
    loadSession: async () => session,
    deleteSession: async () => true,
    deleteSessions: async () => true,
    findSessionsByShop: async () => [session],
  };
  const shopify = createShopify({
    config: { shopify: config } as Parameters<typeof createShopify>[0]["config"],
    sessionStorage: storage,
    afterAuth: async () => undefined,
  });
  const route = {
    id: "routes/webhooks",
    path: "webhooks",
    parentId: "root",
    module: {
      default: () => null,
      action: async ({ request }: { request: Request }) => {
        await shopify.authenticate.webhook(request);
        return new Response();
      },
    },
  };
  const build = {
    entry: { module: { default: () => new Response("", { status: 404 }) } },
    routes: { root: { id: "root", path: "", module: { default: () => null } }, "routes/webhooks": { ...route, module: { action: route.module.action } } },
    assets: { entry: { module: "", imports: [] }, routes: {}, url: "", version: "" },
    publicPath: "/", assetsBuildDirectory: "", future: {}, isSpaMode: false, mode: "production",
  } as unknown as ServerBuild;
  const app = express();
  app.all("*", createRequestHandler({ build, mode: "production" }));
  return app;
}

/** Ours, stored durably: on PostgreSQL with a URL, else on the embedded database in a folder. */
async function ours(target: string): Promise<RequestListener> {
  const postgres = target.startsWith("postgres");
  const db = await openDatabase({ url: postgres ? target : null, dataDir: target });
  const queue = await openQueue({ sql: db.sql, connectionString: db.connectionString, onError: () => undefined });
  const handle = createShopifyWebhookHandler(config, createTakeIn(db, queue), () => Date.now(), silent);
  return (request, response) => void handle(request, response);
}

async function main(): Promise<void> {
  const [kind, target] = process.argv.slice(2);
  const listener = kind === "bare" ? bare() : kind === "peer" ? peer() : await ours(target ?? "memory://");
  const server = createServer(listener);
  server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
  process.on("message", (message) => {
    if (message === "memory") process.send?.({ rss: process.memoryUsage().rss });
  });
}

void main();
