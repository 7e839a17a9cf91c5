import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { Session } from "@shopify/shopify-api";

import { createSecrets } from "~/db/secrets.server";
import { createSessionStorage, type EncryptedSessionStorage } from "~/db/session-storage.server";
import type { PendingDelivery } from "~/db/deliveries.server";
import { createHttpClients } from "~/integrations/http/http-client.server";
import { createAdminClientFor } from "~/shopify/admin-client.server";
import { exclusively } from "~/shopify/exclusively.server";
import { createOfflineTokens } from "~/shopify/offline-token.server";
import { createShopifySimulator, type ShopifySimulator } from "~tests/simulator/shopify";
import type { ShopifySimulatorOptions } from "~tests/simulator/shopify/options";

import { delivery, openSyncContext, type SyncTestContext } from "./sync-context";

const SECRET = "the secret of the simulated app";

/** The use-cases with the real Admin client and the real tokens, in front of the simulated Shopify. */
export interface SimulatedApp {
  simulator: ShopifySimulator;
  context: SyncTestContext;
  sessions: EncryptedSessionStorage;
  /** `fetch` as the app has it: a shop's host leads to the simulator. */
  fetch: typeof fetch;
  /** Exchanges a session token for the shop's offline token and stores it, as opening the app does. */
  open(domain: string, options?: { expiring: boolean }): Promise<void>;
  /** Every answer of the Admin API, in order. */
  answers: { operation: string; throttled: boolean }[];
  /** Webhooks that came in and were not taken yet, in the order in which they came. */
  take(): PendingDelivery[];
  close(): Promise<void>;
}

export interface SimulatedAppOptions extends Pick<ShopifySimulatorOptions, "distribution" | "themePayloadBytes"> {
  shops: string[];
  firstId?: bigint;
  /** Points per second and bucket; by default so many that nothing is ever throttled. */
  throttle?: { restoreRate: number; maximumAvailable: number };
  /** How the Admin client waits; by default not at all. */
  sleep?: (ms: number) => Promise<void>;
}

/** Starts the simulator with the app's own shopify.app.toml, and an endpoint that takes its webhooks in. */
export async function startSimulatedApp(options: SimulatedAppOptions): Promise<SimulatedApp> {
  const answers: { operation: string; throttled: boolean }[] = [];
  const received: PendingDelivery[] = [];
  const endpoint = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const header = (name: string) => String(request.headers[name] ?? "");
      received.push(
        delivery(header("x-shopify-shop-domain"), header("x-shopify-topic"), Buffer.concat(chunks).toString("utf8"), {
          webhookId: header("x-shopify-webhook-id"),
          triggeredAt: Date.parse(header("x-shopify-triggered-at")) || null,
        }),
      );
      response.writeHead(200).end();
    });
  });
  await new Promise<void>((resolve) => endpoint.listen(0, "127.0.0.1", resolve));
  const simulator = await createShopifySimulator({
    apiSecret: SECRET,
    config: new URL("../../../shopify.app.toml", import.meta.url).pathname,
    webhookUrl: `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/webhooks`,
    retryDelaysMs: [5],
    bulkDelayMs: 1,
    ...(({ shops: _shops, sleep: _sleep, throttle: _throttle, ...rest }) => rest)(options),
    throttle: options.throttle ?? { restoreRate: 100_000, maximumAvailable: 100_000 },
    shops: options.shops.map((domain) => ({ domain, name: domain, email: "shop@example.com" })),
  });

  /** What the preload does for the running app: a shop's host leads to the simulator. */
  const toSimulator: typeof fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    if (!url.hostname.endsWith(".myshopify.com") && url.hostname !== "storage.googleapis.com") return fetch(input, init);
    const headers = new Headers(init?.headers);
    headers.set("x-simulated-host", url.hostname);
    const response = await fetch(new URL(url.pathname + url.search, simulator.url), { ...init, headers });
    if (url.pathname.endsWith("/graphql.json")) {
      const { operationName } = JSON.parse(String(init?.body)) as { operationName: string };
      answers.push({ operation: operationName, throttled: (await response.clone().text()).includes('"THROTTLED"') });
    }
    return response;
  };

  const holder: { adminFor: SyncTestContext["adminFor"] } = { adminFor: () => Promise.reject(new Error("not wired yet")) };
  const context = await openSyncContext({
    now: () => simulator.clock.now(),
    adminFor: (domain) => holder.adminFor(domain),
    http: createHttpClients({ fetch: toSimulator, sleep: () => Promise.resolve(), now: () => simulator.clock.now() }),
  });
  const sessions = createSessionStorage(context.db, createSecrets(Buffer.alloc(32, 7).toString("base64")));
  const now = () => simulator.clock.now();
  const accessToken = createOfflineTokens({
    sessions,
    apiKey: simulator.apiKey,
    // The secret of the moment, as after a deployment with another one.
    get apiSecret() {
      return simulator.apiSecret;
    },
    now,
    exclusively: (key, work) => exclusively(context.db, key, work),
    fetch: toSimulator,
  });
  holder.adminFor = createAdminClientFor({ accessToken, now, fetch: toSimulator, sleep: options.sleep ?? (() => Promise.resolve()) });

  return {
    simulator,
    context,
    answers,
    sessions,
    fetch: toSimulator,
    async open(domain, { expiring } = { expiring: true }) {
      const response = await toSimulator(`https://${domain}/admin/oauth/access_token`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          client_id: simulator.apiKey,
          client_secret: simulator.apiSecret,
          grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
          subject_token: simulator.sessionToken(domain),
          subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
          requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token",
          expiring: expiring ? "1" : "0",
        }),
      });
      const answer = (await response.json()) as { access_token: string; scope: string; expires_in?: number; refresh_token?: string; refresh_token_expires_in?: number };
      const inSeconds = (seconds: number | undefined) => seconds === undefined ? undefined : new Date(now() + seconds * 1_000);
      await sessions.storeSession(
        new Session({
          id: `offline_${domain}`,
          shop: domain,
          state: "",
          isOnline: false,
          scope: answer.scope,
          accessToken: answer.access_token,
          expires: inSeconds(answer.expires_in),
          refreshToken: answer.refresh_token,
          refreshTokenExpires: inSeconds(answer.refresh_token_expires_in),
        }),
      );
    },
    take: () => received.splice(0),
    async close() {
      await simulator.close();
      await new Promise((resolve) => endpoint.close(resolve));
      await context.db.close();
    },
  };
}
