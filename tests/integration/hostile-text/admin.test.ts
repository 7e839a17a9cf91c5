import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createHttpClients } from "~/integrations/http/http-client.server";
import { createTokenCache } from "~/integrations/http/token-cache";
import { carrierAdapters, findAdapter } from "~/integrations/carriers/registry";
import { uploadFile } from "~/use-cases/imports/upload-file";
import { makeShop, type Fixture } from "~tests/integration/notifications/shop-fixture";
import { testContext } from "~tests/setup/test-context";
import { openTestDatabase } from "~tests/setup/test-database";

import { hostileText, RUNS, statusOf } from "./hostile-values";

interface Route {
  loader?: (args: LoaderFunctionArgs) => Promise<unknown>;
  action?: (args: ActionFunctionArgs) => Promise<unknown>;
}
/** Every admin route and its source: a new page, field or intent is tried without being named here. */
const routes = import.meta.glob<Route>(["/app/routes/app*.tsx", "!**/*.test.*"]);
const sources = import.meta.glob<string>(["/app/routes/app*.tsx", "/app/components/*.tsx", "/app/use-cases/*.ts", "/app/presenters/admin/*.ts", "!**/*.test.*"], { query: "?raw", import: "default", eager: true });

const NOW = Date.UTC(2026, 10, 10, 12);
const all = Object.values(sources).join("\n");
const found = (pattern: RegExp, source = all) => [...new Set([...source.matchAll(pattern)].map((match) => match[1] ?? ""))];
/** What a route's own source compares an intent with. */
const intentsOf = (file: string) => [...found(/(?:case|[!=]==) "([a-z][a-z-]*)"/g, sources[file]), ""];
const FIELDS = [...found(/(?:text|all|get|set|getAll)\("([\w-]+)"\)?/g), ...found(/(?:form|fields)\.(\w+)/g), ...carrierAdapters.flatMap((adapter) => adapter.credentials.map((field) => field.key)), "choice:ups", "date", "time", "city", "country", "note", "code"];

let context: ReturnType<typeof testContext>;
let shop: Fixture;
let fileId: string;

beforeAll(async () => {
  context = testContext(await openTestDatabase(), { now: NOW }, {
    carriers: { all: carrierAdapters, find: findAdapter, baseUrls: {} },
    mailer: { send: () => Promise.reject(new Error("no mail")), check: async () => ({ ok: false, message: "none" }), close: () => undefined },
    // A request that fetch would refuse to make is refused here too.
    http: createHttpClients({ now: () => NOW, retry: { attempts: 1 }, fetch: async (url, init) => new Response("{}", { status: new Request(url, init).method === "GET" ? 200 : 401 }) }),
    tokens: createTokenCache(() => NOW),
  });
  shop = await makeShop(context.db, NOW, { secrets: context.secrets });
  const file = await uploadFile(context, { shopId: shop.shopId, timeZone: "UTC", fileName: "a.csv", bytes: new Uint8Array(Buffer.from("number,note\n1Z999AA10123456784,x\n")) });
  fileId = file.ok ? file.id : "";
});
afterAll(() => context.db.close());

function args(url: string, params: Record<string, string>, init: RequestInit = {}) {
  const dependencies = {
    config: { mail: { smtpUrl: null, from: "a@b.example" }, shopify: { apiKey: "key", appUrl: "https://milepost.example", appBridgeUrl: null, scopes: null } },
    db: context.db, queue: context.queue, useCases: context, health: async () => ({ ok: true }),
    shopify: { authenticate: { admin: async () => ({ session: { shop: `${shop.shopId}.myshopify.com` }, sessionToken: { sub: "1" }, admin: {} }) } },
  };
  return { request: new Request(`https://milepost.example${url}`, init), params, context: { dependencies } } as unknown as LoaderFunctionArgs & ActionFunctionArgs;
}

