import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { Database } from "~/db/database.server";
import { createApiKey } from "~/use-cases/api/keys";
import { createProxyWorld, SHOP, tokenIn, type ProxyWorld } from "~tests/integration/storefront/proxy-world";
import { makeShop, type Fixture } from "~tests/integration/notifications/shop-fixture";
import { testContext } from "~tests/setup/test-context";
import { openTestDatabase } from "~tests/setup/test-database";

import { hostileText, RUNS, statusOf } from "./hostile-values";

interface Route {
  loader?: (args: LoaderFunctionArgs) => unknown;
  action?: (args: ActionFunctionArgs) => unknown;
}
/** Every route of the API: a new one is tried without being named here. */
const routes = import.meta.glob<Route>("/app/routes/api.*.ts");
const NOW = Date.UTC(2026, 10, 10, 12);
const NUMBER = "1Z999AA10123456784";

let db: Database;
let context: ReturnType<typeof testContext>;
let shop: Fixture;
let key: string;

beforeAll(async () => {
  db = await openTestDatabase();
  context = testContext(db, { now: NOW });
  shop = await makeShop(db, NOW - 86_400_000, { secrets: context.secrets });
  const made = await createApiKey(context, { shopId: shop.shopId, name: "Warehouse" });
  if (!made.ok) throw new Error("no key");
  key = made.key;
});
afterAll(() => db.close());

/** A request with the key; limits are those of a process that has just begun. */
function call(handler: (args: LoaderFunctionArgs & ActionFunctionArgs) => unknown, init: RequestInit, number = "") {
  const request = new Request("https://milepost.example/api/v1/x", { ...init, headers: { authorization: `Bearer ${key}`, "content-type": "application/json", ...init.headers } });
  return handler({ request, params: { number }, context: { dependencies: { useCases: context } } } as unknown as LoaderFunctionArgs & ActionFunctionArgs);
}

const value = fc.oneof({ arbitrary: hostileText, weight: 4 }, { arbitrary: fc.jsonValue(), weight: 1 });
const item = fc.record(
  {
    number: fc.oneof({ arbitrary: fc.constant(NUMBER), weight: 4 }, { arbitrary: value, weight: 1 }),
    occurred_at: fc.oneof({ arbitrary: fc.constant("2026-11-09T10:00:00Z"), weight: 4 }, { arbitrary: value, weight: 1 }),
    status: fc.oneof(fc.constant("IN_TRANSIT"), value), id: value, code: value, description: value, detail: value, time_zone: value, carrier: value, service: value, order: value, shipped_at: value,
    location: fc.oneof(value, fc.record({ city: value, region: value, postal_code: value, country: value, text: value }, { requiredKeys: [] })),
  },
  { requiredKeys: [] },
);
/** JSON with single surrogates written as escapes, as a client in any language may send it. */
const bodies = fc.oneof(
  fc.tuple(fc.constantFrom("events", "shipments"), fc.array(item, { minLength: 1, maxLength: 4 })).map(([name, items]) => JSON.stringify({ [name]: items })),
  hostileText,
);

describe.each(Object.keys(routes))("%s", (file) => {
  it("never answers 5xx, whatever is sent", async () => {
    const { loader, action } = (await routes[file]?.()) ?? {};
    await fc.assert(
      fc.asyncProperty(bodies, hostileText, async (body, number) => {
        for (const [handler, init] of [[loader, {}], [action, { method: "POST", body: body.toWellFormed() }]] as const) {
          if (handler) expect(await statusOf(() => call(handler as (args: unknown) => unknown, init, number))).toBeLessThan(500);
        }
      }),
      { numRuns: RUNS * 2 },
    );
  });
});

describe("an item of the API with a character that cannot be stored", () => {
  const post = async (events: object[]) => {
    const { action } = (await routes["/app/routes/api.v1.tracking-events.ts"]?.()) ?? {};
    const answer = (await call(action as (args: unknown) => unknown, { method: "POST", body: JSON.stringify({ events }) })) as Response;
    return { status: answer.status, body: (await answer.json()) as { summary: Record<string, number>; results: { status: string }[] } };
  };
  const scan = (more: object) => ({ number: NUMBER, status: "IN_TRANSIT", occurred_at: "2026-11-09T10:02:00Z", ...more });

  it.each(["id", "code", "description", "status"])("in its %s holds up no other, and is the same item when it is sent again", async (field) => {
    for (const text of [`n-${field}\u0000`, `s-${field}\ud800`]) {
      const events = [scan({ id: `good ${text.length} ${field}`, occurred_at: "2026-11-09T09:00:00Z" }), scan({ id: `bad ${text.slice(0, 1)} ${field}`, [field]: text })];
      expect(await post(events)).toMatchObject({ status: 200, body: { results: [{}, { status: "created" }] } });
      expect(await post(events)).toMatchObject({ status: 200, body: { summary: { created: 0, unchanged: 2 } } });
    }
    const { rows } = await db.sql("select coalesce(source_event_id, '') || coalesce(code, '') || coalesce(text, '') as said from tracking_event where shop_id = $1", [shop.shopId]);
    expect(rows.some((row) => String(row.said).includes("\uFFFD"))).toBe(true);
  });
});

describe("the storefront", () => {
  let world: ProxyWorld;
  let token: string;

  beforeAll(async () => {
    world = createProxyWorld(db);
    const shopId = await world.addShop(SHOP);
    const { orderId } = await world.addOrder(shopId, { name: "#2001", email: "anna@example.com", shipments: [{ number: "1Z999AA10123456785", status: "DELIVERED" }] });
    token = tokenIn(await (await world.post("", { order: "#2001", contact: "anna@example.com" })).text());
    expect(orderId).not.toBe("");
  });
  beforeEach(() => world.fresh());

  const known = () => fc.oneof(fc.constantFrom(token, "#2001", "anna@example.com", "5", "page", "fragment"), hostileText);
  const form = () =>
    fc.record({ order: known(), contact: known(), t: known(), locale: known(), format: known(), items: known(), feedback: known(), shipment: known(), rating: known(), reason: known(), comment: known() }, { requiredKeys: [] });

  it.each(["", "/feedback"])("answers the form at %j, and never with 5xx", async (path) => {
    await fc.assert(
      fc.asyncProperty(form(), async (fields) => {
        world.fresh();
        const typed = Object.fromEntries(Object.entries({ t: token, ...fields }).map(([name, text]) => [name, text.toWellFormed()]));
        expect((await world.post(path, typed)).status).toBeLessThan(500);
        expect((await world.get(`${path}?${new URLSearchParams(typed).toString()}`)).status).toBeLessThan(500);
      }),
      { numRuns: Math.ceil(RUNS / 2) },
    );
  }, 120_000);
});
