import { join } from "node:path";
import { createCarrierSimulator } from "../carriers";
import { createSimClock } from "../clock";
import type { RunningServer } from "../control/server";
import { startMailbox } from "../mailbox";
import { navLinks } from "../control/nav";
import { createPhone } from "../phone";
import { createShopifySimulator } from "../shopify";
import { readAppConfig } from "../shopify/config/app-config";
import type { FaultPlan } from "../shopify/webhooks/faults";
import { createTeamInbox } from "../team-inbox";
import { demoApp, appEnv } from "./app-env";
import { readHealth, waitUntilHealthy } from "./app-health";
import { startApp, type AppProcess } from "./app-process";
import { buildApp, needsBuild } from "./build-app";
import { createShopDesk } from "./desk";
import { prepareFolder } from "./folder";
import { takenPorts, portsFrom } from "./ports";
import { makeHistory } from "./make-history";
import { startServers } from "./servers";
import { demoShops } from "./shops";
import { openDemoState } from "./state";
import { addresses, type DemoWorld, type WebhookFaultKind } from "./world";

const DAY = 86_400_000;
/** How often carriers look whether there is something to push, and the state is written; milliseconds. */
const TICK_MS = 1_500;

export interface DemoOptions {
  /** The repository. */
  root: string;
  /** Where the state is kept. */
  folder: string;
  basePort: number;
  reset: boolean;
  /** False makes the shops without their history: for the browser tests, which begin with an empty shop. */
  history?: boolean;
  say(line: string): void;
  /** Given early what stops all that has been started so far, for a stop before the demo is ready. */
  onStopper?(stop: () => Promise<void>): void;
}

export interface RunningDemo {
  world: DemoWorld;
  addresses: ReturnType<typeof addresses>;
  /** Settles when the app stops by itself; the text is the end of its log. */
  failed: Promise<string>;
  stop(): Promise<void>;
}

const webhookFaults: Readonly<Record<WebhookFaultKind, FaultPlan>> = {
  duplicate: { duplicate: 1 }, drop: { drop: 0.5 }, reorder: { reorder: true }, delay: { delayMs: 2_000 },
};

/**
 * Starts the simulated world and the app in it; makes the history when there is none yet.
 * @throws Error in plain words: a taken port, a folder that cannot be written, a build that fails, an app that stops
 */