/** Most of the known fields, each with a text of its own, and one field that no form has. */
const anyForm = fc.tuple(fc.record(Object.fromEntries(FIELDS.map((name) => [name, hostileText])), { requiredKeys: [] }), hostileText, hostileText).map(([fields, name, value]) => ({ ...fields, [name]: value }));
const ids = () => fc.oneof(fc.constantFrom(shop.shipmentId, fileId), hostileText);
const query = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...FIELDS, "q", "after", "before", "carrier", "from", "to", "page", "key"), hostileText), hostileText), { maxLength: 5 });
/** Percent-encoded by hand in part: what a browser would never send. */
const address = (pairs: readonly (readonly [string, string])[]) => `/app?${pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join("&")}`;
const encode = (text: string) => (text.startsWith("%") ? text : encodeURIComponent(text.toWellFormed()));

describe.each(Object.keys(routes))("%s", (file) => {
  it("answers any address, and never with a failure of its own", async () => {
    const { loader } = (await routes[file]?.()) ?? {};
    if (!loader) return;
    await fc.assert(
      fc.asyncProperty(ids(), query, async (id, pairs) => {
        expect(await statusOf(() => loader(args(address(pairs), { id, number: id })))).toBeLessThan(500);
      }),
      { numRuns: Math.ceil(RUNS / 2) },
    );
  });

  it("takes or refuses any form, and never fails", async () => {
    const { action } = (await routes[file]?.()) ?? {};
    if (!action) return;
    const body = fc.tuple(fc.constantFrom(...intentsOf(file)), fc.constantFrom(...carrierAdapters.map((each) => each.code)), anyForm);
    const known = fc.constantFrom<Record<string, string>>(
      { kind: "set", provider: "ups", status: "DELIVERED" }, { kind: "revert", provider: "ups" }, { kind: "events" }, { status: "DELIVERED", date: "2026-11-09", time: "10:00" }, { provider: "ups" }, {},
    );
    await fc.assert(
      fc.asyncProperty(ids(), known, body, async (id, fixed, [intent, provider, fields]) => {
        const form = new FormData();
        for (const [name, value] of Object.entries({ intent, provider, ...fields, ...fixed, id })) form.append(name, value);
        expect(await statusOf(() => action(args("/app", { id }, { method: "POST", body: form })))).toBeLessThan(500);
      }),
      { numRuns: RUNS * 2 },
    );
    for (const init of [{ method: "POST", body: "x", headers: { "content-type": "text/plain" } }, { method: "POST", body: "--x", headers: { "content-type": "multipart/form-data; boundary=x" } }, { method: "POST" }]) {
      expect(await statusOf(() => action(args("/app", { id: shop.shipmentId }, init)))).toBeLessThan(500);
    }
  });
});

describe("numbers and instants beyond what a column holds", () => {
  it.each(["after=999999999999999_x", "before=999999999999999_x", "from=9999-12-31", "to=9999-12-31", "from=0001-01-01", "from=0000-01-01&to=0000-01-01", "carrier=%00", "q=%00"])("the shipments list with %s", async (search) => {
    const { loader } = (await routes["/app/routes/app.shipments._index.tsx"]?.()) ?? {};
    expect(await statusOf(() => loader?.(args(`/app/shipments?${search}`, {})))).toBeLessThan(500);
  });

  it.each(["2147483648", "9007199254740991", "-2147483649", "1.5", "1e3", "NaN", ""])("going back to version %s of the mapping", async (version) => {
    const { action } = (await routes["/app/routes/app.settings.mappings.tsx"]?.()) ?? {};
    const body = new URLSearchParams({ intent: "use", kind: "revert", version, base: version });
    expect(await statusOf(() => action?.(args("/app", {}, { method: "POST", body })))).toBeLessThan(500);
  });

  it("an event added by hand at the ends of time", async () => {
    const { action } = (await routes["/app/routes/app.shipments.$id.tsx"]?.()) ?? {};
    for (const date of ["9999-12-31", "0001-01-01", "0000-01-01", "+275760-09-13", "275760-09-13"]) {
      const body = new URLSearchParams({ intent: "add-event", status: "DELIVERED", date, time: "23:59" });
      expect(await statusOf(() => action?.(args("/app", { id: shop.shipmentId }, { method: "POST", body })))).toBeLessThan(500);
    }
  });
});
