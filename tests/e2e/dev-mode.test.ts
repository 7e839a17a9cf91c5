import { createHmac, randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createSimClock } from "../simulator/clock";
import { waitUntilHealthy } from "../simulator/demo/app-health";
import { inheritedEnv, startApp, type AppProcess } from "../simulator/demo/app-process";
import { freePorts } from "../simulator/free-ports";
import { createShopifySimulator, type ShopifySimulator } from "../simulator/shopify";

/** `npm run dev:web`, which `shopify app dev` runs: the first visit, before Vite has seen anything of the app. */

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const SHOP = "fernside.myshopify.com";
const SECRET = "the secret of the app in development";
const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "milepost-dev-"));
const port = await freePorts();

let shopify: ShopifySimulator;
let app: AppProcess;
let browser: Browser;

beforeAll(async () => {
  if (!existsSync(CHROMIUM)) throw new Error(`The browser tests need Chromium at ${CHROMIUM}: apt-get install chromium, or set CHROMIUM.`);
  const clock = createSimClock();
  shopify = await createShopifySimulator({
    apiSecret: SECRET, config: join(root, "shopify.app.toml"), clock, appUrl: `http://localhost:${port}`,
    shops: [{ domain: SHOP, name: "Fernside", email: "team@fernside.example" }],
  });
  shopify.install(SHOP);
  app = startApp({
    root, clock, logFile: join(folder, "app.log"), args: ["--dev"],
    env: {
      ...inheritedEnv(), NODE_ENV: "development", SHOPIFY_API_KEY: shopify.apiKey, SHOPIFY_API_SECRET: SECRET, SHOPIFY_APP_URL: `http://localhost:${port}`,
      APP_BRIDGE_URL: shopify.appBridgeUrl, PORT: String(port), HOST: "localhost", MILEPOST_DATA_DIR: join(folder, "app"),
      MILEPOST_ENCRYPTION_KEY: randomBytes(32).toString("base64"), LOG_LEVEL: "warn", SIMULATOR_SHOPIFY_URL: shopify.url,
      SIMULATOR_FRAME_ANCESTORS: shopify.publicUrl, VITE_CACHE_DIR: join(folder, "vite"),
    },
  });
  await waitUntilHealthy(`http://localhost:${port}`, app.exited).catch(async (error: unknown) => {
    throw new Error(`${String(error)}\n${await app.lastLines()}`);
  });
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await shopify?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("the app in development", () => {
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
