import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Database } from "~/db/database.server";
import { applyExceptionOutcomes, openExceptionsOf, resolveByMerchant } from "~/db/exceptions.server";
import { exceptionKey, type OpenedException } from "~/domain/exceptions/evaluate-rules";

import { openTestDatabase } from "~tests/setup/test-database";

import { makeShop, type Fixture } from "./shop-fixture";

const NOW = Date.UTC(2026, 10, 5, 12);
let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const opening = (since = NOW): OpenedException => ({
  rule: "stuck-in-transit", ruleVersion: 1, key: exceptionKey("stuck-in-transit", since), severity: "warning", reason: { days: 3, words: "l'été" }, since,
});
const apply = ({ shopId, shipmentId }: Fixture, opened: OpenedException[], resolved: string[] = [], now = NOW) =>
  db.transaction((tx) => applyExceptionOutcomes(tx, [{ shopId, shipmentId, opened, resolved: resolved.map((key) => ({ key, resolution: "cleared" as const })) }], now));
const rows = ({ shopId }: Fixture) => db.prisma.shipmentException.findMany({ where: { shopId }, orderBy: { key: "asc" } });
const openCount = async ({ shipmentId }: Fixture) => (await db.prisma.shipment.findUniqueOrThrow({ where: { id: shipmentId } })).openExceptions;
const known = async ({ shipmentId }: Fixture) => (await db.transaction((tx) => openExceptionsOf(tx, [shipmentId]))).get(shipmentId);

describe("stored exceptions", () => {
  it("are opened once, cleared, and taken up again, with their history", async () => {
    const shop = await makeShop(db, NOW);
    const { key } = opening();
    await apply(shop, [opening()]);
    await apply(shop, [opening()], [], NOW + 1);
    expect(await rows(shop)).toMatchObject([{ key, rule: "stuck-in-transit", ruleVersion: 1, severity: "warning", reason: { days: 3, words: "l'été" }, openedAt: new Date(NOW), resolvedAt: null }]);
    expect(await openCount(shop)).toBe(1);
    expect(await known(shop)).toEqual([{ rule: "stuck-in-transit", key, resolution: null }]);

    await apply(shop, [], [key], NOW + 2);
    await apply(shop, [], [key], NOW + 3);
    expect(await rows(shop)).toMatchObject([{ resolvedAt: new Date(NOW + 2), resolution: "cleared" }]);
    expect(await openCount(shop)).toBe(0);

    await apply(shop, [opening()], [], NOW + 4);
    expect(await rows(shop)).toMatchObject([{ openedAt: new Date(NOW), resolvedAt: null, resolution: null }]);
    const history = (await rows(shop))[0]?.history as { what: string; at: string }[];
    expect(history.map((line) => line.what)).toEqual(["opened", "resolved", "reopened"]);
    expect(history[2]?.at).toBe(new Date(NOW + 4).toISOString());
  });

  it("stay settled when a merchant settled them, and another cause opens another", async () => {
    const shop = await makeShop(db, NOW);
    const other = await makeShop(db, NOW);
    await apply(shop, [opening()]);
    const [row] = await rows(shop);
    const settle = (shopId: string) => db.transaction((tx) => resolveByMerchant(tx, shopId, [row?.id ?? ""], { now: NOW + 1, by: "merchant" }));
    expect(await settle(other.shopId)).toEqual([]);
    expect(await settle(shop.shopId)).toEqual([row?.id]);
    expect(await settle(shop.shopId)).toEqual([]);
    await apply(shop, [opening()], [], NOW + 2);
    expect(await rows(shop)).toMatchObject([{ resolution: "merchant", resolvedAt: new Date(NOW + 1) }]);
    expect(await openCount(shop)).toBe(0);
    expect(await known(shop)).toEqual([{ rule: "stuck-in-transit", key: row?.key, resolution: "merchant" }]);
    await apply(shop, [opening(NOW + 5)], [], NOW + 6);
    expect(await openCount(shop)).toBe(1);
  });

  it("are written for many shipments at once", async () => {
    const shops = await Promise.all([1, 2, 3].map(() => makeShop(db, NOW)));
    await db.transaction((tx) => applyExceptionOutcomes(tx, shops.map(({ shopId, shipmentId }) => ({ shopId, shipmentId, opened: [opening(), opening(NOW + 1)], resolved: [] })), NOW));
    for (const shop of shops) expect(await openCount(shop)).toBe(2);
    await db.transaction((tx) => applyExceptionOutcomes(tx, [], NOW));
    expect(await db.transaction((tx) => openExceptionsOf(tx, []))).toEqual(new Map());
  });
});
