import { fork, type ChildProcess } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createSimClock } from "../clock";
import type { ShopifySimulator } from "./simulator";
import { SHOP, startSimulator } from "./testing";

/** A process that knows nothing of a simulator: it asks Shopify, answers a page, and tells the time. */
const CHILD = `
import { createServer } from "node:http";
const server = createServer((request, response) => {
  if (request.url === "/array") {
    response.writeHead(200, ["Link", "<https://cdn.shopify.com/shopifycloud/app-bridge.js>; rel=preload", "content-security-policy", "frame-ancestors 'none'"]);
    return response.end();
  }
  response.setHeader("Link", "<https://cdn.shopify.com/shopifycloud/app-bridge.js>; rel=\\"preload\\"; as=\\"script\\";");
  response.appendHeader("Link", "</own.css>; rel=preload");
  response.writeHead(200, "OK", { "Content-Security-Policy": "default-src 'self'; frame-ancestors https://admin.shopify.com;" });
  response.end();
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const own = "http://127.0.0.1:" + server.address().port;
globalThis.fetch = ((before) => (...all) => before(...all))(globalThis.fetch);
const results = {};
const token = await fetch("https://${SHOP}/admin/oauth/access_token", { method: "POST", body: JSON.stringify({ client_id: "x" }), headers: { "content-type": "application/json" } });
results.token = { status: token.status, body: await token.json() };
const request = new Request("https://${SHOP}/admin/api/2026-10/graphql.json", { method: "POST", body: "{}", headers: { "X-Shopify-Access-Token": "none" } });
results.graphql = (await fetch(request)).status;
results.storage = (await (await fetch("https://storage.googleapis.com/nothing")).text());
const page = await fetch(own);
results.page = { link: page.headers.get("link"), policy: page.headers.get("content-security-policy") };
const array = await fetch(own + "/array");
results.array = { link: array.headers.get("link"), policy: array.headers.get("content-security-policy") };
results.date = { now: Date.now(), instance: new Date() instanceof Date, same: new Date(0).toISOString(), text: typeof Date(), constructed: new Date().getTime() };
process.send({ results });
process.on("message", (message) => {
  if (message === "tell") process.send({ now: new Date().getTime() });
  if (message === "stop") process.exit();
});
`;

const HOUR = 3_600_000;
let simulator: ShopifySimulator;
let folder: string;
let child: ChildProcess | null = null;
beforeAll(async () => {
  simulator = await startSimulator();
  folder = await mkdtemp(join(tmpdir(), "preload-"));
  await writeFile(join(folder, "child.mjs"), CHILD);
});
afterAll(async () => {
  child?.kill("SIGKILL");
  await simulator.close();
  await rm(folder, { recursive: true });
});

describe("a process started with the preload", () => {
  it("finds the simulator at Shopify's addresses, can be framed by it, and lives at its time", async () => {
    const clock = createSimClock(10 * HOUR);
    const started = fork(join(folder, "child.mjs"), {
      execArgv: ["--import", fileURLToPath(new URL("../preload.mjs", import.meta.url))],
      env: { ...process.env, NODE_OPTIONS: "", SIMULATOR_SHOPIFY_URL: simulator.url, SIMULATOR_CLOCK_OFFSET_MS: String(clock.offsetMs) },
    });
    child = started;
    const next = <Message,>() =>
      new Promise<Message>((resolve, reject) => {
        started.once("message", (message) => resolve(message as Message));
        started.once("exit", (code) => reject(new Error(`the child ended with ${code}`)));
      });
    const { results } = await next<{ results: Record<string, Record<string, unknown>> }>();
    expect(results.token).toMatchObject({ status: 400, body: { error: "invalid_client" } });
    expect(results.graphql).toBe(401);
    expect(results.storage).toContain("<Code>NoSuchKey</Code>");
    expect(results.page?.link).toBe("</own.css>; rel=preload");
    expect(results.page?.policy).toBe(`default-src 'self'; frame-ancestors https://admin.shopify.com ${simulator.url} ${simulator.url.replace("127.0.0.1", "localhost")};`);
    expect(results.array).toEqual({ link: null, policy: "frame-ancestors 'none'" });
    expect(Math.abs(Number(results.date?.now) - Date.now() - 10 * HOUR)).toBeLessThan(60_000);
    expect(results.date).toMatchObject({ instance: true, same: "1970-01-01T00:00:00.000Z", text: "string" });
    expect(Math.abs(Number(results.date?.constructed) - Number(results.date?.now))).toBeLessThan(60_000);

    const detach = clock.attach(started);
    clock.advance(48 * HOUR);
    started.send("tell");
    expect(Math.abs((await next<{ now: number }>()).now - clock.now())).toBeLessThan(60_000);
    detach();
    started.removeAllListeners("exit");
    started.send("stop");
    await new Promise((resolve) => started.once("exit", resolve));
  });
});
