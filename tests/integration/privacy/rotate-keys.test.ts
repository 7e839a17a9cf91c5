import { randomBytes } from "node:crypto";

import { Session } from "@shopify/shopify-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { emailHash, emailHashes, readCustomerData } from "~/db/customer-data.server";
import { readDataExport, saveDataRequest } from "~/db/data-requests.server";
import type { Database } from "~/db/database.server";
import { keysInUse, noteKeys, requireFindableOrders } from "~/db/key-use.server";
import { rehashOrders, sealLinks } from "~/db/rehash-orders.server";
import { rotateKeys } from "~/db/rotate-keys.server";
import { createSecrets, tokenHash } from "~/db/secrets.server";
import { createSessionStorage } from "~/db/session-storage.server";
import { makeShop, type Fixture } from "~tests/integration/notifications/shop-fixture";
import { encryptionFindings } from "~/cli/doctor-encryption";
import { redactCustomer } from "~/use-cases/redact-customer";
import { orderByToken, trackingTokenFor } from "~/use-cases/tracking-link";
import { testContext } from "~tests/setup/test-context";
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
    expect(JSON.parse((await readDataExport(context, db.prisma, { shopId: shop.shopId, id: request?.id ?? "", actor: "staff:1" })) ?? "")).toEqual({ of: shop.shopId });
    const [connection] = await db.prisma.carrierConnection.findMany({ where: { shopId: shop.shopId } });
    expect(secrets.decrypt(connection?.credentials ?? "", "connection.credentials")).toBe('{"client_id":"x"}');
  }
}