export async function startDemo(options: DemoOptions): Promise<RunningDemo> {
  const { root, folder, say } = options;
  const ports = portsFrom(options.basePort);
  const taken = await takenPorts(ports);
  if (taken.length > 0) throw new Error(`${taken.join("\n")}\nSet PORT to the first of nine free ports, e.g. PORT=5000 npm run demo`);
  const release = await prepareFolder(folder, options.reset);
  const file = await openDemoState(folder, options.basePort);
  const { state } = file;
  // A history that was cut off in the middle is begun anew: half of it would look like the whole.
  if (!state.seeded && state.worldTime !== null) {
    say("the last start was cut off before the history was complete; beginning anew");
    return startDemo({ ...options, reset: true });
  }
  if (await needsBuild(root)) {
    say("building the app …");
    await buildApp(root);
  }

  const stops: (() => Promise<unknown>)[] = [release];
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one().catch(() => undefined);
  };
  options.onStopper?.(stop);
  try {
    const end = Date.now();
    const clock = createSimClock(state.worldTime === null ? (options.history === false ? 0 : -60 * DAY) : state.worldTime - Date.now());
    const now = () => clock.now();
    const at = addresses(ports);
    const config = await readAppConfig(join(root, "shopify.app.toml"));
    const carriers = createCarrierSimulator({
      now,
      // While days pass in seconds, what is a day's worth of calls comes in a second too.
      seventeenTrackPerSecond: () => (state.seeded ? 3 : 200),
    });
    if (state.carriers) carriers.restore(state.carriers);
    await carriers.listen(ports.carriers);
    stops.push(() => carriers.close());
    const nav = () => navLinks(ports);
    const mailbox = await startMailbox({ smtpPort: ports.smtp, webPort: ports.mailbox, now, nav });
    stops.push(() => mailbox.close());
    if (state.mails) mailbox.mails.restore(state.mails);
    const shopify = await createShopifySimulator({
    // Sixty days are lived through in a minute: at a plan's own rate the history alone would take several.
    throttle: { restoreRate: 20_000, maximumAvailable: 40_000 },
      port: ports.shopify, publicUrl: at.shopify, appUrl: at.app, apiKey: demoApp.key, apiSecret: demoApp.secret, config,
      dataDir: join(folder, "shopify"), clock,
      shops: demoShops.map((shop) => ({
        domain: shop.domain, name: shop.name, email: shop.email, ownerName: shop.owner, timeZone: shop.zone, currency: shop.currency, locale: shop.locale,
        primaryHost: new URL(shop.key === "alder" ? at.storefront : at.secondStorefront).host,
        address: { address1: shop.locations[0]?.street ?? null, city: shop.home.city, countryCode: shop.home.country, zip: shop.home.postalCode },
      })),
    });
    stops.push(() => shopify.close());
    const phone = createPhone({ now, nav });
    const team = createTeamInbox({ now, nav });
    let ready = state.seeded;
    let fault: WebhookFaultKind | null = null;
    const world: DemoWorld = {
      clock, carriers, mailbox, phone, team, ports,
      desk: createShopDesk({ shopify, carriers, clock }),
      jobs: () => readHealth(`http://127.0.0.1:${ports.app}`),
      summary: () => state.summary,
      ready: () => ready,
      save: () => file.save(),
      publishedTheme: (shop) => state.themes?.[shop.key] ?? shop.theme,
      publishTheme: (shop, theme) => void (state.themes = { ...state.themes, [shop.key]: theme }),
      webhooks: () => [...shopify.webhooks].reverse().map((one) => ({ at: one.triggeredAt, shop: one.shop, topic: one.topic, status: one.status ?? 0 })),
      webhookFault: () => fault,
      setWebhookFault(kind) {
        fault = kind;
        if (kind === null) shopify.webhookFaults.clear();
        else shopify.webhookFaults.set(webhookFaults[kind]);
      },
    };
    file.attach({ clock, carriers, mails: mailbox.mails });
    stops.push(() => file.saveNow());
    await file.saveNow();
    const servers: RunningServer[] = await startServers(world, config, root);
    stops.push(() => Promise.all(servers.map((server) => server.close())));

    const launch = (): AppProcess =>
      startApp({
        root, clock, logFile: join(folder, "app.log"),
        env: appEnv({ ports, folder, encryptionKey: state.encryptionKey, clockOffsetMs: clock.offsetMs, appBridgeUrl: shopify.appBridgeUrl, logLevel: "warn" }),
      });
    let app: AppProcess | null = null;
    const startTheApp = async () => {
      const started = launch();
      app = started;
      stops.push(() => started.stop());
      await waitUntilHealthy(`http://127.0.0.1:${ports.app}`, started.exited).catch(async (error: unknown) => {
        throw new Error(`${error instanceof Error ? error.message : String(error)}\n${await started.lastLines()}`);
      });
      return started;
    };
    if (!state.seeded) {
      state.summary = await makeHistory({ world, shopify, startApp: async () => void (await startTheApp()), end, history: options.history !== false, say });
      state.seeded = true;
      state.basePort = options.basePort;
      file.save();
    } else {
      await startTheApp();
    }
    ready = true;
    const running = app as AppProcess | null;
    if (running === null) throw new Error("The app was not started.");

    let busy = false;
    const timer = setInterval(() => {
      if (busy) return;
      busy = true;
      carriers.push().finally(() => {
        busy = false;
        file.save();
      });
    }, TICK_MS);
    stops.push(async () => clearInterval(timer));
    let stopping = false;
    return {
      world,
      addresses: at,
      failed: running.exited.then((code) => (stopping ? new Promise<string>(() => undefined) : running.lastLines().then((lines) => `The app stopped by itself (${code ?? "killed"}).\n${lines}`))),
      async stop() {
        stopping = true;
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
