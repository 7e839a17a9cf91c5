import { Agent, createServer, request as send, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

import { addHealthRoutes } from "~/health-routes.server";
import { createDatabaseGuard } from "~/ingest/database-guard.server";
import { createHttpApp } from "~/ingest/http-app.server";
import { asAppAddress } from "~/ingest/request-guard.server";
import { handleError } from "~/entry.server";
import { action as postEvents, loader as getEvents } from "~/routes/api.v1.tracking-events";
import { action as anyAction, loader as anyLoader } from "~/routes/api.$";

/** The HTTP side of the app around Remix's own adapter and a few routes: what holds for every request and answer. */

const APP_URL = "https://milepost.example:8443";
const logged: { fields: Record<string, unknown>; message: string }[] = [];
const note = (fields: Record<string, unknown>, message: string) => void logged.push({ fields, message });
const log = { debug: note, info: note, warn: note, error: note };
const database = { kind: "postgres" as const, sql: () => Promise.resolve({ rows: [] as Record<string, unknown>[] }) };
const useCases = { log, db: { prisma: { apiKey: { findFirst: () => Promise.resolve(null) } } } };

let server: Server;
let port: number;
let away = false;

const route = (id: string, path: string, module: object) => ({ [id]: { id, path, parentId: "root", module } });

/** As Vite builds it, of routes without pages. */
const build = {
  entry: { module: { handleError, default: () => new Response("a page") } },
  routes: {
    root: { id: "root", path: "", module: { default: () => null } },
    ...route("echo", "echo/*", { loader: ({ request }: { request: Request }) => new Response(request.url, { headers: { "cache-control": "max-age=5" } }), action: () => new Response("done") }),
    ...route("throws", "throws", { loader: () => Promise.reject(new Error("a secret detail")) }),
    ...route("events", "api/v1/tracking-events", { loader: getEvents, action: postEvents }),
    ...route("api", "api/*", { loader: anyLoader, action: anyAction }),
  },
  assets: { routes: {}, entry: { imports: [], module: "" }, url: "", version: "1" },
  publicPath: "/", assetsBuildDirectory: "build", future: {}, isSpaMode: false, mode: "production",
} as unknown as ServerBuild;

beforeAll(async () => {
  const dependencies = { useCases } as unknown as AppLoadContext["dependencies"];
  const guard = createDatabaseGuard({ ...database, sql: () => (away ? Promise.reject(new Error("connection refused")) : database.sql()) });
  const getLoadContext = () => ({ dependencies, clientAddress: () => null });
  const app = await createHttpApp({
    log,
    addHealthRoutes: (pages) => addHealthRoutes(pages, { ready: async () => true, backlog: async () => ({ pending: 0, due: 0 }), config: { metricsToken: null } }),
    addPages: async (pages) => {
      pages.get("/express-throws", () => {
        throw new Error("a secret detail");
      });
      pages.all("*", guard, asAppAddress(APP_URL), createRequestHandler({ build, getLoadContext, mode: "production" }));
    },
  });
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  logged.length = 0;
  away = false;
});

interface Answer {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  text: string;
}

/** A request whose target is sent as it is written: `fetch` would encode it. */
function ask(target: string, options: { method?: string; headers?: Record<string, string>; body?: string; agent?: Agent } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = send({ port, host: "127.0.0.1", path: target, method: options.method ?? "GET", agent: options.agent, headers: { accept: "text/html", ...options.headers } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(parts).toString("utf8") }));
    });
    request.on("error", reject);
    request.end(options.body);
  });
}

const NO_TRACE = /\bat .*:\d+:\d+|node_modules|\.ts:\d+|Error:/;

