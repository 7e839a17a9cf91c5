// Run as a process of its own: the web process that takes pushes in, or the worker that deals with them.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { openDatabase } from "~/db/database.server";
import { createSecrets } from "~/db/secrets.server";
import { createProviderWebhookHandler } from "~/ingest/provider-webhooks.server";
import { createTakeIn } from "~/ingest/take-in.server";
import { carrierAdapters, findAdapter } from "~/integrations/carriers/registry";
import { openQueue } from "~/jobs/boss.server";
import type { UseCaseContext } from "~/use-cases/context";
import { workOn } from "~/worker/start-worker.server";

import { ENCRYPTION_KEY } from "./store";

const report = (fields: Record<string, unknown>, message: string) => process.stderr.write(`${message} ${JSON.stringify(fields)}\n`);
const log = { debug: () => undefined, info: () => undefined, warn: report, error: report };
const notHere = (what: string) => () => Promise.reject(new Error(`${what} is outside this bench.`));

async function main(): Promise<void> {
  const [role = "", url = ""] = process.argv.slice(2);
  const db = await openDatabase({ url, dataDir: "" });
  const secrets = createSecrets(ENCRYPTION_KEY);
  const queue = await openQueue({ sql: db.sql, connectionString: db.connectionString, onError: (error) => report({ error: error.message }, "queue") });
  if (role === "web") {
    const handle = createProviderWebhookHandler({ db, secrets, find: findAdapter, keys: { at: () => Promise.resolve([]) }, now: Date.now, log }, createTakeIn(db, queue));
    const server = createServer((request, response) => void handle(request, response, request.url ?? "/"));
    server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
    return;
  }
  const context = {
    db, queue, secrets, log, now: Date.now, appUrl: "https://milepost.example",
    adminFor: notHere("Shopify"), http: { for: notHere("HTTP") }, mailer: {}, tokens: {},
    carriers: { all: carrierAdapters, find: findAdapter, baseUrls: {} },
  } as unknown as UseCaseContext;
  // Sending and writing back wait for mail servers and Shopify: their jobs are made, and left to other workers.
  await workOn("process-deliveries", context, queue);
  process.send?.({ port: 0 });
  process.on("message", (message) => {
    if (message === "usage") process.send?.({ cpu: process.cpuUsage(), rss: process.memoryUsage().rss });
  });
}

process.on("SIGTERM", () => process.exit(0));
void main();