describe("a rotated encryption key", () => {
  it("opens what the former keys sealed, and finds orders by the same hashes", async () => {
    await everythingOpens(createSecrets(third, [second, first]));
    const [order] = await db.prisma.order.findMany({ where: { shopId: shops[0]?.shopId ?? "" } });
    expect(emailHashes(createSecrets(third, [second, first]), shops[0]?.shopId ?? "", "ADA@example.com")).toContain(order?.emailHash);
    expect(() => createSecrets(third).decrypt(order?.email ?? "", "order.email")).toThrow(/MILEPOST_ENCRYPTION_KEYS_OLD/);
  });

  it("seals everything anew, after which the keys between are needed no more", async () => {
    const secrets = createSecrets(third, [second, first]);
    const sealed = async () => (await keysInUse(db.sql, secrets)).keys.filter((each) => each.keyId !== secrets.keyId).reduce((sum, each) => sum + each.values, 0);
    expect(await sealed()).toBe(2 * 5);
    const columns = await rotateKeys(db.sql, secrets);
    expect(columns.reduce((sum, each) => sum + each.rewritten, 0)).toBe(2 * 5);
    expect(columns.every((each) => each.unreadable === 0)).toBe(true);
    expect(await sealed()).toBe(0);
    await everythingOpens(createSecrets(third, [first]));
    // Again: nothing is left to do.
    expect((await rotateKeys(db.sql, secrets)).every((each) => each.rewritten === 0)).toBe(true);
  });

  it("makes the hashes for look-up and the links anew, after which no old key is needed", async () => {
    const secrets = createSecrets(third, [second, first]);
    const firstSecrets = createSecrets(first);
    const [shop, other] = shops as [Fixture, Fixture];
    const [token] = firstSecrets.derivedTokens("tracking-link", `${shop.shopId}\u0000${shop.orderId}`);
    // As earlier versions stored them: a hash that names no key, and a link without its token.
    await db.prisma.order.update({ where: { id: shop.orderId }, data: { emailHash: emailHash(firstSecrets, shop.shopId, "ada@example.com")?.split(".")[1] } });
    await db.prisma.trackingLink.create({ data: { shopId: shop.shopId, orderId: shop.orderId, tokenHash: tokenHash(token ?? ""), createdAt: new Date(NOW) } });
    expect(await keysInUse(db.sql, secrets)).toMatchObject({ unnamed: { orders: 1, madeBy: "given" }, derivedLinks: 1 });

    expect(await sealLinks(db.sql, secrets)).toEqual({ remade: 1, unreadable: 0 });
    expect(await rehashOrders(db.sql, secrets)).toEqual({ remade: 2, unreadable: 0 });
    expect(await rehashOrders(db.sql, secrets)).toEqual({ remade: 0, unreadable: 0 });
    const alone = createSecrets(third);
    for (const { shopId, orderId } of [shop, other]) {
      const order = await db.prisma.order.findUniqueOrThrow({ where: { id: orderId } });
      expect(order.emailHash).toBe(emailHash(alone, shopId, "ADA@example.com"));
      await requireFindableOrders(db.sql, alone, shopId);
    }
    const context = { ...testContext(db, { now: NOW }), secrets: alone };
    expect(await trackingTokenFor(context, db.prisma, shop)).toBe(token);
    expect(await orderByToken(context, { shopId: shop.shopId, token: token ?? "" })).toBe(shop.orderId);
    expect(await keysInUse(db.sql, alone)).toMatchObject({ keys: [{ keyId: alone.keyId }], unnamed: { orders: 0, madeBy: "none" }, derivedLinks: 0 });
    expect(encryptionFindings(alone, await keysInUse(db.sql, alone))).toEqual([{ state: "ok", what: "encryption", detail: `everything is sealed and hashed with the present key (id ${alone.keyId})` }]);
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

describe("a key that is missing", () => {
  /** A database of its own with one order under the first key and one under the second. */
  async function mixed() {
    const own = await openTestDatabase();
    const [one, two] = [createSecrets(first), createSecrets(second, [first])];
    await noteKeys(own.sql, two, NOW);
    const made = await makeShop(own, NOW, { secrets: one });
    const later = await makeShop(own, NOW, { secrets: two });
    return { own, one, two, made, later };
  }
  const say = async (own: Database, secrets: ReturnType<typeof createSecrets>) => encryptionFindings(secrets, await keysInUse(own.sql, secrets)).map((each) => `${each.state}: ${each.detail}`);

  it("is named by doctor with what it made, whether values or hashes", async () => {
    const { own, one, two, made } = await mixed();
    expect(await say(own, two)).toEqual([`missing: still to be made anew with the present key: 2 sealed values and the look-up hashes of 1 order made with ${one.keyId} (first used 2026-11-10). Run npm run -s milepost -- rotate-keys; until then the older keys stay needed`]);

    // As earlier versions rotated: everything is sealed with the second key, and the hashes still go back to the first.
    await rotateKeys(own.sql, two);
    const withoutFirst = createSecrets(second);
    expect(await say(own, withoutFirst)).toEqual([`broken: the key ${one.keyId} (first used 2026-11-10) is missing: the look-up hashes of 1 order it made cannot be used. Add it to MILEPOST_ENCRYPTION_KEYS_OLD`]);
    await own.prisma.order.update({ where: { id: made.orderId }, data: { emailHash: emailHash(one, made.shopId, "ada@example.com")?.split(".")[1] } });
    expect((await say(own, withoutFirst))[0]).toMatch(/^broken: the first key is missing: the look-up hashes of 1 order were made with a key that is neither/);
    await own.close();
  });

  it("or wrong altogether is told from one that wants rotating", async () => {
    const { own, one, two } = await mixed();
    const wrong = createSecrets(third);
    const [said, ...more] = await say(own, wrong);
    expect(more).toEqual([]);
    expect(said).toMatch(new RegExp(`^broken: nothing in this database was made with MILEPOST_ENCRYPTION_KEY \\(id ${wrong.keyId}\\).*wrong key, or the wrong database`));
    for (const { keyId } of [one, two]) expect(said).toContain(keyId);
    expect(said).not.toContain("rotate-keys");
    await own.close();
  });

  it("keeps a deletion by e-mail from missing orders: it fails, and what can be found is deleted all the same", async () => {
    const { own, one, made, later } = await mixed();
    const context = testContext(own, { now: NOW });
    const request = { customerGid: null, email: "ada@example.com", phone: null, orderGids: [], requestId: null };
    // A second order of the same customer, which only the e-mail leads to.
    const { id: _id, gid: _gid, ...row } = await own.prisma.order.findUniqueOrThrow({ where: { id: made.orderId } });
    await own.prisma.order.create({ data: { ...row, gid: "gid://shopify/Order/2" } });
    await rotateKeys(own.sql, createSecrets(second, [first]));
    const redact = (secrets: ReturnType<typeof createSecrets>, shopId: string, orderGids: string[] = []) => redactCustomer({ ...context, secrets }, { shopId, request: { ...request, orderGids } });
    const redacted = () => own.prisma.order.count({ where: { shopId: made.shopId, redactedAt: { not: null } } });
    const withoutFirst = createSecrets(second);
    await expect(redact(withoutFirst, made.shopId)).rejects.toThrow(`made with the encryption key ${one.keyId}, which is not given`);
    expect(await redacted()).toBe(0);
    await expect(redact(withoutFirst, made.shopId, [`gid://shopify/Order/${made.orderId}`])).rejects.toThrow(/is not given/);
    expect(await redacted()).toBe(1);
    expect(await redact(withoutFirst, later.shopId)).toBe(1);

    // Hashes of an earlier version name no key: they are tried.
    await own.sql("update \"order\" set email_hash = split_part(email_hash, '.', 2) where gid = 'gid://shopify/Order/2'", []);
    await expect(redact(withoutFirst, made.shopId)).rejects.toThrow(/first encryption key, which is not given/);
    expect(await redact(createSecrets(second, [first]), made.shopId)).toBe(1);
    expect(await redacted()).toBe(2);
    await own.close();
  });
});
