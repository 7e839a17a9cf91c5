import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { emailHash, sealCustomer } from "~/db/customer-data.server";
import type { Database } from "~/db/database.server";
import { listDataRequests, readDataExport } from "~/db/data-requests.server";
import { exportCustomerData } from "~/use-cases/export-customer-data";
import { redactCustomer } from "~/use-cases/redact-customer";
import { makeShop, type Fixture } from "~tests/integration/notifications/shop-fixture";
import { testContext } from "~tests/setup/test-context";
import { openTestDatabase } from "~tests/setup/test-database";

const NOW = Date.UTC(2026, 10, 10, 12);
/** On a server, more than one statement may have parameters; MANY_ORDERS=50000 tries it on the embedded database too. */
const ORDERS = Number(process.env["MANY_ORDERS"] ?? (process.env.TEST_DATABASE === "postgres" ? "50000" : "1500"));
const EMAIL = "martha.jones@example.com";

let db: Database;
let context: ReturnType<typeof testContext>;
let shop: Fixture;

beforeAll(async () => {
  db = await openTestDatabase();
  context = testContext(db, { now: NOW });
  shop = await makeShop(db, NOW, { secrets: context.secrets });
  const sealed = sealCustomer(context.secrets, shop.shopId, { name: "Martha Jones", email: EMAIL, phone: null, address: null, postalCode: null }, "GB");
  await db.sql(
    `insert into "order" (id, shop_id, gid, name, name_key, processed_at, source_updated_at, customer_name_enc, email_enc, email_hash)
     select 'o' || n, $1, 'gid://shopify/Order/' || n, '#' || n, n::text, now(), now(), $2, $3, $4 from generate_series(1000001, 1000000 + ${ORDERS}) n`,
    [shop.shopId, sealed.customerName, sealed.email, sealed.emailHash],
  );
  await db.sql(
    `insert into shipment (id, shop_id, order_id, number, number_key, shipped_at, created_at, updated_at)
     select 's' || n, $1, 'o' || n, '1Z999AA1' || n, '1Z999AA1' || n, now(), now(), now() from generate_series(1000001, 1000000 + ${ORDERS}) n`,
    [shop.shopId],
  );
  await db.sql(
    `insert into tracking_event (shop_id, shipment_id, key, source, provider, at, certainty, status, text, received_at)
     select $1, 's' || n, 'k', 'carrier', 'ups', now(), 'exact', 'DELIVERED', 'signed for by MARTHA JONES', now() from generate_series(1000001, 1000000 + ${ORDERS}) n`,
    [shop.shopId],
  );
  await db.sql("analyze", []);
}, 300_000);
afterAll(() => db.close());

/** Orders of the customer with an address and scans with a text. The fixture's own order has a random id without this prefix. */
const left = async () => Number((await db.sql(`select (select count(*) from "order" where email_enc is not null and id like 'o1%') + (select count(*) from tracking_event where text is not null) as left`, [])).rows[0]?.left);

describe(`a customer with ${ORDERS} orders`, () => {
  const gids = Array.from({ length: ORDERS / 2 }, (_, index) => `gid://shopify/Order/${1_000_001 + index}`);
  const request = { customerGid: null, email: EMAIL, phone: null, orderGids: gids, requestId: "1" };

  it("is exported whole", async () => {
    expect(await exportCustomerData(context, { shopId: shop.shopId, request, requestId: "1" })).toBe(ORDERS);
    const [made] = await listDataRequests(db.prisma, shop.shopId);
    const contents = JSON.parse((await readDataExport(context, db.prisma, { shopId: shop.shopId, id: made?.id ?? "", actor: "staff" })) ?? "") as { orders: { customer: { email: string }; shipments: { events: { text: string }[] }[] }[] };
    expect(contents.orders).toHaveLength(ORDERS);
    expect(contents.orders[ORDERS - 1]).toMatchObject({ customer: { email: EMAIL }, shipments: [{ events: [{ text: "signed for by MARTHA JONES" }] }] });
  }, 600_000);

  it("is deleted whole, in steps: broken off in the middle it goes on where it was", async () => {
    let steps = 0;
    const broken = { ...db, transaction: <Result>(work: Parameters<Database["transaction"]>[0]) => (++steps > 2 ? Promise.reject<Result>(new Error("killed")) : (db.transaction(work) as Promise<Result>)) } as Database;
    await expect(redactCustomer({ ...context, db: broken }, { shopId: shop.shopId, request })).rejects.toThrow("killed");
    const after = await left();
    expect(after).toBeGreaterThan(0);
    expect(after).toBeLessThan(2 * ORDERS);
    await redactCustomer(context, { shopId: shop.shopId, request });
    expect(await left()).toBe(0);
    expect(await db.prisma.order.count({ where: { shopId: shop.shopId, redactedAt: { not: null } } })).toBe(ORDERS);
    expect(await db.prisma.order.count({ where: { emailHash: emailHash(context.secrets, shop.shopId, "ada@example.com") } })).toBe(1);
  }, 600_000);
});
