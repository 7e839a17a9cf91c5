import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { listDataRequests, readDataExport } from "~/db/data-requests.server";
import type { Database } from "~/db/database.server";
import { PERSONAL_DATA } from "~/db/privacy/registry";
import { openQueue, type BossQueue } from "~/jobs/boss.server";
import { carrierAdapters, findAdapter } from "~/integrations/carriers/registry";
import { orderStamps } from "~/db/orders.server";
import { noteAsked } from "~/db/shipment-asked.server";
import { addManualEvent } from "~/use-cases/add-manual-event";
import { postEvents } from "~/use-cases/api/post-events";
import type { UseCaseContext } from "~/use-cases/context";
import { exportCustomerData } from "~/use-cases/export-customer-data";
import { handleProviderDelivery } from "~/use-cases/handle-provider-delivery";
import { redactCustomer } from "~/use-cases/redact-customer";
import { syncReadOrders } from "~/use-cases/sync-read-orders";
import { webhookCases } from "~tests/contracts/carriers/cases/webhooks";
import { eventNode, fulfillmentNode, lineItemNode, list, orderNode } from "~tests/fixtures/order-node";
import { delivery } from "~tests/integration/sync/sync-context";
import { testContext } from "~tests/setup/test-context";
import { openTestDatabase } from "~tests/setup/test-database";

import { columnsWith, CUSTOMER_GID, EMAIL, GID, isFree, markCustomer, marker, textColumns, WORDS_AS_NUMBER, type MarkedCustomer } from "./marked-customer";

const NOW = Date.UTC(2026, 10, 10, 12);
let db: Database;
let queue: BossQueue;
let context: UseCaseContext;
let marked: MarkedCustomer;
const request = { customerGid: CUSTOMER_GID, email: EMAIL, phone: null, orderGids: [GID], requestId: "55" };

/** Columns whose words stay, each with its reason. */
const kept = new Set(PERSONAL_DATA.flatMap(({ table, columns }) => Object.entries(columns).flatMap(([column, treatment]) => (treatment.kind === "kept" ? [`${table}.${column}`] : []))));

beforeAll(async () => {
  db = await openTestDatabase();
  queue = await openQueue({ sql: db.sql, connectionString: null, onError: () => undefined });
  context = { ...testContext(db, { now: NOW }, { carriers: { all: carrierAdapters, find: findAdapter, baseUrls: {} } }), queue };
  marked = await markCustomer(db, context.secrets);
});
afterAll(async () => {
  await queue.stop();
  await db.close();
});

describe("the list of personal data", () => {
  it("names every column of the schema that can hold text, JSON or bytes, and no other", async () => {
    const listed = PERSONAL_DATA.flatMap(({ table, columns }) => Object.keys(columns).map((column) => `${table}.${column}`));
    expect(new Set(listed).size).toBe(listed.length);
    const columns = (await textColumns(db)).map(({ table, column }) => `${table}.${column}`);
    expect(columns.filter((name) => !listed.includes(name)), "say in app/db/privacy what becomes of these columns when a customer's data is deleted").toEqual([]);
    expect(listed.filter((name) => !columns.includes(name))).toEqual([]);
  });

  it("gives a reason for each column that stays", () => {
    for (const { columns } of PERSONAL_DATA) {
      for (const treatment of Object.values(columns)) if (treatment.kind === "kept") expect(treatment.why.length).toBeGreaterThan(10);
    }
  });
});

