import { createHmac, randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createSimClock } from "../simulator/clock";
import { sleep } from "../simulator/demo/app-health";
import { inheritedEnv, startApp, type AppProcess } from "../simulator/demo/app-process";
import { freePorts } from "../simulator/free-ports";
import { createShopifySimulator, type ShopifySimulator } from "../simulator/shopify";

/** `npm run dev:web`, which `shopify app dev` runs: the first visit, before Vite has seen anything of the app. */

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const SHOP = "fernside.myshopify.com";
const SECRET = "the secret of the app in development";
const TUNNEL_HOST = "random-words.trycloudflare.com";
const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "milepost-dev-"));
const port = await freePorts();

let shopify: ShopifySimulator;
let app: AppProcess;
let browser: Browser;

/** What Shopify CLI 4.8 gives the web process of an app, and nothing else of the app's settings. */
function cliEnv(address: string): Record<string, string> {
  return {
    SHOPIFY_API_KEY: shopify.apiKey, SHOPIFY_API_SECRET: SECRET, HOST: address, APP_URL: address, SCOPES: "read_orders,write_fulfillments",
    NODE_ENV: "development", APP_ENV: "development", REMIX_DEV_ORIGIN: address, PORT: String(port), SERVER_PORT: String(port), BACKEND_PORT: String(port), FRONTEND_PORT: String(port),
  };
}

/** Starts the app in a data folder of its own; what the simulated world adds leads its requests there. */
async function startDev(env: Record<string, string>, simulated: Record<string, string> = {}): Promise<AppProcess> {
  const started = startApp({
    root, clock: createSimClock(), logFile: join(folder, "app.log"), args: ["--dev"],
    env: { ...inheritedEnv(), ...env, MILEPOST_DATA_DIR: join(folder, "app"), VITE_CACHE_DIR: join(folder, "vite"), ...simulated },
  });
  const end = Date.now() + 180_000;
  let gone = false;
  void started.exited.then(() => (gone = true));
  while (!gone && Date.now() < end) {
    if (await fetch(`http://localhost:${port}/readyz`).then((answer) => answer.ok, () => false)) return started;
    await sleep(100);
  }
  throw new Error(`The app does not get ready:\n${await started.lastLines()}`);
}

/** Sends a request as the tunnel does, with the tunnel's host name. */
function throughTunnel(path: string, headers: Record<string, string> = {}): Promise<{ status: number; body: string; socket: boolean }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "localhost", port, path, headers: { host: TUNNEL_HOST, "x-forwarded-proto": "https", "x-forwarded-host": TUNNEL_HOST, ...headers } });
    sent.on("upgrade", (answer, socket) => {
      socket.destroy();
      resolve({ status: answer.statusCode ?? 0, body: "", socket: true });
    });
    sent.on("response", (answer) => {
      let body = "";
      answer.setEncoding("utf8").on("data", (part: string) => (body += part)).on("end", () => resolve({ status: answer.statusCode ?? 0, body, socket: false }));
    });
    sent.on("error", reject);
    sent.end();
  });
}

