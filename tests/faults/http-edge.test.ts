import { createHmac, randomUUID } from "node:crypto";
import { request as send } from "node:http";

import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createTestDatabase } from "~tests/setup/server-database";
import { BROWSER } from "~tests/simulator/demo/admin-client";

import { API_SECRET, openRunningApp, SHOP, until, type AppProcess, type RunningApp } from "./support/running-app";

/** The HTTP side of the app as it runs in production, started without NODE_ENV, as `npm start` does. */

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let sql: pg.Pool;
let app: RunningApp;
let web: AppProcess;
let worker: AppProcess;
let shipmentId = "";

beforeAll(async () => {
  database = await createTestDatabase();
  sql = new pg.Pool({ connectionString: database.url, max: 1 });
  app = await openRunningApp({ databaseUrl: database.url, env: { NODE_ENV: "" } });
  web = await app.startWeb();
  worker = await app.startWorker();
  await app.install(SHOP);
  app.sendOrder(1);
  await until(async () => {
    shipmentId = (await sql.query<{ id: string }>("select id from shipment")).rows[0]?.id ?? "";
    return shipmentId !== "";
  }, 30_000, () => worker.output());
}, 240_000);
afterAll(async () => {
  await app?.close();
  await sql?.end();
  await database?.drop();
});

interface Answer {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  text: string;
}

/** A request whose target is sent as it is written. */
function ask(target: string, options: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {}): Promise<Answer> {
  const { hostname, port } = new URL(app.url);
  return new Promise((resolve, reject) => {
    const request = send({ hostname, port, path: target, method: options.method ?? "GET", headers: { ...BROWSER, ...options.headers } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(parts).toString("utf8") }));
    });
    request.on("error", reject);
    request.end(options.body);
  });
}

const signedIn = () => ({ authorization: `Bearer ${app.shopify.sessionToken(SHOP)}` });
const NO_TRACE = /\bat .*:\d+:\d+|node_modules|Error:/;

describe("an address or header that cannot be read", () => {
  it.each<[target: string, headers?: Record<string, string>]>([
    ["/%ff"], ["/app/shipments/%00"], ["/app/shipments?carrier=%00"], ["/app/shipments/%00?_data=routes/app.shipments.$id"], ["/app/shipments/%E0%A4%A"], ["/proxy/track?order=%00"],
    ["/api/v1/shipments/%00"], ["/api/v1/shipments/%ff"], ["/assets/%ff.js"], ["/auth/%00"], ["http://other.example/app"],
  ])("is refused for %s", async (target) => {
    const answer = await ask(target, { headers: signedIn() });
    expect(answer.status).toBe(400);
    expect(answer.text).not.toMatch(NO_TRACE);
  });

  it.each(["[::1", "%", "evil.example", "a b", "evil.example:1:2"])("as X-Forwarded-Host or Host %j changes nothing", async (host) => {
    for (const name of ["x-forwarded-host", "host"]) {
      const answer = await ask(`/app/shipments?shop=${SHOP}`, { headers: { ...signedIn(), [name]: host } });
      expect([name, answer.status]).toEqual([name, 200]);
      expect(answer.text).not.toContain("evil.example");
      const bounced = await ask(`/app?shop=${SHOP}&host=${Buffer.from("admin.shopify.com/store/oakhill").toString("base64url")}&embedded=1`, { headers: { [name]: host } });
      expect(bounced.status).toBe(302);
      expect(`${JSON.stringify(bounced.headers)}${bounced.text}`).not.toContain("evil.example");
    }
  });

  it("as a provider's address is 404", async () => {
    for (const path of ["/hooks/%E0%A4%A/aaaaaaaaaaaaaaaa", "/hooks/%00/aaaaaaaaaaaaaaaa", `/hooks/ups/${"%00".repeat(8)}`, "/hooks/ups/%ff%ff%ff%ff%ff%ff"]) {
      expect([path, (await ask(path, { method: "POST", body: "{}" })).status]).toEqual([path, 404]);
    }
  });
});

