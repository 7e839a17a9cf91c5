import { readFileSync } from "node:fs";
import { request as send } from "node:http";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { DEFAULT_API_ALLOWANCES } from "../../app/integrations/limits/api-limits";
import { DEFAULT_ALLOWANCES } from "../../app/integrations/limits/look-up-limits";
import { openRunningApp, SHOP, type RunningApp } from "../faults/support/running-app";
import { BROWSER } from "../simulator/demo/admin-client";
import { freePorts } from "../simulator/free-ports";

import { startCaddy, type RunningCaddy } from "./support/caddy";

/** Shoppers' and clients' addresses behind the proxy of compose.yaml: the real Caddy with the checked-in Caddyfile. */

/** One of Shopify's servers. */
const SHOPIFY = "23.227.38.33";
/** Callers of Caddy: what ends TLS on the same machine, and a caller from outside (any other loopback address). */
const TLS_TERMINATOR = "127.0.0.1";
const OUTSIDE = "127.0.0.2";

let app: RunningApp;
let caddy: RunningCaddy;

beforeAll(async () => {
  const port = await freePorts();
  // On the embedded database, with Caddy's own address trusted; the other loopback addresses are strangers.
  app = await openRunningApp({ databaseUrl: "", env: { TRUSTED_PROXIES: `${TLS_TERMINATOR},private` } });
  await app.startWeb();
  await app.install(SHOP);
  caddy = await startCaddy({ port, to: new URL(app.url).host });
}, 240_000);
afterAll(async () => {
  await caddy?.stop();
  await app?.close();
});

interface Call {
  path: string;
  method?: string;
  body?: string;
  headers?: Record<string, string>;
  forwardedFor: string | null;
  caller?: string;
}

/** A request to Caddy. @returns the status of the answer */
function call({ path, method = "GET", body, headers = {}, forwardedFor, caller = TLS_TERMINATOR }: Call): Promise<number> {
  const url = new URL(path, caddy.url);
  const all = { ...BROWSER, ...headers, ...(forwardedFor === null ? {} : { "x-forwarded-for": forwardedFor }) };
  return new Promise((resolve, reject) => {
    const request = send({ hostname: url.hostname, port: url.port, path: url.pathname + url.search, method, headers: all, localAddress: caller }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
    });
    request.on("error", reject);
    request.end(body);
  });
}

let orders = 0;
/** A look-up of an order that is not there, so that no order's own limit is met. */
function lookUp(forwardedFor: string | null, caller?: string): Promise<number> {
  orders += 1;
  const query = app.shopify.proxyQuery(new URLSearchParams(), { shop: SHOP, pathPrefix: "/apps/track" });
  return call({
    path: `/proxy/track?${query.toString()}`, method: "POST", forwardedFor, caller,
    body: new URLSearchParams({ order: `X${orders}`, contact: "ida@example.com" }).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
}

const times = <T>(count: number, work: (index: number) => Promise<T>) => Promise.all(Array.from({ length: count }, (_, index) => work(index)));
const limited = DEFAULT_ALLOWANCES.address.points;

it("compose.yaml starts Caddy with this Caddyfile, where Caddy's image looks for it", () => {
  const compose = readFileSync(new URL("../../compose.yaml", import.meta.url), "utf8");
  const proxy = /\n {2}proxy:\n(?: {4}.*\n)+/.exec(compose)?.[0] ?? "";
  expect(proxy).toContain('volumes: ["./Caddyfile:/etc/caddy/Caddyfile:ro"]');
  expect(proxy).not.toMatch(/command|entrypoint/);
});

describe("look-ups of shoppers, with TLS ended in front of Caddy", () => {
  it("from 22 addresses all pass", async () => {
    expect(await times(22, (index) => lookUp(`203.0.113.${index}, ${SHOPIFY}`))).toEqual(Array.from({ length: 22 }, () => 200));
  });

  it("from one address are limited", async () => {
    const statuses = await times(limited + 2, () => lookUp(`203.0.113.100, ${SHOPIFY}`));
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  });

  it("from one address are limited although it sends other addresses itself", async () => {
    const statuses = await times(limited + 2, (index) => lookUp(`192.0.2.${index}, 203.0.113.101, ${SHOPIFY}`));
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  });

  it("do not use up each other's limit when their addresses were lost on the way", async () => {
    expect(await times(limited + 5, () => lookUp(SHOPIFY))).not.toContain(429);
    expect(await times(limited + 5, () => lookUp(null))).not.toContain(429);
  });
});

describe("look-ups of shoppers, with TLS ended by Caddy, which Shopify calls", () => {
  it("from 22 addresses all pass, and from one are limited", async () => {
    expect(await times(22, (index) => lookUp(`198.51.100.${index}`, OUTSIDE))).not.toContain(429);
    const statuses = await times(limited + 2, (index) => lookUp(`192.0.2.${index}, 198.51.100.100`, OUTSIDE));
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  });
});

describe("requests of the API", () => {
  const read = (key: string, forwardedFor: string | null, caller?: string) => call({ path: "/api/v1/shipments/NONE12345678", headers: { authorization: `Bearer ${key}` }, forwardedFor, caller });
  const wrongKeys = DEFAULT_API_ALLOWANCES.wrongKey.points;

  it("with a right key pass while another client tries wrong ones, from its own address and even from the same", async () => {
    const page = await app.admin().post("/app/settings/api-keys", { intent: "create-key", name: "Warehouse" });
    const key = /mpk_[\w-]{43}/.exec(page)?.[0] ?? "";
    expect(key).not.toBe("");
    const statuses = await times(wrongKeys + 1, (index) => read(`mpk_wrong${index}`, "6.6.6.6"));
    expect([...statuses].sort()).toEqual([...Array.from({ length: wrongKeys }, () => 401), 429]);
    // 404: the key opens the shop, and the shop has no such shipment.
    expect(await read(key, "7.7.7.7")).toBe(404);
    expect(await read(key, "6.6.6.6")).toBe(404);
  });

  it("with wrong keys are limited whatever address their client sends itself", async () => {
    const statuses = await times(wrongKeys + 1, (index) => read(`mpk_wrong${index}`, `192.0.2.${index}`, OUTSIDE));
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  });
});
