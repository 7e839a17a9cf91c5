import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { readShop } from "~/shopify/operations/read-shop";
import { handleShopifyDeliveries } from "~/use-cases/handle-shopify-delivery";

import { visit } from "./admin-visit";
import { startSimulatedApp, type SimulatedApp } from "./simulated-app";

/** The life of a shop's token, over HTTP: the real sign-in and the real Admin client in front of the simulated Shopify. */

const SHOP = "meadow.myshopify.com";
const MINUTE = 60_000;
let app: SimulatedApp;

beforeEach(() => {
  // The library and the simulator share one clock, which is moved by hand.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-10T08:00:00Z") });
});
afterEach(async () => {
  await app.close();
  vi.useRealTimers();
});

async function start(distribution: "public" | "custom" = "public"): Promise<void> {
  app = await startSimulatedApp({ shops: [SHOP], distribution });
  app.simulator.install(SHOP);
}

const pass = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);
const ask = async () => (await app.context.adminFor(SHOP)).run(readShop, {}).then(() => "answered", (error: Error) => error.message);
const open = async (env: Record<string, string> = {}) => {
  const answer = await visit(app, SHOP, { env });
  if (answer instanceof Response) throw new Error(`The visit was answered ${answer.status}.`);
  return answer.shop;
};
const session = () => app.sessions.loadSession(`offline_${SHOP}`);
const shop = () => app.context.db.prisma.shop.findUniqueOrThrow({ where: { domain: SHOP } });
const asked = (operation: string) => app.simulator.requests.filter((request) => request.operation === operation).length;
const EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
/** The webhooks that came, handled now. */
const handle = async (deliveries = app.take()) => [...(await handleShopifyDeliveries(app.context, deliveries)).values()].map((outcome) => outcome.kind);

describe("a shop that uninstalls and installs again before its old token has ended", () => {
  it("gets a new token at the next visit, once the old one was refused", async () => {
    await start();
    await open();
    expect(await ask()).toBe("answered");
    app.simulator.webhookFaults.next("drop", { topic: "app/uninstalled" });
    pass(MINUTE);
    app.simulator.reinstall(SHOP);

    // Background work comes first: the old token is refused, and so is its refresh.
    expect(await ask()).toMatch(/has to open the app again/);
    expect(await session()).toBeUndefined();
    expect(await ask()).toMatch(/has to open the app again/);
    expect(asked("refresh_token")).toBe(1);

    pass(MINUTE);
    const before = asked(EXCHANGE);
    const { installedAt } = await open();
    expect(asked(EXCHANGE)).toBe(before + 1);
    expect(installedAt.getTime()).toBe(Date.now());
    expect(await ask()).toBe("answered");
    expect(await open()).toMatchObject({ status: "active" });
    expect(asked(EXCHANGE)).toBe(before + 1);
  });

  it("is not closed by the news of the uninstall that comes late", async () => {
    await start();
    await open();
    pass(MINUTE);
    app.simulator.reinstall(SHOP);
    await app.simulator.drain();
    const late = app.take();
    expect(late.map((each) => each.topic)).toEqual(["app/uninstalled"]);
    expect(await ask()).toMatch(/has to open the app again/);
    pass(MINUTE);
    await open();
    pass(24 * 60 * MINUTE);
    expect(await handle(late)).toEqual(["ignored"]);
    expect(await shop()).toMatchObject({ status: "active" });
    expect(await session()).toBeDefined();
  });

  it("is not closed by it either when the visit found the old token unended and exchanged nothing", async () => {
    await start();
    await open();
    pass(MINUTE);
    app.simulator.reinstall(SHOP);
    await app.simulator.drain();
    const late = app.take();
    pass(MINUTE);
    const before = asked(EXCHANGE);
    await open();
    expect(asked(EXCHANGE)).toBe(before);
    expect(await handle(late)).toEqual(["ignored"]);
    expect(await shop()).toMatchObject({ status: "active" });
    // The first work that meets the old token clears it away, and the visit after that heals.
    expect(await ask()).toMatch(/has to open the app again/);
    await open();
    expect(await ask()).toBe("answered");
  });

  it("is closed by an uninstall after all that, and its tokens are gone", async () => {
    await start();
    await open();
    pass(MINUTE);
    app.simulator.reinstall(SHOP);
    await app.simulator.drain();
    app.take();
    await ask();
    pass(MINUTE);
    await open();
    pass(MINUTE);
    app.simulator.uninstall(SHOP);
    await app.simulator.drain();
    expect(await handle()).toEqual(["done"]);
    expect(await shop()).toMatchObject({ status: "uninstalled" });
    expect(await session()).toBeUndefined();
  });
});

