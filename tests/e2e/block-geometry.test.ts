import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { THEMES, type ThemeName } from "../simulator/storefront/themes";
import { measureBlock } from "./support/block-geometry";
import { overhang } from "./support/demo-browser";
import { LANGUAGES, STATES, type Language, type PageState } from "./support/page-states";
import { openStorefrontStand, type StorefrontStand } from "./support/storefront-stand";

/** How the block and the plain page are laid out in a theme, in every state, language and direction. */

const WIDTHS = [1_200, 390, 320];
/** From this width of the block on the steps stand beside each other, px. */
const ROW_FROM = 544;
const MAX_WIDTH = 736;

let stand: StorefrontStand;
beforeAll(async () => {
  stand = await openStorefrontStand();
});
afterAll(() => stand?.close());

/** Opens the plain page in a state. */
async function openPlain(page: Page, theme: ThemeName, language: Language, state: PageState): Promise<void> {
  await page.goto(`${stand.origin}/apps/track?preview_theme_id=${theme}&locale=${language}&order=${state}`);
}

/** Opens the page with the block and looks the state up with its form. */
async function openBlock(page: Page, theme: ThemeName, language: Language, state: PageState): Promise<void> {
  await page.goto(`${stand.origin}/pages/track?preview_theme_id=${theme}&locale=${language}`);
  if (state === "form") return;
  await page.locator("input[name=order]").fill(state);
  await page.locator("input[name=contact]").fill("ada@example.com");
  await page.locator(".mpt-form button[type=submit]").click();
  await page.locator(".mpt-fragment").waitFor();
}

describe.each(THEMES.flatMap((theme) => WIDTHS.map((width) => ({ theme, width }))))("the block in the theme $theme at $width px", ({ theme, width }) => {
  describe.each([["on a page of the theme", openBlock], ["as the plain page", openPlain]] as const)("%s", (_where, open) => {
    it.each(LANGUAGES)("fits in %s in every state and direction", async (language) => {
      const context = await stand.browser.newContext({ viewport: { width, height: 900 } });
      const page = await context.newPage();
      for (const state of STATES) {
        await open(page, theme, language, state);
        for (const direction of ["ltr", "rtl"]) {
          await page.evaluate((dir) => (document.documentElement.dir = dir), direction);
          const found = await measureBlock(page);
          const at = `${state}, ${direction}`;
          expect(found.rootFontSize, at).toBe(theme === "coast" ? "10px" : "16px");
          expect(found.width, at).toBeCloseTo(Math.min(MAX_WIDTH, found.available), 0);
          const { low, withoutArrow, clocks, icons, broken, clipped } = found;
          expect({ low, withoutArrow, clocks, icons, broken, clipped }, at).toEqual({ low: [], withoutArrow: [], clocks: [], icons: [], broken: [], clipped: [] });
          const withSteps = !["form", "not-found"].includes(state);
          // Steps are in cards, which have a border and padding within the block.
          expect(found.steps, at).toBe(!withSteps ? "none" : found.width >= ROW_FROM ? "row" : "column");
          expect(await overhang(page.mainFrame()), `${at}: pixels beyond the screen`).toBeLessThanOrEqual(0);
        }
      }
      await context.close();
    });
  });
});
