import { createHmac, randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";

import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { BROWSER } from "~tests/simulator/demo/admin-client";
import { createTestDatabase } from "~tests/setup/server-database";

import { API_KEY, API_SECRET, openRunningApp, OTHER_SHOP, SHOP, until, type AppProcess, type RunningApp } from "./support/running-app";

/** Requests that are not what they say, over HTTP against the app as it runs in production, and an unwell Shopify. */

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let sql: pg.Pool;
let app: RunningApp;
let web: AppProcess;
let worker: AppProcess;
let ours: ReturnType<RunningApp["sendOrder"]>;
let theirs: ReturnType<RunningApp["sendOrder"]>;

beforeAll(async () => {
  database = await createTestDatabase();
  sql = new pg.Pool({ connectionString: database.url, max: 1 });
  sql.on("error", () => undefined);
  // Ids above 2^53: a program that reads them as numbers confuses one with another.
  app = await openRunningApp({ databaseUrl: database.url, shopify: { firstId: 9_100_000_000_000_000_001n } });
  web = await app.startWeb();
  worker = await app.startWorker();
  await app.install(SHOP);
  await app.install(OTHER_SHOP);
  ours = app.sendOrder(1);
  theirs = app.sendOrder(2, "fast", OTHER_SHOP);
  await until(async () => (await rows("select 1 from shipment")).length === 2, 30_000, () => worker.output());
}, 180_000);
afterAll(async () => {
  await app?.close();
  await sql?.end();
  await database?.drop();
});

const rows = async <Row extends object>(text: string, values: unknown[] = []) => (await sql.query<Row>(text, values)).rows;

/** Addresses of the admin as browsers ask for them: whole pages, and the data alone as Remix fetches it. */
const PAGES = readdirSync(new URL("../../app/routes", import.meta.url))
  .filter((file) => file.startsWith("app.") && file !== "app.tsx")
  .map((file) => {
    const route = file.replace(/\.tsx$/, "");
    return { route: `routes/${route}`, path: `/${route.replace(/\._index$/, "").replaceAll(".", "/").replaceAll("_/", "/").replaceAll("$id", "x")}` };
  });

interface Asked {
  bearer?: string;
  query?: Record<string, string>;
}

async function ask(path: string, { bearer, query = {} }: Asked): Promise<{ status: number; text: string; location: string }> {
  const url = new URL(path, app.url);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const answer = await fetch(url, { redirect: "manual", headers: { ...BROWSER, ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }) } });
  return { status: answer.status, text: await answer.text(), location: answer.headers.get("location") ?? "" };
}

