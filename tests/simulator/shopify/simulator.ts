import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import { createSimClock, type SimClock } from "../clock";
import { answerAdmin } from "./admin/admin";
import { proxySignature, signedProxyQuery, type ProxyParameters, type ProxyRequest } from "./auth/proxy-signature";
import { revokeTokens } from "./auth/tokens";
import { createAppAccess } from "./app-access";
import { createCommands, type Commands } from "./behaviour/commands";
import { createShop } from "./behaviour/create-shop";
import { doDue } from "./behaviour/installation";
import { answerStorage, STORAGE_HOST } from "./bulk/storage";
import { schedule, useBulkTimer } from "./bulk/operation";
import { checkProtectedTopics, readAppConfig, type AppConfig } from "./config/app-config";
import { answerControl } from "./control";
import { isProtectedTopic, redactedBody } from "./graphql/protected-data";
import type { ThrottleStatus } from "./graphql/throttle";
import { createFailures, type Failure } from "./http/failures";
import { createRequestLog, type RequestRecord } from "./http/request-log";
import { headerOf, sendJson } from "./http/respond";
import { contextFor, createShopHost } from "./http/shop-host";
import type { ShopifySimulatorOptions, ShopSpec } from "./options";
import { createRandom } from "./random";
import type { ShopState } from "./store/records";
import { openStore } from "./store/store";
import type { DeliveryRecord } from "./webhooks/delivery";
import { createEmitter } from "./webhooks/emitter";
import type { WebhookFaults } from "./webhooks/faults";
import { subscribersOf } from "./webhooks/subscribers";
import { shopState, type World } from "./world";

/** The simulated Shopify, listening. */
export interface ShopifySimulator extends Commands {
  /** Where it listens: what SIMULATOR_SHOPIFY_URL is set to. */
  readonly url: string;
  /** Where browsers find it. */
  readonly publicUrl: string;
  readonly port: number;
  /** For APP_BRIDGE_URL. */
  readonly appBridgeUrl: string;
  readonly config: AppConfig;
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly clock: SimClock;
  /** Tells where the app is, once it is known. */
  setAppUrl(url: string): void;
  /** The developer revokes the client secret and takes another: every token that was given out with the old one ends. */
  revokeSecret(next: string): void;
  /** A shop that is not there yet; one that is stays as it is. */
  addShop(spec: ShopSpec): ShopState;
  shops(): ShopState[];
  /** The app within the simulated admin, for a browser to open. */
  adminUrl(shop: string, path?: string): string;
  /** Requests that the app made, newest last. */
  readonly requests: readonly RequestRecord[];
  /** What became of every webhook, newest last. */
  readonly webhooks: readonly DeliveryRecord[];
  readonly webhookFaults: WebhookFaults;
  /** Waits until every webhook is delivered, dropped or given up, and every bulk operation is over. */
  drain(): Promise<void>;
  /** The next requests to the Admin API fail so. */
  failNext(kind: Failure, options?: { shop?: string; count?: number }): void;
  throttleStatus(shop: string): ThrottleStatus;
  /** Leaves so many points in the shop's bucket. */
  setThrottle(shop: string, points: number): void;
  /** The signature of app-proxy parameters. */
  signProxy(parameters: ProxyParameters): string;
  /** A shopper's own parameters with Shopify's, signed now. */
  proxyQuery(own: URLSearchParams, request: Omit<ProxyRequest, "timestamp"> & { timestamp?: number }): URLSearchParams;
  /** The names of the commands that may be called over HTTP. */
  readonly commandNames: readonly string[];
  /** Writes the state and stops. */
  close(): Promise<void>;
}

/** Shopify's first retries come within minutes; here they come within seconds. */
const RETRY_DELAYS_MS = [100, 200, 400, 800, 1600, 3200, 6400, 12_800];
const FIRST_ID = 6_104_729_354_241n;

