import { randomBytes } from "node:crypto";

import { Session } from "@shopify/shopify-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { emailHash, readCustomerData } from "~/db/customer-data.server";
import { readDataRequest, saveDataRequest } from "~/db/data-requests.server";
import type { Database } from "~/db/database.server";
import { countOldEnvelopes, rotateKeys } from "~/db/rotate-keys.server";
import { createSecrets } from "~/db/secrets.server";
import { createSessionStorage } from "~/db/session-storage.server";
import { makeShop, type Fixture } from "~tests/integration/notifications/shop-fixture";
import { openTestDatabase } from "~tests/setup/test-database";

const NOW = Date.UTC(2026, 10, 10, 12);
const key = () => randomBytes(32).toString("base64");
const [first, second, third] = [key(), key(), key()];

let db: Database;
let shops: Fixture[];

beforeAll(async () => {
  db = await openTestDatabase();
  // What was written under the first key, then under the second.
  shops = [];
  for (const secrets of [createSecrets(first), createSecrets(second, [first])]) {
    const shop = await makeShop(db, NOW, { secrets });
    shops.push(shop);
    await createSessionStorage(db, secrets).storeSession(new Session({ id: `offline_${shop.shopId}`, shop: `${shop.shopId}.myshopify.com`, state: "", isOnline: false, accessToken: `token-${shop.shopId}` }));
    await saveDataRequest(db.prisma, secrets, { shopId: shop.shopId, requestId: "1", customerGid: null, export: { of: shop.shopId }, now: NOW });
    await db.prisma.carrierConnection.create({
      data: { shopId: shop.shopId, provider: "ups", credentials: secrets.encrypt('{"client_id":"x"}', "connection.credentials"), webhookToken: `token-of-${shop.shopId}`, createdAt: new Date(NOW) },
    });
  }
});
afterAll(() => db.close());

async function everythingOpens(secrets: ReturnType<typeof createSecrets>): Promise<void> {
  const context = { secrets, now: () => NOW };
  for (const shop of shops) {
    const customer = await readCustomerData(context, db.prisma, { ...shop, actor: "staff:1", purpose: "test", fields: ["email", "name", "phone", "address"] });
    expect(customer).toMatchObject({ email: "ada@example.com", name: "Ada Moreau" });
    expect((await createSessionStorage(db, secrets).loadSession(`offline_${shop.shopId}`))?.accessToken).toBe(`token-${shop.shopId}`);
    const [request] = await db.prisma.dataRequest.findMany({ where: { shopId: shop.shopId } });
    expect(await readDataRequest(context, db.prisma, { shopId: shop.shopId, id: request?.id ?? "", actor: "staff:1" })).toEqual({ of: shop.shopId });
    const [connection] = await db.prisma.carrierConnection.findMany({ where: { shopId: shop.shopId } });
    expect(secrets.decrypt(connection?.credentials ?? "", "connection.credentials")).toBe('{"client_id":"x"}');
  }
}

describe("a rotated encryption key", () => {
  it("opens what the former keys sealed, and finds orders by the same hashes", async () => {
    await everythingOpens(createSecrets(third, [second, first]));
    const [order] = await db.prisma.order.findMany({ where: { shopId: shops[0]?.shopId ?? "" } });
    expect(emailHash(createSecrets(third, [second, first]), shops[0]?.shopId ?? "", "ADA@example.com")).toBe(order?.emailHash);
    expect(() => createSecrets(third).decrypt(order?.email ?? "", "order.email")).toThrow(/MILEPOST_ENCRYPTION_KEYS_OLD/);
  });

  it("seals everything anew, after which the keys between are needed no more", async () => {
    const secrets = createSecrets(third, [second, first]);
    expect(await countOldEnvelopes(db.sql, secrets)).toBe(2 * 5);
    const columns = await rotateKeys(db.sql, secrets);
    expect(columns.reduce((sum, each) => sum + each.rewritten, 0)).toBe(2 * 5);
    expect(columns.every((each) => each.unreadable === 0)).toBe(true);
    expect(await countOldEnvelopes(db.sql, secrets)).toBe(0);
    await everythingOpens(createSecrets(third, [first]));
    // Again: nothing is left to do.
    expect((await rotateKeys(db.sql, secrets)).every((each) => each.rewritten === 0)).toBe(true);
  });

  it("leaves alone what it cannot open, and says how many", async () => {
    const stranger = createSecrets(key());
    await db.prisma.order.update({ where: { id: shops[0]?.orderId ?? "" }, data: { phone: stranger.encrypt("+1 555 0100", "order.phone") } });
    const columns = await rotateKeys(db.sql, createSecrets(third, [first]));
    expect(columns.filter((each) => each.unreadable > 0)).toEqual([{ table: "order", column: "phone_enc", rewritten: 0, unreadable: 1 }]);
  });

  it("knows every column that holds an envelope", async () => {
    const { rows } = await db.sql("select table_name, column_name from information_schema.columns where table_schema = 'public' and column_name like '%\\_enc'", []);
    const known = (await rotateKeys(db.sql, createSecrets(third, [first]))).map((each) => `${each.table}.${each.column}`);
    expect(known.sort()).toEqual(rows.map((row) => `${String(row.table_name)}.${String(row.column_name)}`).sort());
  });
});