beforeAll(async () => {
  if (!existsSync(CHROMIUM)) throw new Error(`The browser tests need Chromium at ${CHROMIUM}: apt-get install chromium, or set CHROMIUM.`);
  shopify = await createShopifySimulator({
    apiSecret: SECRET, config: join(root, "shopify.app.toml"), clock: createSimClock(), appUrl: `http://localhost:${port}`,
    shops: [{ domain: SHOP, name: "Fernside", email: "team@fernside.example" }],
  });
  shopify.install(SHOP);
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
});
afterAll(async () => {
  await browser?.close();
  await shopify?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("under Shopify CLI", () => {
  let key = "";
  beforeAll(async () => {
    app = await startDev(cliEnv(`https://${TUNNEL_HOST}`));
  });
  afterAll(() => app?.stop());

  it("starts with what the CLI sets alone, and answers under the tunnel's host name", async () => {
    expect((await throughTunnel("/")).status).toBe(200);
    expect((await throughTunnel("/@vite/client")).status).toBe(200);
    // Vite refuses hosts it was not given; the tunnel is the only one besides localhost.
    expect((await throughTunnel("/@vite/client", { host: "evil.example" })).status).toBe(403);
    key = readFileSync(join(folder, "app/development-encryption-key"), "utf8");
    expect(Buffer.from(key, "base64")).toHaveLength(32);
  });

  it("reloads through the tunnel: the socket shares the server and is reached on port 443 with wss", async () => {
    const client = (await throughTunnel("/@vite/client")).body;
    expect(/const hmrPort = ([^;\n]*)/.exec(client)?.[1]).toBe("443");
    expect(/const socketProtocol = ([^;\n]*)/.exec(client)?.[1]).toContain("wss");
    const token = /const wsToken = "([^"]+)"/.exec(client)?.[1] ?? "";
    const upgrade = { connection: "Upgrade", upgrade: "websocket", "sec-websocket-version": "13", "sec-websocket-key": randomBytes(16).toString("base64"), origin: `https://${TUNNEL_HOST}` };
    expect(await throughTunnel(`/?token=${token}`, { ...upgrade, "sec-websocket-protocol": "vite-hmr" })).toMatchObject({ status: 101, socket: true });
    await expect(throughTunnel("/", upgrade), "an upgrade for nothing is closed, not left open").rejects.toThrow(/socket hang up|ECONNRESET/);
    // The port that Vite takes for a server of its own.
    await expect(fetch("http://localhost:24678/")).rejects.toThrow();
  });

  it("keeps the generated encryption key over a restart", async () => {
    await app.stop();
    app = await startDev(cliEnv(`https://${TUNNEL_HOST}`));
    expect(readFileSync(join(folder, "app/development-encryption-key"), "utf8")).toBe(key);
  });
});

describe("the app in development", () => {
  beforeAll(async () => {
    app = await startDev(cliEnv(`http://localhost:${port}`), {
      APP_BRIDGE_URL: shopify.appBridgeUrl, LOG_LEVEL: "warn", SIMULATOR_SHOPIFY_URL: shopify.url, SIMULATOR_FRAME_ANCESTORS: shopify.publicUrl,
    });
  });
  afterAll(() => app?.stop());

  it("takes webhooks in before Remix, as in production", async () => {
    const post = (secret: string) => {
      const body = '{"id":1}';
      return fetch(`http://localhost:${port}/webhooks`, {
        method: "POST", body,
        headers: {
          "x-shopify-topic": "orders/updated", "x-shopify-shop-domain": SHOP, "x-shopify-api-version": "2026-10", "x-shopify-webhook-id": "w1",
          "x-shopify-hmac-sha256": createHmac("sha256", secret).update(body).digest("base64"),
        },
      });
    };
    expect((await post(SECRET)).status).toBe(200);
    expect((await post("wrong")).status).toBe(401);
  });

  it("shows its first page in the admin's frame, and reacts", async () => {
    const context = await browser.newContext({ userAgent: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36" });
    const page = await context.newPage();
    const said: string[] = [];
    page.on("console", (message) => message.type() === "error" && said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    const refused: string[] = [];
    page.on("response", (response) => response.status() >= 400 && refused.push(`${response.status()} ${response.url()}`));
    await page.goto(shopify.adminUrl(SHOP, "/app/settings"));
    const frame = page.frameLocator("iframe");
    await frame.getByRole("heading", { name: "Settings" }).first().waitFor({ timeout: 90_000 });
    // Typing is felt only once React has taken the page over.
    const name = frame.getByLabel("Sender's name");
    await expect.poll(async () => {
      await name.fill("Fernside post");
      return page.getByRole("button", { name: "Save", exact: true }).count();
    }, { timeout: 90_000, interval: 500 }).toBeGreaterThan(0);
    expect(said.filter((line) => /Invalid hook call|Hydration|is not a function/.test(line))).toEqual([]);
    expect(refused.filter((line) => !line.includes("favicon"))).toEqual([]);
  });
});
