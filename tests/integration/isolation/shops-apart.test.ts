import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Database } from "~/db/database.server";
import { handlers } from "~/worker/handlers";
import { carrierAdapters, findAdapter } from "~/integrations/carriers/registry";
import { action as postEvents } from "~/routes/api.v1.tracking-events";
import { action as postShipments } from "~/routes/api.v1.shipments";
import { loader as getShipment } from "~/routes/api.v1.shipments_.$number";
import { createApiKey } from "~/use-cases/api/keys";
import { uploadFile } from "~/use-cases/imports/upload-file";
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
let theirFile: string;
let theirKeyId: string;

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
  const bytes = new Uint8Array(Buffer.from("number,note\nTHEIRNUMBER1,their-note\n"));
  const file = await uploadFile(context, { shopId: theirs.shopId, timeZone: "UTC", fileName: "their-file.csv", bytes });
  theirFile = file.ok ? file.id : "";
  await createApiKey(context, { shopId: theirs.shopId, name: "their-key-name" });
  theirKeyId = (await db.prisma.apiKey.findFirstOrThrow({ where: { shopId: theirs.shopId } })).id;
  await db.sql(
    "insert into unmapped_code (id, shop_id, provider, code, text, count, first_seen_at, last_seen_at, shipment_id, samples) values ('their-code', $1, 'ups', 'THEIRCODE', 'THEIRNUMBER1', 1, now(), now(), $2, array[$2])",
    [theirs.shopId, theirs.shipmentId],
  );
  await db.prisma.trackingEvent.create({
    data: { shopId: theirs.shopId, shipmentId: theirs.shipmentId, key: "their-scan", source: "carrier", provider: "ups", at: new Date(NOW), certainty: "exact", status: "UNKNOWN", code: "THEIRCODE", text: "THEIRNUMBER1", receivedAt: new Date(NOW) },
  });
  await db.prisma.mappingVersion.create({
    data: {
      shopId: theirs.shopId, number: 4, changes: [], note: "#THEIRS-9", createdBy: "staff", createdAt: new Date(NOW), replay: "running", replayTotal: 1, nextDueAt: new Date(NOW),
      entries: [{ provider: "ups", code: "THEIRCODE", text: "THEIRNUMBER1", status: "DELIVERED", detail: null, from: null, until: null, version: 4 }],
    },
  });
  await db.prisma.mappingReplay.create({ data: { shopId: theirs.shopId, shipmentId: theirs.shipmentId, version: 4 } });
  await db.prisma.customCarrier.create({ data: { shopId: theirs.shopId, code: "own_theirs", name: "THEIR COURIER", trackingUrlTemplate: "https://theirs.example.com/{number}", createdAt: new Date(NOW), updatedAt: new Date(NOW) } });
  await db.prisma.carrierName.create({ data: { shopId: theirs.shopId, typed: "THEIR NAME", nameKey: "theirname", carrier: "own_theirs", createdAt: new Date(NOW) } });
  await db.prisma.shipmentNumber.create({ data: { shopId: theirs.shopId, shipmentId: theirs.shipmentId, number: "THEIRLASTMILE1", numberKey: "THEIRLASTMILE1", carrier: "usps", source: "carrier", provider: "ups", since: new Date(NOW) } });
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
    db.prisma.writeBack.findMany({ where }),
    db.prisma.unmappedCode.findMany({ where }),
    db.prisma.mappingVersion.findMany({ where }),
    db.prisma.mappingReplay.findMany({ where }),
    db.prisma.fileImport.findMany({ where }),
    db.prisma.apiKey.findMany({ where }),
    db.prisma.customCarrier.findMany({ where }),
    db.prisma.carrierName.findMany({ where }),
    db.prisma.shipmentNumber.findMany({ where }),
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

const SECRETS_OF_THEIRS = () => [
  "THEIRNUMBER1", "THEIRLASTMILE1", "THEIR COURIER", "THEIR NAME", "#THEIRS-9", "their-webhook-token-1", "their-file", "their-note", "their-key-name",
  theirs.orderId, theirs.shopId,
];

