import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { THEMES } from "../simulator/storefront/themes";
import { openStorefrontStand, type StorefrontStand } from "./support/storefront-stand";

/** What the block's script does on pages with several blocks, in the theme editor, and in other languages. */

let stand: StorefrontStand;
beforeAll(async () => {
  stand = await openStorefrontStand();
});
afterAll(() => stand?.close());

async function open(path: string, javaScriptEnabled = true): Promise<Page> {
  const page = await (await stand.browser.newContext({ javaScriptEnabled })).newPage();
  await page.goto(`${stand.origin}${path}`);
  return page;
}

/** Opens a page of two sections with a block each: the section of the track page, twice. */
async function openTwoBlocks(path: string): Promise<Page> {
  const page = await (await stand.browser.newContext()).newPage();
  await page.route("**/pages/track*", async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace(/<section[^]*<\/section>/, (section) => section + section.replaceAll("AppBlock-tracking", "AppBlock-second"));
    await route.fulfill({ response: answer, body });
  });
  await page.goto(`${stand.origin}${path}`);
  return page;
}

/** Renders a section anew, as the theme editor does after each change of a setting. */
const renderAgain = (page: Page, index: number) =>
  page.evaluate(async (at) => {
    const fresh = new DOMParser().parseFromString(await (await fetch(window.location.href)).text(), "text/html");
    const section = document.querySelectorAll("main section:has([data-mpt-root])")[at];
    const next = fresh.querySelectorAll("main section:has([data-mpt-root])")[at];
    if (!section || !next) throw new Error("the section is not there");
    section.replaceChildren(...next.childNodes);
    section.dispatchEvent(new CustomEvent("shopify:section:load", { bubbles: true }));
  }, index);

describe.each(THEMES)("the block's script in the theme %s", (theme) => {
  const track = `/pages/track?preview_theme_id=${theme}`;
  const orders = (page: Page) => page.locator("[data-mpt-root]").evaluateAll((roots) => roots.map((root) => root.querySelector(".mpt-order") !== null));

  it("opens a link's order in the first block, again when its section is rendered anew, and in no other", async () => {
    const page = await openTwoBlocks(`${track}&t=${"a".repeat(27)}`);
    await page.locator(".mpt-order").first().waitFor();
    expect(await orders(page)).toEqual([true, false]);
    await renderAgain(page, 0);
    await page.locator(".mpt-order").first().waitFor();
    expect(await orders(page)).toEqual([true, false]);
    let asked = 0;
    page.on("request", (request) => (asked += request.url().includes("/apps/track") ? 1 : 0));
    await renderAgain(page, 1);
    await page.waitForLoadState("networkidle");
    expect([await orders(page), asked]).toEqual([[true, false], 0]);
    expect(await page.locator("link[href*='tracking.css'], script[src*='tracking.js']").count(), "assets of both blocks").toBe(2);
    await page.context().close();
  });

  it("answers each block in its own place", async () => {
    const page = await openTwoBlocks(track);
    const second = page.locator("[data-mpt-root]").nth(1);
    await second.locator("input[name=order]").fill("delivered");
    await second.locator("input[name=contact]").fill("ada@example.com");
    await second.locator("button[type=submit]").first().click();
    await page.locator(".mpt-order").waitFor();
    expect(await orders(page)).toEqual([false, true]);
    await page.context().close();
  });

  it.each([["/fr", "with scripts", true], ["/en-europe", "without scripts", false]] as const)("stays under %s after a look-up, %s", async (root, _how, scripts) => {
    const page = await open(`${root}${track}`, scripts);
    await page.locator("input[name=order]").fill("delivered");
    await page.locator("input[name=contact]").fill("ada@example.com");
    await page.locator(".mpt-form button[type=submit]").click();
    await page.locator(".mpt-order").waitFor();
    expect(new URL(page.url()).pathname).toBe(`${root}${scripts ? "/pages/track" : "/apps/track"}`);
    const paths = await page.locator(".mpt-order form, .mpt-foot a").evaluateAll((all) => all.map((each) => new URL((each as HTMLAnchorElement).href || (each as HTMLFormElement).action).pathname));
    expect([...new Set(paths)].sort()).toEqual([`${root}/apps/track`, `${root}/apps/track/feedback`]);
    await page.context().close();
  });
});
