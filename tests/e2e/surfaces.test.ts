import { readdirSync, readFileSync } from "node:fs";

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { demoShop } from "../simulator/demo/shops";
import { THEMES } from "../simulator/storefront/themes";
import { appFrame, barriers, eventually, openDemoBrowser, overhang, type DemoBrowser } from "./support/demo-browser";

/** Every page of the admin and every state of the shopper's page: wide and on a phone, for eyes, keyboard and readers. */

const WIDTHS = [1_280, 375];
let at: DemoBrowser;
let shipmentId = "";
/** Order names; one delivered order for each test that leaves feedback. */
const orders: Record<string, string> = {};
const EMAIL = "surfaces@example.com";

const ROUTES = new URL("../../app/routes/", import.meta.url);

/** A new page of the admin is walked without being named here; routes that show nothing (data alone) have no default export. */
const ADMIN_PAGES = readdirSync(ROUTES)
  .filter((file) => /^app[.].*\.tsx$/.test(file) && readFileSync(new URL(file, ROUTES), "utf8").includes("export default"))
  .map((file) => `/${file.replace(/\.tsx$/, "").replace(/\._index$/, "").replaceAll(".", "/")}`);

async function place(journeys: string[]): Promise<string> {
  const shop = demoShop("alder");
  const before = new Set(Object.keys(at.demo.world.desk.state(shop).orders));
  await at.command("order", { shop: "alder", country: "US", channel: "online_store", email: EMAIL });
  const order = Object.values(at.demo.world.desk.state(shop).orders).find((each) => !before.has(each.id));
  if (!order) throw new Error("the order is not there");
  for (const journey of journeys) await at.command("fulfil", { shop: "alder", order: order.id, carrier: "ups", journey });
  return order.name;
}