describe("a malformed request", () => {
  it.each<[target: string, status: number]>([
    ["/%ff", 400], ["/%", 400], ["/echo/%E0%A4%A", 400], ["/echo/%c0%80", 400], ["/echo/%00", 400], ["/echo/a?carrier=%00", 400], ["/echo/a?%00=b", 400],
    ["/api/v1/shipments/%ff", 400], ["/proxy/track?order=%00", 400], ["http://other.example/echo/a", 400], ["*", 400],
  ])("for %s is answered %i, without a trace of the code", async (target, status) => {
    const answer = await ask(target);
    expect(answer.status).toBe(status);
    expect(answer.text).not.toMatch(NO_TRACE);
    expect(answer.text).not.toContain("%");
    expect(logged).toEqual([]);
  });

  it.each(["/echo/%2500", "/echo/a?b=%", "/echo/a?b=%E0%A4%A", "/echo/a%20b?c=d+e", "//other.example/echo", "/echo/[::1"])("is not one for %s", async (target) => {
    expect((await ask(target)).status).not.toBe(400);
  });

  it.each(["TRACE", "PROPFIND", "LOCK"])("with the method %s is answered 405", async (method) => {
    const answer = await ask("/echo/a", { method });
    expect([answer.status, answer.headers.allow]).toEqual([405, "GET, HEAD, POST, OPTIONS"]);
  });
});

describe("the address that a route sees", () => {
  it.each<Record<string, string>>([
    {}, { host: "evil.example" }, { "x-forwarded-host": "evil.example" }, { "x-forwarded-host": "[::1" }, { "x-forwarded-host": "%" }, { "x-forwarded-host": "a b" },
    { host: "" }, { host: "[::1" }, { "x-forwarded-host": "evil.example:99999" }, { "x-forwarded-proto": "javascript" }, { "x-forwarded-for": "evil", "x-forwarded-port": "1" },
  ])("is the app's own, with headers %j", async (headers) => {
    const answer = await ask("/echo/a?b=c", { headers });
    expect([answer.status, answer.text]).toEqual([200, `${APP_URL}/echo/a?b=c`]);
  });
});

describe("an answer", () => {
  it("has no stack trace when something fails, whatever NODE_ENV is", async () => {
    for (const env of ["production", "development", "test", ""]) {
      vi.stubEnv("NODE_ENV", env);
      for (const target of ["/throws", "/express-throws", "/%ff"]) {
        const answer = await ask(target);
        expect([400, 500]).toContain(answer.status);
        expect(answer.text).not.toMatch(NO_TRACE);
        expect(answer.text).not.toContain("secret");
      }
    }
    vi.unstubAllEnvs();
  });

  it("that fails is logged once, as one value without line breaks", async () => {
    for (const target of ["/throws?q=1", "/express-throws?q=1"]) {
      logged.length = 0;
      await ask(target);
      expect(logged).toMatchObject([{ message: "a request failed", fields: { method: "GET", path: target.split("?")[0], error: { name: "Error", message: "a secret detail" } } }]);
      expect(JSON.stringify(logged)).not.toContain("\\n");
    }
  });

  it("to an unknown address leaves the log alone", async () => {
    for (const target of ["/no/such/address", "/wp-login.php", "/echo2", "/api/v2/x", "/echo/a?_data=nonsense"]) await ask(target);
    expect(logged).toEqual([]);
  });

  it("has headers that keep it from caches, from guesses at its type, and its address from other sites", async () => {
    for (const target of ["/throws", "/no/such/address", "/%ff", "/healthz", "/api/v2/x"]) {
      const { headers } = await ask(target);
      expect([target, headers["cache-control"], headers["x-content-type-options"]]).toEqual([target, "no-store", "nosniff"]);
      expect(headers["referrer-policy"]).toBe(target.startsWith("/api/v2") ? "no-referrer" : "strict-origin");
      expect(headers["x-powered-by"]).toBeUndefined();
    }
    expect((await ask("/echo/a")).headers["cache-control"]).toBe("max-age=5");
  });

  it("leaves the connection open, unless a body was not read to its end", async () => {
    expect((await ask("/healthz", { headers: { connection: "keep-alive" } })).headers.connection).toBe("keep-alive");
    expect((await ask("/%ff", { headers: { connection: "keep-alive" } })).headers.connection).toBe("keep-alive");
    const unread = await ask("/echo/a", { method: "POST", body: "x".repeat(3_000_000), headers: { connection: "keep-alive", "content-length": "3000000" } }).catch(() => null);
    if (unread) expect(unread.headers.connection).toBe("close");
  });
});

