import { Script } from "node:vm";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { ShopifySimulator } from "../simulator";
import { placeOrder, SHOP, startSimulator } from "../testing";
import { html } from "./html";

let simulator: ShopifySimulator;
beforeAll(async () => {
  simulator = await startSimulator({ appUrl: "http://app.example:3000" });
});
afterAll(() => simulator.close());

const get = (path: string) => fetch(simulator.url + path, { redirect: "manual" });

describe("the simulated admin", () => {
  it("frames the app at the path of the address, with a signed launch", async () => {
    const text = await (await get("/store/meadow/apps/milepost/app/shipments?view=late")).text();
    const source = /data-src="([^"]+)"/.exec(text)?.[1]?.replaceAll("&#38;", "&");
    const url = new URL(source ?? "");
    expect(url.origin + url.pathname).toBe("http://app.example:3000/app/shipments");
    expect(Object.fromEntries(url.searchParams)).toMatchObject({ embedded: "1", shop: SHOP, view: "late" });
    expect(url.searchParams.get("hmac")).toMatch(/^[0-9a-f]{64}$/);
  });

  it("installs the app when it is opened, and gives tokens to an installed app alone", async () => {
    simulator.uninstall(SHOP);
    expect((await get("/store/meadow/session-token")).status).toBe(403);
    await get("/store/meadow/apps/milepost");
    expect(simulator.state(SHOP).shop.installation).not.toBeNull();
    expect(await (await get("/store/meadow/session-token")).json()).toMatchObject({ token: expect.stringMatching(/^ey/) as string });
  });

  it("knows the app under a dash, and shows orders and what is not simulated", async () => {
    const order = placeOrder(simulator, { note: "<b>" });
    simulator.fulfilOrder(SHOP, order, { tracking: { company: "<script>", number: "1" } });
    expect((await get("/store/meadow/apps/-/app?x=1")).headers.get("location")).toBe("/store/meadow/apps/milepost/app?x=1");
    const page = await (await get(`/store/meadow/orders/${order.id}`)).text();
    expect(page).toContain(order.name);
    expect(page).not.toContain("<script> 1");
    expect(await (await get("/store/meadow/themes/current/editor")).text()).toContain("Not simulated");
    expect((await get("/store/nobody")).status).toBe(404);
  });

  it.each(["/app-bridge.js", "/admin-assets/shell.js"])("serves %s, which is JavaScript", async (path) => {
    const response = await get(path);
    expect(response.headers.get("content-type")).toContain("text/javascript");
    expect(() => new Script(""), "a script is checked without being run").not.toThrow();
    new Script(await response.text());
  });

  it("escapes what is put into a page", () => expect(html`<p title="${'"><'}">${"<i>"}${html`<b>`}</p>`.text).toBe('<p title="&#34;&#62;&#60;">&#60;i&#62;<b></p>'));
});

describe("the control endpoints", () => {
  const post = (name: string, body: unknown) => fetch(`${simulator.url}/control/shopify/${name}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

  it("run commands and tell what happened", async () => {
    const response = await post("createOrder", { arguments: [SHOP, { lines: [{ title: "Mug", priceMinor: 1500 }] }] });
    expect(response.status).toBe(200);
    const order = (await response.json()) as { name: string };
    expect((await post("cancelOrder", { arguments: [SHOP, order.name] })).status).toBe(200);
    expect(await (await post("cancelOrder", { arguments: [SHOP, order.name] })).json()).toEqual({ error: "Cannot cancel an order that has already been canceled." });
    expect((await post("cancelOrder", { arguments: [SHOP, "#9999"] })).status).toBe(404);
    expect((await post("sessionToken", { arguments: [SHOP] })).status).toBe(404);
    const before = simulator.clock.now();
    await post("clock", { advanceMs: 3_600_000 });
    expect(simulator.clock.now() - before).toBeGreaterThanOrEqual(3_600_000);
    expect(await (await fetch(`${simulator.url}/control/shopify/shops`)).json()).toMatchObject([{ domain: SHOP, installed: true }]);
  });
});
