import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { createCarrierSimulator, type CarrierSimulator } from "~tests/simulator/carriers";
import { simCarrier } from "~tests/simulator/carriers/carriers";
import { towns } from "~tests/simulator/carriers/places";
import { demoCredentials } from "~tests/simulator/carriers/world";
import { createSimClock, type SimClock } from "~tests/simulator/clock";
import { createAdminClient, type AdminClient } from "~tests/simulator/demo/admin-client";
import { METRICS_TOKEN, readHealth, sleep } from "~tests/simulator/demo/app-health";
import { inheritedEnv } from "~tests/simulator/demo/app-process";
import { buildApp, needsBuild } from "~tests/simulator/demo/build-app";
import { freePorts } from "~tests/simulator/free-ports";
import { startMailbox, type Mailbox } from "~tests/simulator/mailbox";
import { createShopifySimulator, type ShopifySimulator } from "~tests/simulator/shopify";
import type { ShopifySimulatorOptions } from "~tests/simulator/shopify/options";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const inTests = (path: string) => join(root, "tests", path);

export const API_KEY = "milepost-demo-key";
export const API_SECRET = "the secret of the app under test";
export const SHOP = "oakhill.myshopify.com";
export const OTHER_SHOP = "fernside.myshopify.com";

/** A process of the app that the test may end as it likes. */
export interface AppProcess {
  /** What it has written so far. */
  output(): string;
  /** Settles when it is gone. */
  exited: Promise<void>;
  running(): boolean;
  /** kill -9. */
  kill(): Promise<void>;
  /** As an operator stops it. */
  stop(): Promise<void>;
  /** Sends it a message and waits for the next that it sends. */
  ask(message: object): Promise<object>;
}

/** The app as it runs in production, in separate processes, in front of a simulated outside world. */
export interface RunningApp {
  url: string;
  clock: SimClock;
  shopify: ShopifySimulator;
  carriers: CarrierSimulator;
  mailbox: Mailbox;
  admin(shop?: string): AdminClient;
  startWeb(): Promise<AppProcess>;
  startWorker(): Promise<AppProcess>;
  /** Another process in the app's environment, once it has sent a message that says it is ready. */
  start(script: string, ready: (message: object) => boolean): Promise<AppProcess>;
  /** Installs the app in a shop, as opening it in the admin does, and connects UPS. */
  install(shop?: string): Promise<void>;
  /** An order that is placed and sent by UPS. @returns its name, tracking number and the shopper's address */
  sendOrder(index: number, journey?: "normal" | "fast", shop?: string): { name: string; number: string; email: string };
  /** Waits until nothing waits, runs or is due. @throws with the last state when it takes too long */
  untilQuiet(timeoutMs?: number): Promise<void>;
  close(): Promise<void>;
}

export interface RunningAppOptions {
  databaseUrl: string;
  shopify?: Partial<ShopifySimulatorOptions>;
  env?: Record<string, string>;
}