/** Starts a simulated Shopify. @throws when the port is taken or the app's configuration would be refused */
export async function createShopifySimulator(options: ShopifySimulatorOptions): Promise<ShopifySimulator> {
  const config = typeof options.config === "string" ? await readAppConfig(options.config) : options.config;
  if (options.protectedData) checkProtectedTopics(config, options.protectedData);
  const store = await openStore(options.dataDir ?? null, options.firstId ?? FIRST_ID);
  const clock = options.clock ?? createSimClock();
  const access = createAppAccess(clock);
  if (options.protectedData) access.protectedData = options.protectedData;
  const random = createRandom(options.seed ?? 1);
  const emitter = createEmitter({
    store,
    random,
    secret: () => world.apiSecret,
    apiVersion: config.webhookApiVersion,
    now: clock.now,
    retryDelaysMs: options.retryDelaysMs ?? RETRY_DELAYS_MS,
    concurrency: options.webhookConcurrency ?? 4,
    timeoutMs: options.webhookTimeoutMs ?? 5000,
    headerFamily: options.webhookHeaders ?? "webhooks",
  });
  let appUrl = options.appUrl ?? null;
  let origin = { url: "", publicUrl: "" };

  const world: World = {
    store,
    clock,
    config,
    access,
    apiKey: options.apiKey ?? config.clientId,
    apiSecret: options.apiSecret,
    distribution: options.distribution ?? "public",
    random,
    themePayloadBytes: options.themePayloadBytes ?? 1_000_000,
    publicUrl: () => origin.publicUrl,
    appUrl() {
      if (appUrl === null) throw new Error("where the app is has not been told");
      return appUrl.replace(/\/$/, "");
    },
    emit(state, topic, body) {
      const isProtected = isProtectedTopic(topic);
      if (isProtected && !access.protectedData.customerData) return;
      const subscribers = subscribersOf(config, state, topic, world.appUrl, options.webhookUrl ?? null);
      emitter.emit(state.shop.domain, topic, isProtected ? redactedBody(access.protectedData, body) : body, subscribers);
    },
  };

  const bulk = createBulkTimer(options.bulkDelayMs ?? 150);
  useBulkTimer(world, bulk);
  for (const spec of options.shops ?? []) createShop(world, spec);

  const failures = createFailures();
  const log = createRequestLog();
  const shopHost = createShopHost({ world, failures, log: log.add, throttle: options.throttle, maxQueryCost: options.maxQueryCost ?? 1000 });
  const commands = createCommands(world);
  const endDue = clock.onChange(() => doDue(world));

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const host = headerOf(request, "x-simulated-host");
    if (host === STORAGE_HOST) return answerStorage(world, request, response, log.add);
    if (host !== null) return shopHost.handle(host, request, response);
    const url = new URL(request.url ?? "/", "http://admin");
    const control = /^\/control\/shopify\/([A-Za-z]+)$/.exec(url.pathname)?.[1];
    if (control !== undefined) return answerControl(simulator, control, request, response);
    if (await answerAdmin(world, url, response)) return;
    sendJson(response, 404, { error: `${url.pathname} is not simulated` });
  }

  const server = createServer((request, response) => {
    route(request, response).catch((error: unknown) => {
      if (!response.headersSent) sendJson(response, error instanceof SyntaxError ? 400 : 500, { errors: error instanceof Error ? error.message : String(error) });
      else response.destroy();
    });
  });
  const port = await listen(server, options.port ?? 0, options.host ?? "127.0.0.1");
  origin = { url: `http://127.0.0.1:${port}`, publicUrl: (options.publicUrl ?? `http://localhost:${port}`).replace(/\/$/, "") };

  const simulator: ShopifySimulator = {
    ...commands,
    ...origin,
    port,
    appBridgeUrl: `${origin.publicUrl}/app-bridge.js`,
    config,
    apiKey: world.apiKey,
    get apiSecret() {
      return world.apiSecret;
    },
    clock,
    commandNames: Object.keys(commands),
    setAppUrl(url) {
      appUrl = url;
    },
    revokeSecret(next) {
      world.apiSecret = next;
      for (const state of Object.values(store.shops)) revokeTokens(world, state, { refreshTokens: true });
    },
    addShop: (spec) => createShop(world, spec),
    shops: () => Object.values(store.shops),
    adminUrl: (shop, path = "") => `${origin.publicUrl}/store/${shopState(world, shop).shop.handle}/apps/${config.handle}${path}`,
    requests: log.records,
    webhooks: emitter.history,
    webhookFaults: emitter.faults,
    async drain() {
      await bulk.settled();
      await emitter.drain();
    },
    failNext: failures.failNext,
    throttleStatus: (shop) => shopHost.bucket(shopState(world, shop)).status(),
    setThrottle: (shop, points) => shopHost.bucket(shopState(world, shop)).set(points),
    signProxy: (parameters) => proxySignature(world.apiSecret, parameters),
    proxyQuery: (own, request) => signedProxyQuery(world.apiSecret, own, { timestamp: Math.floor(clock.now() / 1000), ...request }),
    async close() {
      endDue();
      bulk.stop();
      emitter.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await store.close();
    },
  };

  resume(world);
  emitter.resume();
  doDue(world);
  return simulator;
}

/** Takes up the bulk operations that an earlier run left. */
function resume(world: World): void {
  for (const state of Object.values(world.store.shops)) {
    const { installation } = state.shop;
    if (installation === null) continue;
    for (const one of Object.values(state.bulkOperations)) {
      if (one.status === "CREATED" || one.status === "RUNNING") schedule(contextFor(world, state, installation), one);
    }
  }
}

function createBulkTimer(delayMs: number): { after(work: () => Promise<void>): void; settled(): Promise<void>; stop(): void } {
  const timers = new Set<NodeJS.Timeout>();
  const working = new Set<Promise<void>>();
  return {
    after(work) {
      const done = new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => {
          timers.delete(timer);
          work().then(resolve, reject);
        }, delayMs);
        timers.add(timer);
      });
      working.add(done);
      void done.finally(() => working.delete(done)).catch(() => undefined);
    },
    async settled() {
      await Promise.allSettled(working);
    },
    stop() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}

/** @throws Error saying that the port is taken, where it is */
async function listen(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new Error(`port ${port} is taken: the simulated Shopify cannot listen there`) : error),
    );
    server.listen(port, host, resolve);
  });
  return (server.address() as AddressInfo).port;
}
