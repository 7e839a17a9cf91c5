import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { THEMES } from "../simulator/storefront/themes";
import { barriers, eventually, openDemoBrowser, overhang, type DemoBrowser } from "./support/demo-browser";

/** Every button of the page from which the simulated world is moved, as a person presses it. */

let at: DemoBrowser;
let page: Page;

beforeAll(async () => {
  at = await openDemoBrowser();
  page = await at.open(at.demo.addresses.control);
});
afterAll(() => at?.close());

/** What the page says after a button: never that it did not work. */
async function said(): Promise<string> {
  const words = await page.getByRole("status").innerText();
  expect(words).not.toMatch(/did not work/i);
  return words;
}

async function press(name: string | RegExp, within = page.locator("main")): Promise<string> {
  await Promise.all([page.waitForURL(/said=/), within.getByRole("button", { name }).first().click()]);
  const words = await said();
  await page.goto(at.demo.addresses.control);
  return words;
}

describe("the control page", () => {
  it("places an order, fulfils it and sends each of its scans", async () => {
    await page.getByLabel("E-mail").fill("june@example.com");
    await page.locator("select[name=channel]").selectOption({ label: "Amazon" });
    expect(await press("Place it")).toMatch(/june@example\.com is placed/);
    await page.getByLabel("Carrier").first().selectOption({ label: "UPS" });
    await page.getByLabel("Journey").first().selectOption({ label: "fast, next day" });
    const number = /as (\S+)\.$/.exec(await press("Fulfil"))?.[1] ?? "";
    expect(number).toMatch(/^1Z/);
    const moments: string[] = [];
    for (let scan = 0; scan < 8; scan += 1) {
      await page.getByLabel("Order, name or tracking number").fill(number);
      await page.getByRole("button", { name: "Find" }).click();
      const next = page.getByRole("button", { name: /^Next scan/ });
      if ((await next.count()) === 0) break;
      moments.push(await press(/^Next scan/));
    }
    expect(moments.at(-1)).toMatch(/delivered/);
  });

  it("cancels an order", async () => {
    await press("Place it");
    expect(await press("Cancel")).toMatch(/cancelled/);
  });

  it("moves the clock by each of its buttons, and the app goes along", async () => {
    const move = async (name: string, hours: number) => {
      const before = at.demo.world.clock.now();
      expect(await press(name)).toMatch(new RegExp(`^${hours} hours have passed`));
      expect(at.demo.world.clock.now() - before).toBeGreaterThanOrEqual(hours * 3_600_000);
    };
    await move("+ 1 hour", 1);
    await move("+ 6 hours", 6);
    await eventually(async () => {
      const mails = (await (await fetch(`${at.demo.addresses.mailbox}/api/mails`)).json()) as { subject: string }[];
      expect(mails.map((mail) => mail.subject.toLowerCase()).join(" ")).toContain("delivered");
    }, 120);
    await move("+ 1 day", 24);
    await move("+ 3 days", 72);
    await move("Move on", 12);
  });

  it("publishes a theme in the storefront of one shop", async () => {
    const form = page.getByRole("region", { name: "Themes" }).locator("form").filter({ hasText: "Alder & Finch" });
    const themeOf = async (address: string) => ((await (await fetch(address)).text()).includes('id="MainContent"') ? "coast" : "meadow");
    const { storefront, secondStorefront } = at.demo.addresses;
    expect([await themeOf(storefront), await themeOf(secondStorefront)]).toEqual(["meadow", "coast"]);
    await form.locator("select").selectOption("coast");
    expect(await press("Publish", form)).toContain("has published the theme coast");
    expect([await themeOf(storefront), await themeOf(secondStorefront)]).toEqual(["coast", "coast"]);
    await form.locator("select").selectOption("meadow");
    await press("Publish", form);
  });

  it("breaks and mends everything that can be broken", async () => {
    const forms = page.getByRole("region", { name: "Break and mend" }).locator("form");
    const count = await forms.count();
    expect(count).toBeGreaterThanOrEqual(7);
    for (let index = 0; index < count; index += 1) {
      const kinds = await forms.nth(index).locator("option").evaluateAll((all) => all.map((each) => (each as HTMLOptionElement).value));
      for (const kind of kinds.filter((each) => each !== "")) {
        await forms.nth(index).locator("select").selectOption(kind);
        expect(await press("Set", forms.nth(index)), kind).toBe("Broken, until you mend it.");
        expect(await forms.nth(index).innerText()).toContain("broken");
      }
      await forms.nth(index).locator("select").selectOption("");
      expect(await press("Set", forms.nth(index))).toBe("Works again as it should.");
      expect(await forms.nth(index).innerText()).toContain("fine");
    }
  });

  it("shows mails, requests, jobs, texts and the team's inbox, for everyone and on a phone", async () => {
    const small = await at.open(at.demo.addresses.index, { width: 375 });
    const links = await small.getByRole("navigation", { name: "Simulator" }).getByRole("link").evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).href));
    expect(links.length).toBeGreaterThanOrEqual(6);
    for (const link of [...links, ...THEMES.map((theme) => `${at.demo.addresses.storefront}/?preview_theme_id=${theme}`)]) {
      const answer = await small.goto(link);
      expect(answer?.status(), link).toBe(200);
      expect(await overhang(small.mainFrame()), link).toBeLessThanOrEqual(0);
      expect(await barriers(small), link).toEqual([]);
    }
    await small.goto(at.demo.addresses.mailbox);
    await small.locator("ul.list a").first().click();
    await small.locator("iframe.mail, pre").first().waitFor();
    await small.goto(`${at.demo.addresses.index}/requests`);
    expect(await small.locator("main").innerText()).toMatch(/orders\/create/);
  });
});