beforeAll(async () => {
  at = await openDemoBrowser();
  orders.moving = await place(["stuck"]);
  orders.delivered = await place(["fast"]);
  for (const width of WIDTHS) for (const theme of THEMES) for (const name of ["delivered", "plain"]) orders[`${name}_${theme}_${width}`] = await place(["fast"]);
  orders.stuck = await place(["weather_delay"]);
  for (let step = 0; step < 16; step += 1) {
    await at.command("clock", { hours: 6 });
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  const delivered = Object.keys(orders).filter((name) => /^(?:delivered|plain)/.test(name)).map((name) => orders[name]);
  const page = await at.open(at.admin("/app/shipments"));
  await eventually(async () => {
    // A slow machine may have asked the carrier too soon, and is to ask again hours later.
    await at.command("clock", { hours: 1 });
    const state = at.demo.world.desk.state(demoShop("alder"));
    const done = Object.values(state.fulfillmentEvents).filter((event) => event.status === "DELIVERED").map((event) => state.orders[event.orderId]?.name);
    expect(delivered.filter((name) => !done.includes(name ?? "")), "orders whose delivery the app has not written back").toEqual([]);
    await page.reload();
    await page.frameLocator("iframe").getByText(orders.delivered ?? "", { exact: true }).first().waitFor({ timeout: 5_000 });
    await page.frameLocator("iframe").getByText("Delivered", { exact: true }).filter({ visible: true }).first().waitFor({ timeout: 1_000 });
  }, 120);
  const href = await page.frameLocator("iframe").locator('a[href*="/app/shipments/"][href*="-"]').first().getAttribute("href");
  shipmentId = /shipments\/([0-9a-f-]{36})/.exec(href ?? "")?.[1] ?? "";
  expect(shipmentId).not.toBe("");
  await page.context().close();
}, 400_000);
afterAll(() => at?.close());

/** Loads a page of the admin and waits until its content is there and scripts have taken over. */
async function openAdmin(path: string, width: number): Promise<Page> {
  const page = await at.open(at.admin(path.replace("$id", shipmentId)), { width, hasTouch: width < 500 });
  await page.frameLocator("iframe").locator(".Polaris-Page").first().waitFor({ timeout: 30_000 });
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(400);
  return page;
}

/** Goes through the page with the Tab key. @returns how many places were reached and whether each was seen */
async function tabThrough(page: Page): Promise<{ reached: number; unseen: string[]; tabbable: number }> {
  const frame = appFrame(page, at.demo.addresses.app);
  const tabbable = await frame.evaluate(
    () => [...document.querySelectorAll<HTMLElement>("a[href],button,input,select,textarea,[tabindex='0']")].filter(
        // What Polaris lays out unseen to measure it is no place to go to.
        (each) => each.offsetParent !== null && each.checkVisibility({ visibilityProperty: true }) && !each.hasAttribute("disabled") && each.tabIndex >= 0,
      ).length,
  );
  await frame.locator("body").evaluate((body) => {
    body.tabIndex = -1;
    body.focus();
  });
  const seen = new Set<string>();
  const unseen: string[] = [];
  for (let press = 0; press < Math.min(tabbable, 60); press += 1) {
    await page.keyboard.press("Tab");
    const focus = await frame.evaluate(() => {
      const each = document.activeElement as HTMLElement | null;
      if (!each || each === document.body) return null;
      each.dataset.walked ??= String(Math.random());
      const box = each.getBoundingClientRect();
      return { key: each.dataset.walked, what: each.outerHTML.slice(0, 120), visible: box.width > 0 && box.height > 0 };
    });
    if (!focus) break;
    seen.add(focus.key);
    if (!focus.visible) unseen.push(focus.what);
  }
  return { reached: seen.size, unseen, tabbable };
}

describe.each(WIDTHS)("the admin at %i px", (width) => {
  it.each(ADMIN_PAGES)("%s keeps nobody out and stays within the screen", async (path) => {
    const page = await openAdmin(path, width);
    expect(await overhang(appFrame(page, at.demo.addresses.app)), "pixels beyond the screen").toBeLessThanOrEqual(0);
    expect(await barriers(page)).toEqual([]);
    const { reached, unseen, tabbable } = await tabThrough(page);
    expect(reached, "places that Tab reaches").toBeGreaterThanOrEqual(Math.min(tabbable, 60) * 0.7);
    expect(unseen).toEqual([]);
    await page.context().close();
  });
});

async function lookUp(page: Page, order: string, contact = EMAIL): Promise<void> {
  await page.getByLabel("Order number").fill(order);
  await page.getByLabel("E-mail, phone or postal code").fill(contact);
  await page.getByRole("button", { name: "Track order" }).click();
}

async function check(page: Page): Promise<void> {
  expect(await overhang(page.mainFrame()), "pixels beyond the screen").toBeLessThanOrEqual(0);
  expect(await barriers(page)).toEqual([]);
}

describe.each(WIDTHS.flatMap((width) => THEMES.map((theme) => ({ width, theme }))))("the shopper's page at $width px in the theme $theme", ({ width, theme }) => {
  const open = (javaScriptEnabled = true) => at.open(`${at.demo.addresses.storefront}/pages/track?preview_theme_id=${theme}`, { width, javaScriptEnabled });
  /** Feedback may be given once a delivery: each theme has its own orders. */
  const own = (order: "delivered" | "plain") => orders[`${order}_${theme}_${width}`] ?? "";

  it("keeps nobody out in any state", async () => {
    const page = await open();
    await check(page);
    await lookUp(page, "#99999", "nobody@example.com");
    await page.locator("[role=alert], .mpt-notice--bad, .mpt-error").first().waitFor();
    await check(page);
    for (const order of [orders.moving, orders.stuck, own("delivered")]) {
      const found = await open();
      await lookUp(found, order ?? "");
      await found.locator(".mpt-order").waitFor();
      await check(found);
      if (order === own("delivered") && width === 375) {
        await found.getByRole("radio", { name: /5/ }).check();
        await found.getByRole("button", { name: /feedback$/i }).click();
        await found.getByText(/thank/i).first().waitFor();
        await check(found);
      }
      await found.context().close();
    }
    await page.context().close();
  });

  it("works without JavaScript, feedback too", async () => {
    const order = own("plain");
    const page = await open(false);
    await lookUp(page, "#99999", "nobody@example.com");
    await page.locator("[role=alert], .mpt-notice--bad, .mpt-error").first().waitFor();
    expect(await overhang(page.mainFrame())).toBeLessThanOrEqual(0);
    await lookUp(page, order);
    await page.locator(".mpt-order").waitFor();
    expect(await page.locator(".mpt-status").first().innerText()).toMatch(/delivered/i);
    expect(await overhang(page.mainFrame())).toBeLessThanOrEqual(0);
    await page.getByRole("radio", { name: /2/ }).check();
    await page.getByLabel(/comment|tell us|anything/i).first().fill(`Box was open (${width}, ${theme})`);
    await page.getByRole("button", { name: /feedback$/i }).click();
    await page.getByText(/thank/i).first().waitFor();
    expect(await overhang(page.mainFrame())).toBeLessThanOrEqual(0);
    await page.context().close();

    const admin = await openAdmin("/app/shipments", 1_280);
    await admin.frameLocator("iframe").getByText(order, { exact: true }).first().click();
    await admin.frameLocator("iframe").getByText(`Box was open (${width}, ${theme})`).first().waitFor({ timeout: 20_000 });
    await admin.context().close();
  });

  it("is walked with the keyboard alone", async () => {
    const page = await open();
    const order = page.getByLabel("Order number");
    for (let press = 0; press < 40 && !(await order.evaluate((field) => field === document.activeElement)); press += 1) await page.keyboard.press("Tab");
    await page.keyboard.type(orders.delivered ?? "");
    await page.keyboard.press("Tab");
    await page.keyboard.type(EMAIL);
    await page.keyboard.press("Enter");
    await page.locator(".mpt-order").waitFor();
    // The reader is led to what was found.
    expect(await page.evaluate(() => document.activeElement?.closest(".mpt-fragment") !== null)).toBe(true);
    await page.context().close();
  });

  it("asks nobody but the shop", async () => {
    const page = await open();
    const hosts = new Set<string>();
    page.on("request", (request) => hosts.add(new URL(request.url()).origin));
    await page.reload();
    await lookUp(page, orders.delivered ?? "");
    await page.locator(".mpt-order").waitFor();
    await page.waitForLoadState("networkidle");
    expect([...hosts]).toEqual([new URL(at.demo.addresses.storefront).origin]);
    await page.context().close();
  });
});

/** What must hold of the block's lengths, whatever the theme's root font size is. */
interface Geometry {
  block: number;
  inputs: number[];
  /** Clocks that reach into the sentence beside them. */
  overlapping: string[];
  /** Icons that reach out of their badge. */
  outside: number;
  steps: { columns: boolean; cut: string[] };
}

const geometry = (page: Page): Promise<Geometry> =>
  page.evaluate(() => {
    const boxes = (selector: string) => [...document.querySelectorAll(selector)].map((each) => ({ each, box: each.getBoundingClientRect() }));
    const steps = boxes(".mpt-steps .mpt-step");
    const textOf = (element: Element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getBoundingClientRect();
    };
    return {
      block: document.querySelector(".mpt")?.getBoundingClientRect().width ?? 0,
      inputs: boxes("input.mpt-input, .mpt-button").filter(({ box }) => box.height > 0).map(({ box }) => box.height),
      overlapping: boxes(".mpt-scan").flatMap(({ each }) => {
        const [clock, words] = [each.querySelector(".mpt-clock"), each.querySelector(".mpt-clock + *")];
        if (!clock || !words) return [];
        const [a, b] = [textOf(clock), textOf(words)];
        return a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.bottom > b.top && b.bottom > a.top ? [each.textContent ?? ""] : [];
      }),
      outside: boxes(".mpt-badge").filter(({ each, box }) => {
        const icon = each.querySelector("svg")?.getBoundingClientRect();
        return icon && (icon.width > box.width || icon.height > box.height);
      }).length,
      steps: {
        columns: steps.length > 1 && Math.abs((steps[0]?.box.top ?? 0) - (steps[1]?.box.top ?? 0)) < 2,
        cut: boxes(".mpt-step-label").flatMap(({ each }) => {
          // A word that is broken within itself makes more lines than it has words.
          const lines = each.getClientRects().length === 0 ? 0 : Math.round(textOf(each).height / parseFloat(getComputedStyle(each).lineHeight || "20"));
          return lines > (each.textContent ?? "").trim().split(/\s+/).length ? [each.textContent ?? ""] : [];
        }),
      },
    };
  });

describe.each(THEMES)("the block's lengths in the theme %s", (theme) => {
  it.each([
    { width: 1_280, language: "en" }, { width: 390, language: "en" }, { width: 320, language: "en" }, { width: 1_280, language: "de" }, { width: 390, language: "de" },
  ])("are the same at $width px in $language, and nothing overlaps", async ({ width, language }) => {
    for (const path of [`/pages/track?preview_theme_id=${theme}&locale=${language}`, `/apps/track?preview_theme_id=${theme}&locale=${language}`]) {
      const page = await at.open(`${at.demo.addresses.storefront}${path}`, { width });
      const form = await geometry(page);
      expect(form.block, path).toBeGreaterThan(Math.min(700, width - 60));
      expect(Math.min(...form.inputs)).toBeGreaterThanOrEqual(44);
      await page.locator("input[name=order]").fill(orders.delivered ?? "");
      await page.locator("input[name=contact]").fill(EMAIL);
      await page.locator(".mpt-form button[type=submit]").click();
      await page.locator(".mpt-order").waitFor();
      for (const direction of ["ltr", "rtl"]) {
        await page.evaluate((dir) => (document.documentElement.dir = dir), direction);
        const found = await geometry(page);
        expect(found.overlapping, direction).toEqual([]);
        expect(found.outside).toBe(0);
        expect(found.steps.columns, "steps beside each other only where they fit").toBe(width > 700);
        expect(found.steps.cut).toEqual([]);
        expect(await overhang(page.mainFrame()), "pixels beyond the screen").toBeLessThanOrEqual(0);
      }
      await page.context().close();
    }
  });

  it("open an order by its link once, and again when the theme editor renders the section anew", async () => {
    const form = await at.open(`${at.demo.addresses.storefront}/apps/track?preview_theme_id=${theme}`);
    await lookUp(form, orders.delivered ?? "");
    const token = /[?&]t=([\w-]{27})/.exec((await form.locator(".mpt-foot a[href*='t=']").first().getAttribute("href")) ?? "")?.[1] ?? "";
    await form.context().close();
    const page = await at.open(`${at.demo.addresses.storefront}/pages/track?preview_theme_id=${theme}&t=${token}`);
    await page.locator(".mpt-order").waitFor();
    await page.evaluate(() => {
      const section = document.querySelector(".shopify-app-block")?.parentElement;
      if (!section) throw new Error("the block is not there");
      section.innerHTML = section.innerHTML.replace(/<div class="mpt-result[^]*?<\/div>\s*(?=<\/div>)/, '<div class="mpt-result" data-mpt-result></div>');
      document.querySelector("[data-mpt-result]")?.replaceChildren();
      document.querySelector("[data-mpt-root]")?.classList.remove("mpt--found");
      section.dispatchEvent(new CustomEvent("shopify:section:load", { bubbles: true }));
    });
    await page.locator(".mpt-order").waitFor();
    await page.context().close();
  });
});
