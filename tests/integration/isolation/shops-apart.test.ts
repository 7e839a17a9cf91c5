import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Database } from "~/db/database.server";
import { handlers } from "~/worker/handlers";
import { carrierAdapters, findAdapter } from "~/integrations/carriers/registry";
import { makeShop, type Fixture } from "~tests/integration/notifications/shop-fixture";
import { openTestDatabase } from "~tests/setup/test-database";
import { testContext } from "~tests/setup/test-context";

/** Every admin route, with its loader and action: a new page is walked without being named here. */
const routes = import.meta.glob<{
  loader?: (args: LoaderFunctionArgs) => Promise<unknown>;
  action?: (args: ActionFunctionArgs) => Promise<unknown>;
}>(["/app/routes/app*.tsx", "!**/*.test.*"]);

const NOW = Date.UTC(2026, 10, 10, 12);
let db: Database;
let ours: Fixture;
let theirs: Fixture;
let context: ReturnType<typeof testContext>;

beforeAll(async () => {
  db = await openTestDatabase();
  context = testContext(db, { now: NOW }, { carriers: { all: carrierAdapters, find: findAdapter, baseUrls: {} } });
  ours = await makeShop(db, NOW, { secrets: context.secrets });
  theirs = await makeShop(db, NOW, { secrets: context.secrets });
  await db.prisma.shipment.update({ where: { id: theirs.shipmentId }, data: { number: "THEIRNUMBER1", numberKey: "THEIRNUMBER1" } });
  await db.prisma.order.update({ where: { id: theirs.orderId }, data: { name: "#THEIRS-9", nameKey: "THEIRS9" } });
  await db.prisma.shipmentException.create({
    data: { id: "their-exception", shopId: theirs.shopId, shipmentId: theirs.shipmentId, rule: "stuck-in-transit", ruleVersion: 1, key: "k", severity: "warning", openedAt: new Date(NOW) },
  });
  await db.prisma.carrierConnection.create({
    data: { shopId: theirs.shopId, provider: "ups", credentials: context.secrets.encrypt("{}", "connection.credentials"), webhookToken: "their-webhook-token-1", createdAt: new Date(NOW) },
  });
  await db.sql(
    "insert into delivery (id, source, shop_domain, topic, webhook_id, received_at, body, status) values (77, 'shopify', $1, 'ORDERS_UPDATED', 'w', now(), 'x', 'dead')",
    [`${theirs.shopId}.myshopify.com`],
  );
});
afterAll(() => db.close());

/** All of their rows, as they stand: nothing that we do may change them. */
async function theirRows(): Promise<string> {
  const where = { shopId: theirs.shopId };
  const rows = await Promise.all([
    db.prisma.shop.findMany({ where: { id: theirs.shopId } }),
    db.prisma.shipment.findMany({ where }),
    db.prisma.trackingEvent.findMany({ where }),
    db.prisma.shipmentException.findMany({ where }),
    db.prisma.carrierConnection.findMany({ where }),
    db.prisma.notification.findMany({ where }),
    db.prisma.delivery.findMany({ where: { shopDomain: `${theirs.shopId}.myshopify.com` } }),
  ]);
  return JSON.stringify(rows, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value));
}

function asUs(request: Request, params: Record<string, string>) {
  const session = { shop: `${ours.shopId}.myshopify.com` };
  const dependencies = {
    config: { mail: { smtpUrl: null, from: "a@b.example" }, shopify: { apiKey: "key", appUrl: "https://milepost.example", appBridgeUrl: null, scopes: null } },
    db, queue: context.queue, useCases: context, health: async () => ({ ok: true }),
    shopify: { authenticate: { admin: async () => ({ session, admin: {} }) } },
  };
  return { request, params, context: { dependencies } } as unknown as LoaderFunctionArgs & ActionFunctionArgs;
}

/** Everything a caller would see, an error's words too. */
async function seen(work: () => Promise<unknown>): Promise<string> {
  try {
    const answer = await work();
    return answer instanceof Response ? await answer.clone().text() : JSON.stringify(answer);
  } catch (error) {
    return error instanceof Response ? await error.clone().text() : error instanceof Error ? error.message : String(error);
  }
}

const SECRETS_OF_THEIRS = () => ["THEIRNUMBER1", "#THEIRS-9", "their-webhook-token-1", theirs.orderId, theirs.shopId];

describe("one shop never sees or changes another's", () => {
  it("walks every admin page with the other shop's ids", async () => {
    expect(Object.keys(routes).length).toBeGreaterThan(5);
    for (const [file, load] of Object.entries(routes)) {
      const { loader } = await load();
      if (!loader) continue;
      for (const query of ["", `?query=THEIRNUMBER1&search=THEIRS-9&id=${theirs.shipmentId}&shipment=${theirs.shipmentId}&view=all&state=all`]) {
        const text = await seen(() => loader(asUs(new Request(`https://milepost.example/app${query}`), { id: theirs.shipmentId })));
        for (const secret of SECRETS_OF_THEIRS()) expect(text, `${file}${query}`).not.toContain(secret);
      }
    }
  });

  it("walks every action with the other shop's ids", async () => {
    const before = await theirRows();
    const intents = [
      "refresh", "stop", "resume", "resolve", "correct-carrier", "add-event", "disconnect", "test", "retry", "retry-delivery", "up", "down", "connect",
      "dismiss-guide", "sync", "save", "limits", "route", "remove-route", "",
    ];
    for (const [file, load] of Object.entries(routes)) {
      const { action } = await load();
      if (!action) continue;
      for (const intent of intents) {
        const body = new URLSearchParams({
          intent, provider: "ups", delivery: "77", exception: "their-exception", exceptions: "their-exception", ids: theirs.shipmentId, id: theirs.shipmentId,
          shipmentIds: theirs.shipmentId, shipment: theirs.shipmentId, shopId: theirs.shopId, carrier: "fedex", status: "DELIVERED", detail: "", date: "2026-11-09", time: "10:00", note: "x", city: "", country: "",
        });
        const text = await seen(() => action(asUs(new Request("https://milepost.example/app", { method: "POST", body }), { id: theirs.shipmentId })));
        for (const secret of SECRETS_OF_THEIRS()) expect(text, `${file} ${intent}`).not.toContain(secret);
      }
    }
    expect(await theirRows()).toBe(before);
  });

  it("walks the jobs: a job of ours with their ids in it does not touch them", async () => {
    const before = await theirRows();
    await handlers["sync-order"](context, { shopId: ours.shopId, orderGid: `gid://shopify/Order/${theirs.orderId}` }).catch(() => undefined);
    await handlers["reconcile-shop"](context, { shopId: ours.shopId }).catch(() => undefined);
    await handlers["backfill-shop"](context, { shopId: ours.shopId }).catch(() => undefined);
    await handlers["poll-shipments"](context, { id: "round", shopId: ours.shopId, shipmentIds: [theirs.shipmentId] });
    await handlers["review-registrations"](context, { shopId: ours.shopId, provider: "ups", numberKeys: ["THEIRNUMBER1"] });
    await db.prisma.shop.update({ where: { id: ours.shopId }, data: { status: "uninstalled", uninstalledAt: new Date(NOW) } });
    await handlers["redact-shop"](context, { shopId: ours.shopId });
    expect(await db.prisma.shop.count({ where: { id: ours.shopId } })).toBe(0);
    expect(await theirRows()).toBe(before);
  });
});
