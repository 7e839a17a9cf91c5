import { afterAll, beforeAll, expect, it } from "vitest";

import type { Database } from "~/db/database.server";
import { redactShop } from "~/use-cases/redact-shop";
import { testContext } from "~tests/setup/test-context";
import { openTestDatabase } from "~tests/setup/test-database";

import { columnsWith, markCustomer, textColumns } from "./marked-customer";

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

it("shop/redact leaves nothing of a shop in any table, and everything of another", async () => {
  const context = testContext(db, { now: Date.UTC(2026, 10, 12) });
  const ours = await markCustomer(db, context.secrets);
  const theirs = await markCustomer(db, context.secrets);
  const number = { number: "LOOSE12345", numberKey: "LOOSE12345", shippedAt: new Date(), createdAt: new Date(), updatedAt: new Date() };
  await db.prisma.shipment.create({ data: { ...number, shopId: ours.shopId, events: { create: [{ shopId: ours.shopId, key: "k", source: "api", provider: "api", at: new Date(), certainty: "exact", status: "UNKNOWN", receivedAt: new Date() }] } } });
  const rowsOf = async (shop: typeof ours) => {
    const counts: Record<string, number> = {};
    for (const table of new Set((await textColumns(db)).map((each) => each.table))) {
      const { rows } = await db.sql(`select count(*)::int as count from "${table}" t where t::text like any($1::text[])`, [[`%${shop.shopId}%`, `%${shop.domain}%`]]);
      if (Number(rows[0]?.count) > 0) counts[table] = Number(rows[0]?.count);
    }
    return counts;
  };
  const before = await rowsOf(theirs);
  expect(Object.keys(before).length).toBeGreaterThan(25);

  // It is broken off twice, and goes on.
  await db.prisma.shop.update({ where: { id: ours.shopId }, data: { status: "uninstalled" } });
  let steps = 0;
  const broken = { ...db, transaction: <Result>(work: Parameters<Database["transaction"]>[0]) => (++steps % 5 === 0 ? Promise.reject<Result>(new Error("killed")) : (db.transaction(work) as Promise<Result>)) } as Database;
  for (let time = 0; time < 2; time += 1) await expect(redactShop({ ...context, db: broken }, { shopId: ours.shopId })).rejects.toThrow("killed");
  await redactShop(context, { shopId: ours.shopId });

  expect(await rowsOf(ours)).toEqual({});
  expect(await columnsWith(db, context.secrets, ours.shopId)).toEqual([]);
  expect(await rowsOf(theirs)).toEqual(before);
});