it("a revoked client secret costs each shop one visit, and no more", async () => {
  await start();
  await open();
  app.simulator.revokeSecret("another secret");
  expect(await ask()).toMatch(/has to open the app again/);
  await open();
  expect(await ask()).toBe("answered");
});

it("a wrong client secret costs no shop its token", async () => {
  await start();
  await open();
  const right = app.simulator.apiSecret;
  pass(59 * MINUTE);
  // What the app holds is not what Shopify knows: a typing error in the environment.
  const refused = vi.spyOn(app.simulator, "apiSecret", "get").mockReturnValue("mistyped");
  expect(await ask()).toMatch(/client id or secret/);
  refused.mockReturnValue(right);
  expect(await ask()).toBe("answered");
  expect(asked(EXCHANGE)).toBe(1);
});

it("two visits at once exchange twice, and either token works", async () => {
  await start();
  await Promise.all([open(), open()]);
  expect(asked(EXCHANGE)).toBe(2);
  expect(await ask()).toBe("answered");
  expect(await app.context.db.prisma.shop.count({ where: { domain: SHOP } })).toBe(1);
});

it("a session token without an end, or of another issuer, opens nothing, although the app's secret signed it", async () => {
  await start();
  for (const overrides of [{ exp: undefined }, { iss: "https://saltmarsh.myshopify.com/admin" }]) {
    const answer = await visit(app, SHOP, { token: app.simulator.sessionToken(SHOP, { overrides }) });
    expect(answer instanceof Response && answer.status).toBe(401);
  }
  expect(asked(EXCHANGE)).toBe(0);
  expect((await visit(app, SHOP, { token: app.simulator.sessionToken(SHOP) })) instanceof Response).toBe(false);
});

describe("a token without an end", () => {
  it("serves an app of custom distribution for ever, asked for or found", async () => {
    await start("custom");
    await open({ SHOPIFY_OFFLINE_TOKENS: "non-expiring" });
    expect((await session())?.expires).toBeUndefined();
    pass(400 * 24 * 60 * MINUTE);
    expect(await ask()).toBe("answered");
    // The setting is of no matter for a token that is there.
    await open();
    expect(await ask()).toBe("answered");
    expect([asked(EXCHANGE), asked("refresh_token")]).toEqual([1, 0]);

    app.simulator.webhookFaults.next("drop", { topic: "app/uninstalled" });
    app.simulator.reinstall(SHOP);
    expect(await ask()).toMatch(/has to open the app again/);
    await open({ SHOPIFY_OFFLINE_TOKENS: "non-expiring" });
    expect(await ask()).toBe("answered");
    expect((await session())?.expires).toBeUndefined();
  });

  it("of a public app is exchanged for an expiring one without the merchant", async () => {
    await start();
    await open();
    await app.open(SHOP, { expiring: false });
    expect((await session())?.expires).toBeUndefined();
    expect(await ask()).toBe("answered");
    expect(await session()).toMatchObject({ expires: new Date(Date.now() + 60 * MINUTE), refreshToken: expect.stringMatching(/^shprt_/) as string });
    pass(2 * 60 * MINUTE);
    expect(await ask()).toBe("answered");
    expect(asked("refresh_token")).toBe(1);
  });

  it("is exchanged again when the first answer was lost", async () => {
    await start();
    await open();
    pass(MINUTE);
    await app.open(SHOP, { expiring: false });
    pass(MINUTE);
    const stored = await session();
    expect(await ask()).toBe("answered");
    // The process ended between Shopify's answer and the database.
    if (stored) await app.sessions.storeSession(stored);
    expect(await ask()).toBe("answered");
  });
});
