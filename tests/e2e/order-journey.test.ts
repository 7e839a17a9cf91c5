import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import AxeBuilder from "@axe-core/playwright";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { commands } from "../simulator/control/commands";
import { adminAddress } from "../simulator/control/index-page";
import { DEMO_PORTS } from "../simulator/demo/ports";
import { demoShop } from "../simulator/demo/shops";
import { startDemo, type RunningDemo } from "../simulator/demo/start";
import { freePorts } from "../simulator/free-ports";
import { THEMES } from "../simulator/storefront/themes";
import { appFrame } from "./support/demo-browser";
import { readVitals, type Vitals } from "./support/vitals";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "milepost-e2e-"));

let demo: RunningDemo;
let browser: Browser;

beforeAll(async () => {
  if (!existsSync(CHROMIUM)) throw new Error(`The browser tests need Chromium at ${CHROMIUM}: apt-get install chromium, or set CHROMIUM.`);
  demo = await startDemo({ root, folder, basePort: await freePorts(DEMO_PORTS), reset: true, history: false, say: () => undefined });
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A page as a person's browser asks for it; the default agent of a headless browser is taken for a robot. */
async function open(url: string, width = 1280): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    userAgent: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36",
  });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

const admin = (path: string) => adminAddress(demo.world, demoShop("alder")).replace(/\/?$/, path);

/** Looks again until it holds; the words of the last failure are kept. */
async function eventually<T>(look: () => Promise<T>, seconds = 45): Promise<T> {
  const end = Date.now() + seconds * 1_000;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

async function subjects(): Promise<string[]> {
  const page = await fetch(demo.addresses.mailbox);
  return [(await page.text()).replace(/<[^>]+>/g, " ")];
}

const command = (name: string, form: object) => {
  const run = commands[name];
  if (!run) throw new Error(`there is no command ${name}`);
  return run(demo.world, form);
};

describe.each(THEMES)("one order, from placement to feedback, in the theme %s", (theme) => {
  const email = `journey-${theme}@example.com`;
  const comment = `Came a day early, well packed (${theme}).`;
  beforeAll(() => command("theme", { shop: "alder", theme }));

  it("is followed across the admin, the mailbox and the storefront", async () => {
    const shop = demoShop("alder");
    await command("order", { shop: "alder", country: "US", channel: "online_store", email });
    const order = Object.values(demo.world.desk.state(shop).orders).find((each) => each.email === email);
    if (!order) throw new Error("the order is not there");
    await command("fulfil", { shop: "alder", order: order.id, carrier: "ups", journey: "fast" });

    // The merchant sees the shipment.
    const shipments = await open(admin("/app/shipments"));
    await eventually(async () => {
      await shipments.reload();
      await shipments.frameLocator("iframe").getByText(order.name, { exact: true }).first().waitFor({ timeout: 4_000 });
    });

    // Days pass: the carrier is asked, and the shopper is told.
    for (let step = 0; step < 14; step += 1) {
      await command("clock", { hours: 6 });
      await new Promise((resolve) => setTimeout(resolve, 1_200));
    }
    await eventually(async () => {
      // A slow machine may have asked the carrier too soon, and is to ask again hours later.
      await command("clock", { hours: 1 });
      expect((await subjects()).join(" ").toLowerCase()).toContain(`delivered: your order ${order.name.toLowerCase()}`);
    });

    // The shopper looks the order up on a phone, with the number and the e-mail.
    const shopper = await open(`${demo.addresses.storefront}/pages/track`, 375);
    await shopper.getByLabel("Order number").fill(order.name);
    await shopper.getByLabel("E-mail, phone or postal code").fill(email);
    await shopper.getByRole("button", { name: "Track order" }).click();
    await shopper.locator(".mpt-order").waitFor();
    expect(await shopper.locator(".mpt-order").innerText()).toMatch(/delivered/i);
    expect(await shopper.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    const violations = (await new AxeBuilder({ page: shopper }).withTags(["wcag2a", "wcag2aa", "wcag21aa"]).analyze()).violations;
    expect(violations.map((violation) => violation.id)).toEqual([]);

    // And says how it went.
    await shopper.getByRole("radio", { name: /4 – Good/ }).check();
    await shopper.locator("textarea[name=comment]").fill(comment);
    await shopper.getByRole("button", { name: "Send feedback" }).click();
    await shopper.getByText(/thank/i).first().waitFor();

    // The merchant reads it beside the shipment.
    const list = await open(admin("/app/shipments"));
    await list.frameLocator("iframe").getByText(order.name, { exact: true }).first().click();
    await list.frameLocator("iframe").getByText(comment).first().waitFor({ timeout: 20_000 });
  });

  it("finds no wall in front of another's order, and no order behind a wrong e-mail", async () => {
    const shopper = await open(`${demo.addresses.storefront}/pages/track`);
    await shopper.getByLabel("Order number").fill("#1001");
    await shopper.getByLabel("E-mail, phone or postal code").fill("somebody@else.example");
    await shopper.getByRole("button", { name: "Track order" }).click();
    await shopper.locator("[role=alert], .mpt-notice, .mpt-error").first().waitFor();
    expect(await shopper.locator(".mpt-order").count()).toBe(0);
  });
});

describe("the admin's home", () => {
  it("is there quickly and does not jump", async () => {
    const page = await open(admin("/app"));
    const seen: Vitals[] = [];
    // Warm: the first visit is not counted, for merchants open it every day.
    for (let visit = 0; visit < 6; visit += 1) {
      await page.reload();
      await page.frameLocator("iframe").getByText("On the way").first().waitFor();
      await page.waitForTimeout(1_500);
      if (visit > 0) seen.push(await readVitals(appFrame(page, demo.addresses.app)));
    }
    const lcp = seen.map((vitals) => vitals.lcp).sort((a, b) => a - b);
    process.stdout.write(`${JSON.stringify({ page: "admin home", lcp_ms: { best: Math.round(lcp[0] ?? 0), median: Math.round(lcp[2] ?? 0) }, cls: Math.max(...seen.map((vitals) => vitals.cls)) })}\n`);
    for (const vitals of seen) expect(vitals.cls).toBeLessThan(0.05);
    // The best of five: what the machine does besides is no fault of the page.
    expect(lcp[0]).toBeGreaterThan(0);
    expect(lcp[0]).toBeLessThan(1_500);
  });
});