describe("a customer's data", () => {
  it("is exported whole: all that a deletion clears, as far as it is the customer's", async () => {
    expect(await exportCustomerData(context, { shopId: marked.shopId, request, requestId: "55" })).toBe(1);
    const [made] = (await listDataRequests(db.prisma, marked.shopId)).filter((each) => each.requestId === "55");
    const text = (await readDataExport(context, db.prisma, { shopId: marked.shopId, id: made?.id ?? "", actor: "staff:1" })) ?? "";
    expect(JSON.parse(text)).toMatchObject({ customer: { email: EMAIL }, orders: [{ customer: { name: "Martha Jones", email: EMAIL, phone: "+442079460958", address: { address1: "12 Elm Street" } } }] });
    const missing = PERSONAL_DATA.flatMap(({ table, columns }) =>
      Object.entries(columns).flatMap(([column, treatment]) =>
        treatment.kind !== "kept" && treatment.notExported === null && !text.includes(marker(table, column)) ? [`${table}.${column}`] : [],
      ),
    );
    // What is not filled with its own marker above is in the export under its value.
    const byValue: Record<string, string> = {
      "order.customer_name_enc": "Martha Jones", "order.email_enc": EMAIL, "order.phone_enc": "+442079460958", "order.address_enc": "12 Elm Street", "order.customer_gid": CUSTOMER_GID,
      "shipment.number": WORDS_AS_NUMBER, "shipment.number_key": WORDS_AS_NUMBER, "shipment_number.number": WORDS_AS_NUMBER, "shipment_number.number_key": WORDS_AS_NUMBER,
      "aggregator_registration.number": WORDS_AS_NUMBER, "aggregator_registration.number_key": WORDS_AS_NUMBER, "carrier_subscription.number_key": WORDS_AS_NUMBER,
      "file_import.file_name": "martha jones.csv", "file_import.headers": '"number","Martha Jones"',
    };
    expect(missing.filter((name) => byValue[name] === undefined || !text.includes(byValue[name] ?? ""))).toEqual([]);
  });

  it("stands in every column before it is deleted, and in none afterwards that is not on the list of those that stay", async () => {
    const filled = PERSONAL_DATA.flatMap(({ table, scope, columns }) =>
      Object.entries(columns).flatMap(([column, treatment]) =>
        isFree(treatment) && treatment.kind !== "kept" && scope !== "shop" && !/_hash$|^name_key$|^(id|shop_id|order_id)$|^customer_gid$/.test(column) && table !== "tracking_link" ? [`${table}.${column}`] : [],
      ),
    );
    const before = [...(await columnsWith(db, context.secrets, "martha")), ...(await columnsWith(db, context.secrets, "442079460958")), ...(await columnsWith(db, context.secrets, "12 Elm Street"))];
    expect(filled.filter((name) => !before.includes(name))).toEqual([]);
    expect(before).toEqual(expect.arrayContaining(["delivery.body", "unmapped_code.text", "mapping_version.entries", "data_request.export_enc", "file_import.content_enc", "file_import_problem.cells_enc", "file_import_problem.problem"]));

    expect(await redactCustomer(context, { shopId: marked.shopId, request })).toBe(1);
    await expectNothingLeft();
    expect(await db.prisma.order.findUniqueOrThrow({ where: { id: marked.orderId } })).toMatchObject({ redactedAt: new Date(NOW), countryCode: null });
    expect(await db.prisma.notification.findFirstOrThrow({ where: { shopId: marked.shopId } })).toMatchObject({ status: "skipped" });
    expect(await db.prisma.shipment.findUniqueOrThrow({ where: { id: marked.shipmentId } })).toMatchObject({ trackingState: "stopped", nextPollAt: null, nextRuleAt: null });
    expect((await db.prisma.trackingEvent.findFirstOrThrow({ where: { shipmentId: marked.shipmentId } })).place).toEqual({ city: null, region: null, country: "GB", postalCode: null, text: null });
    // Shopify's webhook still tells which order changed; the other customer's row of the file is still there.
    const { rows: bodies } = await db.sql("select topic, status, convert_from(body, 'UTF8') as body from delivery where shop_domain = $1 order by topic", [marked.domain]);
    expect(bodies.map(({ topic, status, body }) => [topic, status, body])).toEqual([
      ["customers/data_request", "ignored", ""],
      ["fulfillment_events/delete", "dead", '{"parts":["gid://shopify/Fulfillment/5005002"]}'],
      ["orders/updated", "dead", `{"admin_graphql_api_id":"${GID}","order":{"admin_graphql_api_id":"${GID}"}}`],
      ["tracking", "ignored", ""],
    ]);
    expect(await db.prisma.fileImportProblem.findMany({ select: { line: true } })).toEqual([{ line: 2 }]);
    expect(await db.prisma.fileImport.findMany({ where: { shopId: marked.shopId }, orderBy: { fileName: "asc" }, select: { fileName: true, status: true, failed: true } })).toEqual([
      { fileName: "file.csv", status: "failed", failed: 1 }, { fileName: "other.csv", status: "done", failed: 0 },
    ]);
  });

  it("does not come back by what Shopify, carriers, the API and the merchant tell later, and deleting it again changes nothing", async () => {
    const words = "Signed for by Martha Jones";
    const node = orderNode({
      id: GID, name: "#5001", updatedAt: "2026-11-11T00:00:00Z", tags: [words], lineItems: list({ ...lineItemNode(), title: words, variantTitle: words, sku: words }), fulfillmentOrders: list(),
      fulfillments: [fulfillmentNode({ id: "gid://shopify/Fulfillment/5005002", trackingInfo: [{ company: words, number: WORDS_AS_NUMBER, url: `https://carrier.example/?for=${encodeURIComponent(words)}` }], events: list(eventNode({ message: words, city: "Martha" })) })],
    });
    for (let time = 0; time < 2; time += 1) {
      const stamps = await orderStamps(db.prisma, marked.shopId, [GID]);
      expect((await syncReadOrders(context, marked.shopId, [node], stamps)).stored).toEqual([GID]);
      // Told again it is the same shipment with the same one event, not another.
      expect(await db.prisma.shipment.count({ where: { shopId: marked.shopId, removedAt: null } })).toBe(1);
    }
    await expectNothingLeft();

    const number = "1Z999AA10123456784";
    await db.prisma.shipment.update({ where: { id: marked.shipmentId }, data: { number, numberKey: number } });
    const before = await db.prisma.trackingEvent.count();
    for (const { adapter, push } of webhookCases) {
      for (let time = 0; time < 2; time += 1) await handleProviderDelivery(context, { ...delivery(marked.domain, "tracking", push(number).replace(/"(description|message|text|status_description|event)": ?"[^"]*"/gi, `"$1":"${words}"`)), source: adapter.code });
    }
    expect(await db.prisma.trackingEvent.count()).toBeGreaterThan(before);
    const added = await addManualEvent(context, { shopId: marked.shopId, timeZone: "UTC", shipmentId: marked.shipmentId, form: { status: "DELIVERED", detail: "", date: "2026-11-09", time: "10:00", city: "Martha", country: "GB", note: words } });
    expect(added.ok).toBe(true);
    const given = { events: [{ number, id: words, occurred_at: "2026-11-09T12:00:00Z", status: words, code: words, description: words, location: { city: words, text: words } }] };
    expect(await postEvents(context, marked.shopId, given)).toMatchObject({ ok: true, summary: { created: 1 } });
    expect(await postEvents(context, marked.shopId, given)).toMatchObject({ ok: true, summary: { unchanged: 1 } });
    await noteAsked(db.prisma, [{ id: marked.shipmentId, numberKey: number }], [{ kind: "not_found", number, message: words, code: null, retryAfterMs: null }], new Set(), NOW);
    await expectNothingLeft();
    const rows = JSON.stringify(await db.prisma.trackingEvent.findMany({ where: { shopId: marked.shopId }, orderBy: { id: "asc" } }), (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value));
    expect(await redactCustomer(context, { shopId: marked.shopId, request })).toBe(1);
    expect(JSON.stringify(await db.prisma.trackingEvent.findMany({ where: { shopId: marked.shopId }, orderBy: { id: "asc" } }), (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value))).toBe(rows);
  });
});

/** Nowhere in the database, jobs and sealed values too, but in the columns that stay; the customer's id nowhere at all. */
async function expectNothingLeft(): Promise<void> {
  const found = [...(await columnsWith(db, context.secrets, "martha")), ...(await columnsWith(db, context.secrets, "442079460958")), ...(await columnsWith(db, context.secrets, "Elm Street"))];
  expect(found.filter((name) => !kept.has(name))).toEqual([]);
  expect(await columnsWith(db, context.secrets, "Customer/7007001")).toEqual([]);
}
