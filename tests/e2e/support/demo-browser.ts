import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import AxeBuilder from "@axe-core/playwright";
import { chromium, type Browser, type BrowserContextOptions, type Frame, type Page } from "playwright-core";

import { commands } from "../../simulator/control/commands";
import { adminAddress } from "../../simulator/control/index-page";
import { DEMO_PORTS } from "../../simulator/demo/ports";
import { demoShop } from "../../simulator/demo/shops";
import { startDemo, type RunningDemo } from "../../simulator/demo/start";
import { freePorts } from "../../simulator/free-ports";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36";
const root = fileURLToPath(new URL("../../..", import.meta.url));

/** A demo with furnished, empty shops, and a browser in front of it. */
export interface DemoBrowser {
  demo: RunningDemo;
  /** Opens an address as a person's browser does; the default agent of a headless browser is taken for a robot. */
  open(url: string, options?: BrowserContextOptions & { width?: number }): Promise<Page>;
  /** The address of a page of the app within the admin. */
  admin(path: string): string;
  /** Does what the control page does. @returns what it says */
  command(name: string, form: object): Promise<string>;
  close(): Promise<void>;
}

export async function openDemoBrowser(): Promise<DemoBrowser> {
  if (!existsSync(CHROMIUM)) throw new Error(`The browser tests need Chromium at ${CHROMIUM}: apt-get install chromium, or set CHROMIUM.`);
  const folder = mkdtempSync(join(tmpdir(), "milepost-e2e-"));
  const demo = await startDemo({ root, folder, basePort: await freePorts(DEMO_PORTS), reset: true, history: false, say: () => undefined });
  const browser: Browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  let shoppers = 0;
  return {
    demo,
    async open(url, { width = 1_280, ...options } = {}) {
      const storefront = [demo.addresses.storefront, demo.addresses.secondStorefront].some((origin) => url.startsWith(origin));
      // Shoppers come from addresses of their own; the app limits how many look-ups come from one.
      const extraHTTPHeaders: Record<string, string> = storefront ? { "x-simulated-client": `198.51.100.${(shoppers++ % 250) + 1}` } : {};
      const context = await browser.newContext({ viewport: { width, height: 900 }, userAgent: AGENT, extraHTTPHeaders, ...options });
      const page = await context.newPage();
      await page.goto(url);
      return page;
    },
    admin: (path) => adminAddress(demo.world, demoShop("alder")).replace(/\/?$/, path),
    async command(name, form) {
      const run = commands[name];
      if (!run) throw new Error(`there is no command ${name}`);
      return run(demo.world, form);
    },
    async close() {
      await browser.close();
      await demo.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Looks again until it holds; the words of the last failure are kept. */
export async function eventually<T>(look: () => Promise<T>, seconds = 60): Promise<T> {
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

/** The frame in which the admin shows the app. */
export function appFrame(page: Page, appUrl: string): Frame {
  const found = page.frames().find((frame) => frame !== page.mainFrame() && frame.url().startsWith(appUrl));
  if (!found) throw new Error(`The app's frame is not there: ${page.frames().map((frame) => frame.url().split("?")[0]).join(", ")}`);
  return found;
}

/** What axe finds that keeps people out, in the page and its frames: a line for each. */
export async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter((violation) => violation.impact === "serious" || violation.impact === "critical")
    .flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.target.join(" ")} ${node.html.slice(0, 140)}`));
}

/** How far a document is wider than its window, in pixels. */
export function overhang(frame: Frame): Promise<number> {
  return frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