/** Starts the simulated world, and builds the app when it is not built. The processes are started by the test. */
export async function openRunningApp(options: RunningAppOptions): Promise<RunningApp> {
  if (await needsBuild(root)) await buildApp(root);
  const folder = mkdtempSync(join(tmpdir(), "milepost-faults-"));
  const clock = createSimClock();
  const port = await freePorts();
  const url = `http://127.0.0.1:${port}`;
  const carriers = createCarrierSimulator({ now: () => clock.now() });
  const carriersPort = await carriers.listen(0);
  const mailbox = await startMailbox({ smtpPort: 0, webPort: 0, now: () => clock.now() });
  const shopify = await createShopifySimulator({
    apiSecret: API_SECRET,
    apiKey: API_KEY,
    appUrl: url,
    config: join(root, "shopify.app.toml"),
    clock,
    bulkDelayMs: 20,
    throttle: { restoreRate: 100_000, maximumAvailable: 100_000 },
    shops: [SHOP, OTHER_SHOP].map((domain) => ({ domain, name: domain.split(".")[0] ?? domain, email: "team@oakhill.example" })),
    ...options.shopify,
  });
  for (const domain of [SHOP, OTHER_SHOP]) {
    shopify.addLocation(domain, { name: "Workshop", address: { city: "Burlington", provinceCode: "VT", countryCode: "US", zip: "05401" } });
  }
  const env = {
    ...inheritedEnv(),
    SHOPIFY_API_KEY: API_KEY,
    SHOPIFY_API_SECRET: API_SECRET,
    SHOPIFY_APP_URL: url,
    APP_BRIDGE_URL: shopify.appBridgeUrl,
    DATABASE_URL: options.databaseUrl,
    MILEPOST_DATA_DIR: join(folder, "app"),
    MILEPOST_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    PORT: String(port),
    LISTEN_HOST: "127.0.0.1",
    METRICS_TOKEN,
    SMTP_URL: `smtp://127.0.0.1:${mailbox.smtpPort}`,
    MAIL_FROM: "Milepost <orders@mail.milepost.example>",
    LOG_LEVEL: "info",
    UPS_BASE_URL: `http://127.0.0.1:${carriersPort}/ups`,
    SIMULATOR_SHOPIFY_URL: shopify.url,
    ...options.env,
  };
  const processes = new Set<AppProcess>();
  const start = (script: string) => {
    const started = launch(script, { ...env, SIMULATOR_CLOCK_OFFSET_MS: String(clock.offsetMs) }, clock);
    processes.add(started);
    void started.exited.then(() => processes.delete(started));
    return started;
  };
  const admin = (shop = SHOP) => createAdminClient({ appUrl: url, shop, launchUrl: (path) => shopify.launchUrl(shop, path) });
  const [origin, destination] = [towns["US"]?.[0], towns["US"]?.[1]];
  if (!origin || !destination) throw new Error("the simulator knows no towns");

  return {
    url, clock, shopify, carriers, mailbox, admin,
    async startWeb() {
      const web = start("app/server.ts");
      await until(async () => {
        if (!web.running()) throw new Error(`The web process ended: ${web.output()}`);
        return (await readHealth(url))?.ok === true;
      }, 60_000, () => `The web process does not answer: ${web.output()}`);
      return web;
    },
    async start(script, ready) {
      const process = start(script);
      const first = await Promise.race([process.started, process.exited]);
      if (!first || !ready(first)) throw new Error(`${script} does not get ready: ${process.output()}`);
      return process;
    },
    async startWorker() {
      const worker = start("app/worker/main.ts");
      await until(() => {
        if (!worker.running()) throw new Error(`The worker ended: ${worker.output()}`);
        return worker.output().includes("the worker is ready");
      }, 60_000, () => `The worker does not get ready: ${worker.output()}`);
      return worker;
    },
    async install(shop = SHOP) {
      shopify.install(shop);
      await admin(shop).open();
      await admin(shop).post("/app/settings/connections", { intent: "connect", provider: "ups", ...demoCredentials.ups });
    },
    sendOrder(index, journey = "fast", shop = SHOP) {
      const email = `shopper-${index}@example.com`;
      const order = shopify.createOrder(shop, {
        lines: [{ title: "Walnut desk lamp", priceMinor: 4_900, quantity: 1 }],
        customer: { firstName: "Ida", lastName: `Shopper ${index}`, email },
        shippingAddress: { firstName: "Ida", lastName: `Shopper ${index}`, address1: `${index} Pine Street`, city: destination.city, provinceCode: destination.region ?? "", countryCode: "US", zip: destination.postalCode },
      });
      const number = simCarrier("ups").number(index);
      shopify.fulfilOrder(shop, order.id, { tracking: { company: "UPS", number } });
      carriers.book.add({ carrier: "ups", number, journey, origin, destination, shippedAt: clock.now(), exact: true });
      return { name: order.name, number, email };
    },
    async untilQuiet(timeoutMs = 60_000) {
      let seen = "nothing";
      let quiet = 0;
      await until(async () => {
        const health = await readHealth(url);
        seen = JSON.stringify(health);
        quiet = health?.ok && health.pending === 0 ? quiet + 1 : 0;
        return quiet >= 3;
      }, timeoutMs, () => `Something is left to do: ${seen}`);
    },
    async close() {
      await Promise.all([...processes].map((each) => each.kill()));
      await Promise.all([shopify.close(), carriers.close(), mailbox.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Looks every 50 ms until it holds. @throws with the words given when it does not within the time */
export async function until(holds: () => Promise<boolean> | boolean, timeoutMs: number, say: () => string): Promise<void> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    if (await holds()) return;
    if (Date.now() > end) throw new Error(say());
    await sleep(50);
  }
}

function launch(script: string, env: Record<string, string>, clock: SimClock): AppProcess & { started: Promise<object> } {
  const args = ["--import", inTests("simulator/preload.mjs"), "--import", inTests("simulator/demo/follow-parent.mjs"), "--import", "tsx", script];
  const child: ChildProcess = spawn(process.execPath, args, { cwd: root, env: { NODE_ENV: "production", ...env }, stdio: ["ignore", "pipe", "pipe", "ipc"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (text: Buffer) => (output = (output + text.toString()).slice(-20_000)));
  const detach = clock.attach(child);
  child.on("error", () => undefined);
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve(detach())));
  const running = () => child.exitCode === null && child.signalCode === null;
  const end = async (signal: NodeJS.Signals) => {
    if (running()) child.kill(signal);
    await exited;
  };
  const ask = (message: object) =>
    new Promise<object>((resolve, reject) => {
      child.once("message", (answer) => resolve(answer as object));
      child.once("exit", () => reject(new Error(`The process ended: ${output}`)));
      child.send(message);
    });
  const started = new Promise<object>((resolve) => child.once("message", (message) => resolve(message as object)));
  return { output: () => output, exited, running, ask, started, kill: () => end("SIGKILL"), stop: () => end("SIGTERM") };
}
