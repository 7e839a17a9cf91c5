import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCarrierSimulator, type CarrierSimulator } from "../carriers";
import { createSimClock } from "../clock";
import { createShopDesk } from "../demo/desk";
import { portsFrom } from "../demo/ports";
import { alderAndFinch, demoShops } from "../demo/shops";
import type { DemoWorld, WebhookFaultKind } from "../demo/world";
import { startMailbox, type Mailbox } from "../mailbox";
import { createPhone } from "../phone";
import { createShopifySimulator, parseAppConfig, type ShopifySimulator } from "../shopify";
import type { ThemeName } from "../storefront/themes";
import { createTeamInbox } from "../team-inbox";
import { createControl } from "./index";
import { serve, type RunningServer } from "./server";

const clock = createSimClock();
let shopify: ShopifySimulator;
let mailbox: Mailbox;
let carriers: CarrierSimulator;
let server: RunningServer;
let webhookFault: WebhookFaultKind | null = null;
let saved = 0;
const themes: Record<string, ThemeName> = {};

beforeAll(async () => {
  shopify = await createShopifySimulator({
    apiSecret: "secret", clock, appUrl: "http://127.0.0.1:9", config: parseAppConfig(`client_id = "x"\nname = "Milepost"`),
    shops: demoShops.map((shop) => ({ domain: shop.domain, name: shop.name, email: shop.email, currency: shop.currency })),
  });
  mailbox = await startMailbox({ smtpPort: 0, webPort: 0, now: () => clock.now() });
  carriers = createCarrierSimulator({ now: () => clock.now() });
  const desk = createShopDesk({ shopify, carriers, clock });
  for (const shop of demoShops) desk.furnish(shop, "http://localhost:4003");
  const world: DemoWorld = {
    clock, desk, carriers, mailbox, ports: portsFrom(4_000),
    phone: createPhone({ now: () => clock.now() }),
    team: createTeamInbox({ now: () => clock.now() }),
    jobs: async () => ({ pending: 3 }),
    summary: () => [{ label: "Orders", value: "none <yet>" }],
    ready: () => true,
    publishedTheme: (shop) => themes[shop.key] ?? shop.theme,
    publishTheme: (shop, theme) => void (themes[shop.key] = theme),
    webhooks: () => [],
    webhookFault: () => webhookFault,
    setWebhookFault: (kind) => void (webhookFault = kind),
    save: () => void (saved += 1),
  };
  server = await serve(createControl(world), 0);
});
afterAll(async () => {
  await Promise.all([server.close(), mailbox.close(), shopify.close()]);
});

const url = (path: string) => `http://127.0.0.1:${server.port}${path}`;
const page = async (path: string) => (await fetch(url(path))).text();
async function command(name: string, form: Record<string, string>): Promise<string> {
  const answer = await fetch(url(`/control/${name}`), { method: "POST", headers: { accept: "application/json" }, body: new URLSearchParams(form) });
  return ((await answer.json()) as { said: string }).said;
}
const orders = () => Object.values(shopify.shops().find((state) => state.shop.domain === alderAndFinch.domain)?.orders ?? {});

describe("the control page", () => {
  it("places an order, fulfils it and sends its scans, one by one", async () => {
    expect(await command("order", { shop: "alder", country: "US", channel: "amazon", email: "june@example.com" })).toContain("june@example.com is placed");
    const [order] = orders();
    expect(order?.channel.channelName).toBe("Amazon");
    const said = await command("fulfil", { shop: "alder", order: order?.id ?? "", carrier: "ups", journey: "fast" });
    const number = /1Z\w+/.exec(said)?.[0] ?? "";
    const shown = await page(`/control?q=${number}`);
    expect(shown).toContain(number);
    expect(shown).toContain("Next scan: picked up");
    for (const words of ["picked up", "at a hub", "out for delivery", "delivered"]) expect(await command("scan", { number })).toContain(words);
    expect(await command("scan", { number })).toContain("no scans left");
    expect(saved).toBeGreaterThan(5);
  });

  it("moves the clock forward, and never back", async () => {
    const before = clock.offsetMs;
    await command("clock", { hours: "24" });
    expect(clock.offsetMs - before).toBe(86_400_000);
    expect(await command("clock", { hours: "-5" })).toContain("did not work");
    expect(clock.offsetMs - before).toBe(86_400_000);
  });

  it("breaks and mends, and shows what is broken", async () => {
    for (const [target, kind] of [["ups", "failing"], ["mail", "busy"], ["webhooks", "drop"], ["sms", "failing"], ["slack", "gone"]] as const) {
      await command("fault", { target, kind });
    }
    expect([carriers.faults.of("ups"), mailbox.fault(), webhookFault]).toEqual(["failing", "busy", "drop"]);
    expect((await page("/control")).match(/badge bad/g)).toHaveLength(5);
    expect(await command("fault", { target: "ups", kind: "" })).toContain("Works again");
    expect(carriers.faults.of("ups")).toBeNull();
    expect(await command("fault", { target: "moon", kind: "failing" })).toContain("did not work");
  });

  it("publishes another theme in one shop alone", async () => {
    const chosen = async () => [...(await page("/control")).matchAll(/<option value="(\w+)" selected>(?:Meadow|Coast)/g)].map((match) => match[1]);
    expect(await chosen()).toEqual(["meadow", "coast"]);
    expect(await command("theme", { shop: "alder", theme: "coast" })).toContain("Alder & Finch has published the theme coast");
    expect(await chosen()).toEqual(["coast", "coast"]);
    expect(await command("theme", { shop: "alder", theme: "moon" })).toContain("did not work");
    await command("theme", { shop: "alder", theme: "meadow" });
  });

  it("cancels orders, and says what cannot be", async () => {
    await command("order", { shop: "alder", country: "CA", channel: "online_store", email: "" });
    const last = orders().at(-1);
    expect(await command("cancel", { shop: "alder", order: last?.id ?? "" })).toContain("cancelled");
    expect(await command("cancel", { shop: "alder", order: last?.id ?? "" })).toContain("did not work");
    expect((await fetch(url("/control/explode"), { method: "POST" })).status).toBe(404);
  });
});

it("the other pages show what there is, as text", async () => {
  expect(await page("/")).toContain("none &#60;yet&#62;");
  expect(await page("/requests")).toContain("3 jobs under way");
  expect(await (await fetch(url("/control/status"))).json()).toMatchObject({ pending: 3, ready: true });
  expect(await page("/control?said=%3Cscript%3E")).toContain("&#60;script&#62;");
});