/** Neither shop's data, and no page that was made for a shop. */
function expectNothing(what: string, { text }: { text: string }): void {
  for (const secret of [ours.name, ours.number, ours.email, theirs.number, theirs.email]) expect(text, what).not.toContain(`"${secret}"`);
  for (const secret of [ours.number, theirs.number, "Oakhill workshop"]) expect(text, what).not.toContain(secret);
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Signed as a token is, of any header and claims. */
function token(header: object, claims: object, secret = API_SECRET, hash = "sha256"): string {
  const content = `${part(header)}.${part(claims)}`;
  return `${content}.${createHmac(hash, secret).update(content).digest("base64url")}`;
}

function claims(change: object = {}): object {
  const now = Math.floor(app.clock.now() / 1_000);
  return { iss: `https://${SHOP}/admin`, dest: `https://${SHOP}`, aud: API_KEY, sub: "1", exp: now + 60, nbf: now, iat: now, jti: randomUUID(), sid: "s", ...change };
}

const HS256 = { alg: "HS256", typ: "JWT" };
const now = () => Math.floor(app.clock.now() / 1_000);

const BAD_TOKENS: [string, () => string][] = [
  ["another secret", () => app.shopify.sessionToken(SHOP, { secret: "guessed" })],
  ["claims changed after signing", () => {
    const [header, , signature] = app.shopify.sessionToken(OTHER_SHOP).split(".");
    return [header, part(claims()), signature].join(".");
  }],
  ["its signature cut off", () => `${app.shopify.sessionToken(SHOP).split(".").slice(0, 2).join(".")}.`],
  ["expired", () => token(HS256, claims({ exp: now() - 60, nbf: now() - 120, iat: now() - 120 }))],
  ["not valid yet", () => token(HS256, claims({ nbf: now() + 600, iat: now() + 600, exp: now() + 660 }))],
  ["another app's audience", () => app.shopify.sessionToken(SHOP, { overrides: { aud: "another-app" } })],
  ["alg: none", () => app.shopify.sessionToken(SHOP, { algorithm: "none" })],
  ["alg: none, signed all the same", () => token({ alg: "none", typ: "JWT" }, claims())],
  ["alg: NONE without a signature", () => `${part({ alg: "NONE" })}.${part(claims())}.`],
  ["HS512", () => token({ alg: "HS512", typ: "JWT" }, claims(), API_SECRET, "sha512")],
  ["the client id for a secret", () => token(HS256, claims(), API_KEY)],
  ["an empty secret", () => token(HS256, claims(), "")],
  ["no end", () => token(HS256, { ...claims(), exp: undefined })],
  ["another shop's issuer", () => token(HS256, claims({ iss: `https://${OTHER_SHOP}/admin` }))],
  ["no issuer", () => token(HS256, { ...claims(), iss: undefined })],
  ["no dest", () => token(HS256, { ...claims(), dest: undefined })],
  ["dest of somebody else's server", () => token(HS256, claims({ dest: "https://evil.example" }))],
  ["dest that only looks like Shopify", () => token(HS256, claims({ dest: `https://${SHOP}.evil.example` }))],
  ["dest of a shop that never installed the app", () => token(HS256, claims({ dest: "https://nobody.myshopify.com", iss: "https://nobody.myshopify.com/admin" }))],
  ["nothing", () => ""],
  ["no token at all", () => "abc"],
  ["two dots", () => ".."],
];

describe("a session token", () => {
  it("that is right opens every page: the walk below is no walk past closed doors", async () => {
    const good = await ask("/app/shipments", { bearer: app.shopify.sessionToken(SHOP), query: { shop: SHOP } });
    expect(good.status).toBe(200);
    expect(good.text).toContain(ours.number);
    expect(good.text).not.toContain(theirs.number);
    expect(PAGES.length).toBeGreaterThan(7);
  });

  it.each(BAD_TOKENS)("with %s opens nothing", async (_what, make) => {
    for (const { route, path } of PAGES) {
      for (const query of [{ shop: SHOP }, { shop: SHOP, _data: route }] as Record<string, string>[]) {
        const asked = `${path} ${JSON.stringify(query)}`;
        const byHeader = await ask(path, { bearer: make(), query });
        expect([200, 500], asked).not.toContain(byHeader.status);
        expectNothing(asked, byHeader);
        // As the admin hands it over when it opens the page.
        const byAddress = await ask(path, { query: { ...query, id_token: make(), embedded: "1", host: Buffer.from("admin.shopify.com/store/oakhill").toString("base64url") } });
        expect([500], asked).not.toContain(byAddress.status);
        expectNothing(asked, byAddress);
      }
    }
  });

  it("is not taken in a form, and a form without one changes nothing", async () => {
    const before = await rows("select settings from shop order by domain");
    for (const [, make] of BAD_TOKENS) {
      const answer = await fetch(`${app.url}/app/settings?index&shop=${SHOP}`, { method: "POST", redirect: "manual", headers: { ...BROWSER, authorization: `Bearer ${make()}` }, body: new URLSearchParams({ intent: "save" }) });
      expect([200, 500]).not.toContain(answer.status);
    }
    expect(await rows("select settings from shop order by domain")).toEqual(before);
  });

  it("lets its own shop frame the page, whatever shop the address names", async () => {
    const query = new URLSearchParams({ shop: SHOP, id_token: app.shopify.sessionToken(OTHER_SHOP), embedded: "1", host: Buffer.from("admin.shopify.com/store/fernside").toString("base64url") });
    const answer = await fetch(`${app.url}/app/shipments?${query.toString()}`, { redirect: "manual", headers: BROWSER });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-security-policy")).toContain(`frame-ancestors https://${OTHER_SHOP} `);
    expect(answer.headers.get("content-security-policy")).not.toContain(SHOP);
  });

  it("speaks for its own shop, whatever shop the address names", async () => {
    for (const query of [{ shop: SHOP }, { shop: SHOP, _data: "routes/app.shipments._index" }] as Record<string, string>[]) {
      const answer = await ask("/app/shipments", { bearer: app.shopify.sessionToken(OTHER_SHOP), query });
      expect(answer.text).not.toContain(ours.number);
      if (answer.status === 200) expect(answer.text).toContain(theirs.number);
    }
    const [{ id } = { id: "" }] = await rows<{ id: string }>("select s.id from shipment s where s.number = $1", [ours.number]);
    for (const path of [`/app/shipments/${id}`, `/app/shipments/${id}/raw`]) {
      expectNothing(path, { text: (await ask(path, { bearer: app.shopify.sessionToken(OTHER_SHOP), query: { shop: OTHER_SHOP } })).text.replaceAll(theirs.number, "") });
    }
  });
});

describe("a request of the storefront's proxy", () => {
  const proxied = (change: (query: URLSearchParams) => void, at: { timestamp?: number; shop?: string } = {}) => {
    const query = app.shopify.proxyQuery(new URLSearchParams(), { shop: at.shop ?? SHOP, pathPrefix: "/apps/track", timestamp: at.timestamp ?? now() });
    change(query);
    return query;
  };
  const lookUp = async (query: URLSearchParams, contact = ours.email, order = ours.name) => {
    const answer = await fetch(`${app.url}/proxy/track?${query.toString()}`, { method: "POST", headers: BROWSER, body: new URLSearchParams({ order, contact }) });
    return { status: answer.status, text: await answer.text() };
  };

  it("that Shopify signed is answered", async () => {
    const found = await lookUp(proxied(() => undefined));
    expect(found.status).toBe(200);
    expect(found.text).toContain(ours.number);
  });

  it.each<[string, () => URLSearchParams]>([
    ["without a signature", () => proxied((query) => query.delete("signature"))],
    ["with an empty signature", () => proxied((query) => query.set("signature", ""))],
    ["with a wrong signature", () => proxied((query) => query.set("signature", "0".repeat(64)))],
    ["signed for another shop", () => proxied((query) => query.set("shop", SHOP), { shop: OTHER_SHOP })],
    ["with the shop named twice", () => proxied((query) => query.append("shop", OTHER_SHOP))],
    ["with a parameter more than was signed", () => proxied((query) => query.set("t", "x"))],
    ["signed two minutes ago", () => proxied(() => undefined, { timestamp: now() - 120 })],
    ["signed two minutes ahead", () => proxied(() => undefined, { timestamp: now() + 120 })],
    ["without a time", () => proxied((query) => query.delete("timestamp"))],
  ])("%s is not", async (_what, make) => {
    const refused = await lookUp(make());
    expect([400, 401]).toContain(refused.status);
    expectNothing(_what, refused);
  });
});

/** A webhook as Shopify would sign it. @returns the status of the answer */
async function webhook(topic: string, body: string | Buffer, shop = SHOP, id: string = randomUUID()): Promise<number> {
  const answer = await fetch(`${app.url}/webhooks`, {
    method: "POST",
    body: typeof body === "string" ? body : new Uint8Array(body),
    headers: {
      "x-shopify-topic": topic, "x-shopify-shop-domain": shop, "x-shopify-api-version": "2026-10", "x-shopify-webhook-id": id,
      "x-shopify-hmac-sha256": createHmac("sha256", API_SECRET).update(body).digest("base64"),
    },
  }).catch(() => null);
  return answer?.status ?? 0;
}

describe("a signed webhook with an odd body", () => {
  const settled = async (id: string) => {
    let row: { status: string; error: string | null } | undefined;
    await until(async () => {
      [row] = await rows<{ status: string; error: string | null }>("select status, error from delivery where webhook_id = $1", [id]);
      return row !== undefined && row.status !== "pending";
    }, 20_000, () => `${JSON.stringify(row)} ${worker.output()}`);
    return row;
  };

  it.each([
    ["is not JSON", "orders/updated", "certainly not JSON", "ignored"],
    ["is a list", "orders/updated", "[1,2,3]", "ignored"],
    ["is null", "orders/updated", "null", "ignored"],
    ["has no id", "orders/updated", "{}", "ignored"],
    ["has an id of the wrong kind", "orders/updated", '{"id":{"$gt":0}}', "ignored"],
    ["names an order that is not there, above 2^53", "orders/updated", '{"id":9223372036854775807}', null],
    ["names an order beyond any number", "orders/updated", `{"id":${"9".repeat(400)}}`, null],
    ["is full of unicode", "orders/updated", JSON.stringify({ id: "\u0000\u202e東京🏔️\ud800" }), null],
    ["has unknown fields", "orders/updated", '{"id":1,"no_such_field":{"deep":[1,{"deeper":null}]}}', null],
    ["is nested a thousand deep", "orders/updated", `${"[".repeat(1_000)}${"]".repeat(1_000)}`, "ignored"],
    ["has __proto__ in it", "orders/updated", '{"__proto__":{"id":1},"constructor":{"prototype":{"id":1}}}', "ignored"],
    ["is of an unknown topic", "no/such_topic", '{"id":1}', "ignored"],
    ["is of a topic named like a method", "constructor", '{"id":1}', "ignored"],
    ["asks for the data of nobody", "customers/data_request", "{}", "ignored"],
    ["redacts nobody", "customers/redact", '{"customer":null}', "ignored"],
  ])("that %s is kept and dealt with", async (_what, topic, body, status) => {
    const id = randomUUID();
    expect(await webhook(topic, body, SHOP, id)).toBe(200);
    const row = await settled(id);
    if (status) expect(row).toMatchObject({ status });
    else expect(["done", "ignored"]).toContain(row?.status);
  });

  it("of an unknown shop is kept and left alone", async () => {
    const ids = [randomUUID(), randomUUID()];
    expect(await webhook("orders/updated", '{"id":1}', "nobody.myshopify.com", ids[0])).toBe(200);
    expect(await webhook("app/uninstalled", "{}", "nobody.myshopify.com", ids[1])).toBe(200);
    for (const id of ids) expect(await settled(id)).toMatchObject({ status: "ignored" });
  });

  it("that is empty is 400, and 10 MB are refused unread", async () => {
    expect(await webhook("orders/updated", "")).toBe(400);
    // The connection may be cut before the answer is read.
    expect([413, 0]).toContain(await webhook("orders/updated", Buffer.alloc(10 * 1024 * 1024, 97)));
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  });

  it("with ids above 2^53 led to the right orders", async () => {
    const kept = await rows<{ gid: string; name: string }>(`select o.gid, o.name from "order" o join shop on shop.id = o.shop_id where domain = $1`, [SHOP]);
    expect(kept.map((row) => row.gid)).toEqual([`gid://shopify/Order/${app.shopify.findOrder(SHOP, ours.name).id}`]);
    expect(BigInt(kept[0]?.gid.split("/").at(-1) ?? "0")).toBeGreaterThan(2n ** 53n);
  });
});

describe("a tracking number that somebody typed oddly", () => {
  const plain = "1Z84E1970300000306";
  it.each([
    ["with spaces", "1Z 84E 197 03 0000 0306", plain],
    ["in lower case, with spaces around it", "  1z84e1970300000306\t", plain],
    ["with look-alike letters", "1Z84\u04151970300000306", plain],
    ["with full-width digits", "１Ｚ８４Ｅ１９７０３０００００３０６", plain],
    ["with markup in it", '<img src=x onerror="alert(1)">', null],
    ["with nothing in it", " ", null],
    ["with 10,000 characters", "9".repeat(10_000), null],
  ])("%s is kept, shown and followed as far as that goes", async (what, number, key) => {
    const order = app.shopify.createOrder(SHOP, { lines: [{ title: what, priceMinor: 100, quantity: 1 }], customer: { firstName: "Ida", lastName: "Odd", email: "odd@example.com" } });
    app.shopify.fulfilOrder(SHOP, order.id, { tracking: { company: "UPS", number } });
    const fulfilled = () => rows<{ gid: string }>('select f.gid from fulfillment f join "order" o on o.id = f.order_id where o.name = $1', [order.name]);
    await until(async () => (await fulfilled()).length === 1, 20_000, () => worker.output());
    const found = await rows<{ number_key: string }>('select s.number_key from shipment s join "order" o on o.id = s.order_id where o.name = $1', [order.name]);
    if (key) expect(found).toEqual([{ number_key: key }]);
    else for (const { number_key } of found) expect(number_key.length).toBeLessThan(300);
    const list = await ask("/app/shipments", { bearer: app.shopify.sessionToken(SHOP), query: { shop: SHOP } });
    expect(list.status).toBe(200);
    expect(list.text).not.toContain("<img src=x");
  });
});

describe("a Shopify that is not well", () => {
  it.each(["throttle", "500", "graphql-error", "revoked"] as const)("(%s) delays an order and loses none", async (kind) => {
    app.shopify.failNext(kind, { shop: SHOP, count: 2 });
    const { number } = app.sendOrder({ throttle: 11, "500": 12, "graphql-error": 13, revoked: 14 }[kind]);
    await until(async () => {
      if ((await rows("select 1 from shipment where number = $1", [number])).length === 1) return true;
      // The next try is a due instant: time passes.
      app.clock.advance(20_000);
      return false;
    }, 40_000, () => `${kind}: the order did not come. ${worker.output()}`);
    expect(worker.running() && web.running()).toBe(true);
  });
});