describe("answers of the admin", () => {
  const VALUES = { "cache-control": "no-store", "referrer-policy": "strict-origin", "x-content-type-options": "nosniff" };

  it("that show customers are kept nowhere, and their addresses are not passed on", async () => {
    const query = `shop=${SHOP}`;
    const targets = [
      `/app?${query}`, `/app/shipments?${query}`, `/app/shipments/${shipmentId}?${query}`, `/app/shipments/${shipmentId}?${query}&_data=routes/app.shipments.$id`,
      `/app/shipments/${shipmentId}/raw?${query}`, `/app/settings?${query}&_data=routes/app.settings._index`, "/app/no-such-page", "/no/such/address", "/",
    ];
    for (const target of targets) {
      const { status, headers } = await ask(target, { headers: signedIn() });
      // The raw scan is one that the shipment has not.
      expect([target, status]).toEqual([target, target.includes("/no") || target.includes("/raw") ? 404 : 200]);
      expect({ target, ...headers }).toMatchObject({ target, ...VALUES });
    }
    expect((await ask(`/app/shipments/${shipmentId}?${query}`, { headers: signedIn() })).text).toContain("shopper-1@example.com");
  });

  it("with session tokens in their address are not kept either: bounce pages and redirects", async () => {
    const launch = new URL(app.shopify.launchUrl(SHOP, "/app"));
    for (const target of [`${launch.pathname}${launch.search}`, `/auth/session-token?shop=${SHOP}`, `/app?shop=${SHOP}`]) {
      expect({ target, ...(await ask(target)).headers }).toMatchObject({ target, ...VALUES });
    }
  });

  it("leave static files cacheable", async () => {
    const page = await ask(`/app?shop=${SHOP}`, { headers: signedIn() });
    const asset = /\/assets\/[\w.-]+\.js/.exec(page.text)?.[0] ?? "";
    expect((await ask(asset)).headers).toMatchObject({ "cache-control": "public, max-age=31536000, immutable", "x-content-type-options": "nosniff" });
  });
});

describe("the log", () => {
  it("has one line of JSON for each entry, and none for unknown addresses", async () => {
    const before = web.output().length;
    for (const target of ["/wp-login.php", "/app/none", "/.env", "/api/v9", "/%ff", "/app?_data=nonsense", "/app/shipments?_data=routes/app.carriers"]) await ask(target, { headers: signedIn() });
    await ask("/app", { method: "TRACE" });
    expect(web.output().slice(before)).toBe("");
    const lines = web.output().split("\n").filter(Boolean);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(() => JSON.parse(line) as unknown, line).not.toThrow();
  });
});

describe("webhooks with an instant that PostgreSQL does not read", () => {
  it("are kept, and those that come with them", async () => {
    const post = (triggeredAt: string) => {
      const body = '{"id":1}';
      return ask("/webhooks", {
        method: "POST", body,
        headers: {
          "x-shopify-topic": "no/such_topic", "x-shopify-shop-domain": SHOP, "x-shopify-api-version": "2026-10", "x-shopify-webhook-id": randomUUID(),
          "x-shopify-triggered-at": triggeredAt, "x-shopify-hmac-sha256": createHmac("sha256", API_SECRET).update(body).digest("base64"),
        },
      });
    };
    const instants = Array.from({ length: 60 }, (_, index) => ["+275760-09-13T00:00:00.000Z", "-271821-04-20T00:00:00.000Z", "2026-11-24T08:00:00Z"][index % 3] ?? "");
    expect((await Promise.all(instants.map(post))).map((answer) => answer.status)).toEqual(instants.map(() => 200));
  });
});

describe("an uploaded file", () => {
  it.each([["a;b.csv"], ["a=b.csv"], ['a"b".csv'], ["März 東京 🚚.csv"]])("named %j is taken in", async (name) => {
    const form = new FormData();
    form.set("file", new File(["number,carrier\n1Z999AA10123456784,UPS\n"], name, { type: "text/csv" }));
    const encoded = new Request("http://x/", { method: "POST", body: form });
    const body = Buffer.from(await encoded.arrayBuffer());
    const answer = await ask(`/app/shipments/import?index&shop=${SHOP}&_data=routes/app.shipments.import._index`, {
      method: "POST", body, headers: { ...signedIn(), "content-type": encoded.headers.get("content-type") ?? "" },
    });
    expect([answer.status, (JSON.parse(answer.text) as { ok: boolean }).ok]).toEqual([200, true]);
    const { rows } = await sql.query<{ file_name: string }>("select file_name from file_import order by created_at desc limit 1");
    expect(rows[0]?.file_name).toBe(name);
  });
});
