import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Database } from "~/db/database.server";
import { openTestDatabase } from "~tests/setup/test-database";

/** What PostgreSQL stores in no text. */
const BAD = "a\u0000b\ud800";
const CLEAN = "a\uFFFDb\uFFFD";
const SECRET = "martha.jones@example.com";

let db: Database;
let shopId: string;

beforeAll(async () => {
  db = await openTestDatabase();
  shopId = (await db.prisma.shop.create({ data: { domain: `${randomUUID()}.myshopify.com`, name: BAD, settings: { note: BAD, [BAD]: [BAD] }, installedAt: new Date() } })).id;
});
afterAll(() => db.close());

describe("a parameter that PostgreSQL cannot store", () => {
  it("is stored with U+FFFD by every way to the database", async () => {
    const shop = await db.prisma.shop.findUniqueOrThrow({ where: { id: shopId } });
    expect(shop.name).toBe(CLEAN);
    expect(shop.settings).toEqual({ note: CLEAN, [CLEAN]: [CLEAN] });
    expect(await db.prisma.shop.findFirst({ where: { id: BAD } })).toBeNull();
    await db.transaction(async (tx) => {
      expect(await tx.$queryRawUnsafe("select $1::text as value", BAD)).toEqual([{ value: CLEAN }]);
      expect(await tx.$queryRawUnsafe("select value from unnest($1::text[]) as value", ["x", BAD])).toEqual([{ value: "x" }, { value: CLEAN }]);
      expect(await tx.$queryRaw`select ${BAD}::text as value`).toEqual([{ value: CLEAN }]);
      expect(await tx.$executeRawUnsafe("update shop set name = $1 where id = $2", `${BAD}2`, shopId)).toBe(1);
      expect(await tx.shop.updateMany({ where: { id: { in: [BAD, shopId] } }, data: { plan: BAD } })).toEqual({ count: 1 });
    });
    expect((await db.sql("select $1::text as one, $2::text[] as many, $3::bytea as bytes", [BAD, [BAD, "x"], Buffer.from([0, 1])])).rows).toMatchObject([{ one: CLEAN, many: [CLEAN, "x"] }]);
    expect(await db.sqlTransaction(async (sql) => (await sql("select name, plan from shop where name = $1", [`${BAD}2`])).rows)).toEqual([{ name: `${CLEAN}2`, plan: CLEAN }]);
  });
});

describe("an error of the database", () => {
  const failing: [string, () => Promise<unknown>][] = [
    ["a text that is no number, raw", () => db.prisma.$queryRawUnsafe("select $1::text::bigint", SECRET)],
    ["a text that is no instant, raw", () => db.prisma.$executeRawUnsafe("update shop set name = $1, installed_at = $2::text::timestamptz", SECRET, SECRET)],
    ["JSON that is none, raw", () => db.prisma.$queryRawUnsafe("select $1::text::jsonb", `{"email": ${SECRET}`)],
    ["a record with a wrong value, raw", () => db.prisma.$queryRawUnsafe("select * from jsonb_to_recordset($1::jsonb) as row(email int)", JSON.stringify([{ email: SECRET }]))],
    ["a wrong argument of a model", () => db.prisma.shop.create({ data: { domain: SECRET, name: SECRET, installedAt: SECRET } })],
    ["a date that is none", () => db.prisma.shop.updateMany({ where: { name: SECRET }, data: { installedAt: new Date(NaN) } })],
    ["a second row with a unique value", async () => {
      for (let time = 0; time < 2; time += 1) await db.prisma.shop.create({ data: { domain: SECRET, installedAt: new Date() } });
    }],
    ["a failing constraint in a transaction", () => db.transaction((tx) => tx.order.create({ data: { shopId: SECRET, gid: SECRET, name: SECRET, nameKey: "", processedAt: new Date(), sourceUpdatedAt: new Date() } }))],
    ["plain SQL", () => db.sql("select $1::text::bigint", [SECRET])],
    ["plain SQL in a transaction", () => db.sqlTransaction((sql) => sql("insert into shop (id, domain, installed_at) values ('1', $1, $1::text::timestamptz)", [SECRET]))],
    ["plain SQL with a second row", () => db.sql("insert into location (id, shop_id, gid, name) values ('1', $1, $1, $1), ('1', $1, $1, $1)", [SECRET])],
  ];

  it.each(failing)("repeats nothing of what was sent: %s", async (_name, work) => {
    const error = await work().then(() => null, (thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    const said: string[] = [];
    for (let each: unknown = error; typeof each === "object" && each !== null; each = (each as { cause?: unknown }).cause) {
      said.push(String((each as Error).stack ?? ""), JSON.stringify(each, Object.getOwnPropertyNames(each)));
    }
    expect(said.join("\n")).not.toContain("martha");
    expect((error as Error).message.length).toBeGreaterThan(10);
  });

  it("still names what is wrong", async () => {
    await expect(db.prisma.$queryRawUnsafe("select * from no_such_table")).rejects.toThrow(/no_such_table|42P01/);
    await expect(db.sql("select $1::text::bigint", ["x"])).rejects.toThrow(/invalid input syntax for type bigint/);
  });
});