describe("an answer of the API", () => {
  const json = (answer: Answer) => {
    expect(answer.headers["content-type"]).toBe("application/json; charset=utf-8");
    expect(answer.headers["cache-control"]).toBe("no-store");
    return (JSON.parse(answer.text) as { error: { code: string; message: string } }).error;
  };

  it.each<[what: string, target: string, options: Parameters<typeof ask>[1], status: number, code: string]>([
    ["a malformed address", "/api/v1/shipments/%ff", {}, 400, "malformed_address"],
    ["U+0000", "/api/v1/shipments/%00", {}, 400, "malformed_address"],
    ["an unknown address", "/api/v9/nothing", {}, 404, "not_found"],
    ["the API's own address", "/api", {}, 404, "not_found"],
    ["an unknown address, in capitals", "/API/V9", {}, 404, "not_found"],
    ["a part of a page", "/api/v1/tracking-events?_data=events", {}, 404, "not_found"],
    ["a part of a page that is none", "/api/v1/tracking-events?x=1&_data=root", {}, 404, "not_found"],
    ["a method that the address does not take", "/api/v1/tracking-events", {}, 405, "method_not_allowed"],
    ["PUT", "/api/v1/tracking-events", { method: "PUT", body: "{}" }, 405, "method_not_allowed"],
    ["OPTIONS", "/api/v1/tracking-events", { method: "OPTIONS" }, 405, "method_not_allowed"],
    ["TRACE", "/api/v1/tracking-events", { method: "TRACE" }, 405, "method_not_allowed"],
    ["no key", "/api/v1/tracking-events", { method: "POST", body: "{}" }, 401, "unauthorized"],
  ])("to %s is JSON", async (_what, target, options, status, code) => {
    const answer = await ask(target, options);
    expect([answer.status, json(answer).code]).toEqual([status, code]);
  });

  it("while the database is away is JSON, and a page and a sentence elsewhere", async () => {
    away = true;
    const api = await ask("/api/v1/tracking-events");
    expect([api.status, json(api).code, api.headers["retry-after"]]).toEqual([503, "unavailable", "5"]);
    const page = await ask("/app");
    expect([page.status, page.headers["content-type"]]).toEqual([503, "text/html; charset=utf-8"]);
    expect(page.text).toContain("Milepost cannot reach its database");
    const storefront = await ask("/proxy/track");
    expect([storefront.status, storefront.headers["content-type"]]).toEqual([503, "text/plain; charset=utf-8"]);
  });

  it("to a body that is too large is 413, arrives, and ends the connection", async () => {
    useCases.db.prisma.apiKey.findFirst = () => Promise.resolve({ id: "k", shopId: "s", lastUsedAt: null, shop: { timeZone: "UTC" } }) as unknown as Promise<null>;
    Object.assign(useCases, { now: () => 0 });
    Object.assign(useCases.db.prisma.apiKey, { updateMany: () => Promise.resolve({ count: 1 }) });
    const body = JSON.stringify({ events: "x".repeat(2_000_000) });
    const headers = { authorization: `Bearer mpk_${"a".repeat(43)}`, "content-type": "application/json", connection: "keep-alive" };
    for (const more of [{ "content-length": String(body.length) }, { "transfer-encoding": "chunked" }] as Record<string, string>[]) {
      const answer = await ask("/api/v1/tracking-events", { method: "POST", body, headers: { ...headers, ...more } });
      expect([answer.status, json(answer).code, answer.headers.connection]).toEqual([413, "too_large", "close"]);
    }
  });

  it("comes to the next request of the same client, whatever was left of the body before", async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const bodies = ["{}", "x".repeat(3_000_000)];
    for (const target of ["/api/v9/nothing", "/api/v1/tracking-events", "/echo/a", "/no/such/address"]) {
      for (const body of bodies) {
        // The answer to a large body may be lost when its connection ends; the next request's may not.
        await ask(target, { method: "POST", body, agent, headers: { "content-type": "application/json" } }).catch(() => null);
        expect((await ask("/healthz", { agent })).status).toBe(200);
      }
    }
    agent.destroy();
  });
});