describe("one shop never sees or changes another's", () => {
  it("walks every admin page with the other shop's ids", async () => {
    expect(Object.keys(routes).length).toBeGreaterThan(5);
    for (const [file, load] of Object.entries(routes)) {
      const { loader } = await load();
      if (!loader) continue;
      for (const query of ["", `?query=THEIRNUMBER1&search=THEIRS-9&id=${theirs.shipmentId}&shipment=${theirs.shipmentId}&scan=their-scan&unmapped=their-code&q=THEIRCODE&view=all&state=all`]) {
        for (const id of [theirs.shipmentId, theirFile]) {
          const text = await seen(() => loader(asUs(new Request(`https://milepost.example/app${query}`), { id })));
          for (const secret of SECRETS_OF_THEIRS()) expect(text, `${file}${query}`).not.toContain(secret);
        }
      }
    }
  });

  it("walks every action with the other shop's ids", async () => {
    const before = await theirRows();
    const intents = [
      "refresh", "stop", "resume", "resolve", "correct-carrier", "add-event", "disconnect", "test", "retry", "retry-delivery", "up", "down", "connect",
      "dismiss-guide", "sync", "save", "preview", "use", "change", "start", "stop", "revoke-key", "create-key", "check", "track",
      "save-carrier", "remove-carrier", "map-name", "forget-name", "limits", "route", "remove-route", "",
    ];
    for (const [file, load] of Object.entries(routes)) {
      const { action } = await load();
      if (!action) continue;
      for (const intent of intents) {
        const body = new URLSearchParams({
          intent, provider: "ups", delivery: "77", exception: "their-exception", exceptions: "their-exception", ids: theirs.shipmentId, id: theirs.shipmentId,
          kind: intent === "preview" || intent === "use" ? "set" : "events", text: "", history: "yes", base: "0", version: "4",
          code: intent === "preview" || intent === "use" ? "THEIRCODE" : "own_theirs", key: theirKeyId, options: "{}", numbers: "OURS12345, UPS, THEIRS-9",
          shipmentIds: theirs.shipmentId, shipment: theirs.shipmentId, shopId: theirs.shopId, carrier: intent === "map-name" ? "own_theirs" : "fedex",
          name: "Ours now", template: "", typed: "their name", status: "DELIVERED", detail: "", date: "2026-11-09", time: "10:00", note: "x", city: "", country: "",
        });
        for (const id of [theirs.shipmentId, theirFile]) {
          const text = await seen(() => action(asUs(new Request("https://milepost.example/app", { method: "POST", body }), { id })));
          for (const secret of SECRETS_OF_THEIRS()) expect(text, `${file} ${intent}`).not.toContain(secret);
        }
      }
    }
    // "use" above made a rule of ours for a code of theirs: it is ours alone, and has nothing to replay.
    expect(await db.prisma.mappingVersion.findMany({ where: { shopId: ours.shopId } })).toMatchObject([{ number: 1, replayTotal: 0 }]);
    for (const kind of ["remove", "revert"]) {
      const body = new URLSearchParams({ intent: "use", kind, provider: "ups", code: "THEIRCODE", text: "THEIRNUMBER1", history: "yes", base: "1", version: "4" });
      const { action } = (await routes["/app/routes/app.settings.mappings.tsx"]?.()) ?? {};
      await seen(async () => action?.(asUs(new Request("https://milepost.example/app", { method: "POST", body }), {})));
    }
    expect(await theirRows()).toBe(before);
  });

  it("walks the API with our key and their numbers", async () => {
    const made = await createApiKey(context, { shopId: ours.shopId, name: "ours" });
    const headers = { authorization: `Bearer ${made.ok ? made.key : ""}`, "content-type": "application/json" };
    const before = await theirRows();
    const open = (body: object | null) => ({ ...asUs(new Request("https://milepost.example/api/v1/x", body ? { method: "POST", headers, body: JSON.stringify(body) } : { headers }), { number: "THEIRNUMBER1" }) });
    const told = [
      await seen(() => getShipment(open(null))),
      await seen(() => postEvents(open({ events: [{ number: "THEIRNUMBER1", occurred_at: "2026-11-09T10:00:00Z", status: "DELIVERED" }] }))),
      await seen(() => postShipments(open({ shipments: [{ number: "OURS54321", order: "THEIRS-9" }] }))),
    ];
    expect(told[0]).toContain("not_found");
    expect(told[1]).toContain("track it first");
    expect(told[2]).toContain("order_not_found");
    for (const secret of [theirs.orderId, theirs.shopId, theirs.shipmentId]) expect(told.join()).not.toContain(secret);
    // The same number in our shop is a shipment of our own, and theirs stays as it is.
    await seen(() => postShipments(open({ shipments: [{ number: "THEIRNUMBER1" }] })));
    expect(await db.prisma.shipment.count({ where: { shopId: ours.shopId, numberKey: "THEIRNUMBER1", orderId: null } })).toBe(1);
    expect(await theirRows()).toBe(before);
  });

  it("walks the jobs: a job of ours with their ids in it does not touch them", async () => {
    const before = await theirRows();
    await handlers["sync-order"](context, { shopId: ours.shopId, orderGid: `gid://shopify/Order/${theirs.orderId}` }).catch(() => undefined);
    await db.prisma.mappingReplay.create({ data: { shopId: ours.shopId, shipmentId: theirs.shipmentId, version: 1 } });
    await handlers["replay-mapping"](context, { shopId: ours.shopId });
    await handlers["reconcile-shop"](context, { shopId: ours.shopId }).catch(() => undefined);
    await handlers["resolve-carriers"](context, { shopId: ours.shopId, names: ["theirname", "ups"], gone: ["own_theirs"], after: null });
    await handlers["backfill-shop"](context, { shopId: ours.shopId }).catch(() => undefined);
    await handlers["poll-shipments"](context, { id: "round", shopId: ours.shopId, shipmentIds: [theirs.shipmentId] });
    await handlers["review-registrations"](context, { shopId: ours.shopId, provider: "ups", numberKeys: ["THEIRNUMBER1"] });
    await handlers["keep-push"](context, { shopId: ours.shopId, provider: "ups" });
    await db.prisma.shop.update({ where: { id: ours.shopId }, data: { status: "uninstalled", uninstalledAt: new Date(NOW) } });
    await handlers["redact-shop"](context, { shopId: ours.shopId });
    expect(await db.prisma.shop.count({ where: { id: ours.shopId } })).toBe(0);
    expect(await theirRows()).toBe(before);
  });
});
