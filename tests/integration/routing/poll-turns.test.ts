import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { Database } from "~/db/database.server";
import { claimDuePolls, endRound, openRounds, ROUND_SIZE, ROUNDS_PER_SHOP, type PollRound } from "~/db/poll-turns.server";
import { openTestDatabase } from "~tests/setup/test-database";

import { addShipments, addShop, addShopsOfOne, forgetShops } from "./routing-rows";

const NOW = Date.UTC(2026, 10, 25, 9);
const MINUTE = 60_000;
const LEASE = 10 * MINUTE;
let db: Database;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(() => forgetShops(db));

const claim = (now = NOW, limit = 1_000) => db.transaction((tx) => claimDuePolls(tx, now, limit, LEASE));
const shop = () => addShop(db, NOW);
const due = (shopId: string, count: number, at = NOW - MINUTE) => addShipments(db, shopId, count, { nextPollAt: at, now: NOW });
const countOf = (rounds: PollRound[], shopId: string) => rounds.filter((each) => each.shopId === shopId).reduce((sum, each) => sum + each.shipmentIds.length, 0);
const end = (round: PollRound, now = NOW) => db.transaction((tx) => endRound(tx, round, now, now + LEASE));

describe("taking due polls", () => {
  it("takes what is due of active shops, each once, and nothing else", async () => {
    const [ours, gone] = [await shop(), await shop()];
    const ids = await due(ours, 5);
    await due(ours, 3, NOW + MINUTE);
    await due(gone, 5);
    await db.prisma.shop.update({ where: { id: gone }, data: { status: "uninstalled" } });
    const rounds = await claim();
    expect(rounds.flatMap((each) => each.shipmentIds).sort()).toEqual([...ids].sort());
    expect(await claim()).toEqual([]);
    expect(countOf(await claim(NOW + MINUTE), ours)).toBe(3);
  });

  it("gives a small shop all of its few beside one with thousands, and the rest goes to the big one", async () => {
    const [big, small] = [await shop(), await shop()];
    await due(big, 3_000, NOW - 600 * MINUTE);
    await due(small, 10);
    const rounds = await claim();
    expect(countOf(rounds, small)).toBe(10);
    expect(countOf(rounds, big)).toBe(ROUNDS_PER_SHOP * ROUND_SIZE);
    // The big one has two rounds under way: it waits, whatever is due of it.
    expect(await claim()).toEqual([]);
    await end(rounds.find((each) => each.shopId === big) as PollRound);
    expect(countOf(await claim(), big)).toBe(ROUND_SIZE);
  });

  it("goes round: shops that had their turn come after those that had none", async () => {
    const shops = await Promise.all(Array.from({ length: 6 }, shop));
    for (const id of shops) await due(id, 50);
    const seen = new Map<string, number>();
    for (let look = 0; look < 6; look += 1) {
      for (const round of await claim(NOW + look, 50)) {
        seen.set(round.shopId, (seen.get(round.shopId) ?? 0) + round.shipmentIds.length);
        await db.prisma.shipment.updateMany({ where: { id: { in: round.shipmentIds } }, data: { nextPollAt: new Date(NOW + 60 * MINUTE) } });
        await end(round, NOW - 600 * MINUTE);
      }
    }
    expect(shops.map((id) => seen.get(id))).toEqual([50, 50, 50, 50, 50, 50]);
  });

  it("takes a full thousand where every shop has one, and the others the next time", async () => {
    const ids = await addShopsOfOne(db, 1_150, { nextPollAt: NOW - MINUTE, now: NOW });
    const first = await claim();
    expect(first.flatMap((each) => each.shipmentIds)).toHaveLength(1_000);
    expect(new Set(first.map((each) => each.shopId)).size).toBe(1_000);
    const second = await claim();
    expect([...first, ...second].flatMap((each) => each.shipmentIds).sort()).toEqual([...ids].sort());
    expect(await claim()).toEqual([]);
  });

  it("fills a look from the long lists, when everybody has had a share", async () => {
    const tiny = await addShopsOfOne(db, 400, { nextPollAt: NOW - MINUTE, now: NOW });
    const [few, many, big] = [await shop(), await shop(), await shop()];
    await due(few, 30);
    await due(many, 190);
    await due(big, 3_000, NOW - 600 * MINUTE);
    const rounds = await claim(NOW, 700);
    const taken = rounds.flatMap((each) => each.shipmentIds);
    expect(new Set(taken).size).toBe(700);
    expect(taken.filter((id) => tiny.includes(id))).toHaveLength(400);
    // What is left of 700 is shared: the few have all of theirs, the others as much as each other.
    expect([few, many, big].map((id) => countOf(rounds, id))).toEqual([30, 135, 135]);
    expect(rounds.every((each) => each.shipmentIds.length <= ROUND_SIZE)).toBe(true);
    expect(rounds.filter((each) => each.shopId === big)).toHaveLength(ROUNDS_PER_SHOP);
  });

  it("finds a small shop behind one with thousands of places in the line", async () => {
    const [big, small] = [await shop(), await shop()];
    await due(big, 3_000, NOW - 600 * MINUTE);
    // As if each of them had been written alone.
    await db.sql("insert into poll_turn (shop_id, at) select $1, $2::timestamptz from generate_series(1, 3000)", [big, new Date(NOW - 600 * MINUTE).toISOString()]);
    await due(small, 10);
    const rounds = await claim();
    expect(countOf(rounds, small)).toBe(10);
    expect(countOf(rounds, big)).toBe(ROUNDS_PER_SHOP * ROUND_SIZE);
    // Its many places become one, which goes to the back of the line while it waits.
    await claim();
    expect((await db.sql("select shop_id from poll_turn")).rows).toEqual([{ shop_id: big }]);
  });

  it("keeps the place of a shipment that was asked for before it was due", async () => {
    const ours = await shop();
    await due(ours, 1);
    const [early] = await due(ours, 1, NOW + MINUTE);
    // As if both had been written together, which makes one place, for the first of them.
    await db.sql("delete from poll_turn where at > $1", [new Date(NOW).toISOString()]);
    const asked = { id: "asked for by hand", shopId: ours, shipmentIds: [early ?? ""] };
    await db.transaction((tx) => openRounds(tx, [asked], NOW + LEASE));
    expect(countOf(await claim(), ours)).toBe(1);
    await end(asked);
    expect((await claim(NOW + MINUTE)).flatMap((each) => each.shipmentIds)).toEqual([early]);
  });

  it("comes back to what a worker that died had taken", async () => {
    const ours = await shop();
    const ids = await due(ours, 2);
    await claim();
    expect(await claim(NOW + LEASE - 1)).toEqual([]);
    expect((await claim(NOW + LEASE)).flatMap((each) => each.shipmentIds).sort()).toEqual([...ids].sort());
  });

  it("puts off what a round left as it was, and lets go of what is not followed", async () => {
    const ours = await shop();
    const ids = await due(ours, 2);
    const [round] = await claim();
    await db.prisma.shipment.update({ where: { id: ids[0] }, data: { trackingState: "stopped" } });
    await end(round as PollRound);
    const rows = await db.prisma.shipment.findMany({ where: { shopId: ours }, orderBy: { trackingState: "asc" } });
    expect(rows.map((row) => row.nextPollAt?.getTime() ?? null)).toEqual([null, NOW + LEASE]);
    expect(await claim()).toEqual([]);
  });

  it("loses nothing, takes nothing twice, and takes nothing early, whatever is written in between", async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant("due" as const), shop: fc.nat(3), count: fc.integer({ min: 1, max: 30 }), in: fc.integer({ min: -5, max: 30 }) }),
      fc.record({ kind: fc.constant("look" as const), limit: fc.integer({ min: 1, max: 40 }) }),
      fc.record({ kind: fc.constant("done" as const), again: fc.integer({ min: 1, max: 60 }) }),
      fc.record({ kind: fc.constant("pass" as const), minutes: fc.integer({ min: 1, max: 9 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        await forgetShops(db);
        const shops = await Promise.all(Array.from({ length: 4 }, shop));
        let now = NOW;
        let open: (PollRound & { until: number })[] = [];
        const dueAt = new Map<string, number>();
        const look = async (limit: number) => {
          // What was held too long belongs to whoever takes it next.
          open = open.filter((each) => each.until > now);
          const rounds = await claim(now, limit);
          const held = new Set(open.flatMap((each) => each.shipmentIds));
          for (const id of rounds.flatMap((each) => each.shipmentIds)) {
            expect(held.has(id)).toBe(false);
            expect(dueAt.get(id)).toBeLessThanOrEqual(now);
          }
          open.push(...rounds.map((each) => ({ ...each, until: now + LEASE })));
          return rounds.length;
        };
        const done = async (again: number) => {
          open = open.filter((each) => each.until > now);
          for (const round of open) {
            const at = now + again * MINUTE;
            await db.prisma.shipment.updateMany({ where: { id: { in: round.shipmentIds } }, data: { nextPollAt: new Date(at) } });
            for (const id of round.shipmentIds) dueAt.set(id, at);
            await end(round, now);
          }
          open = [];
        };
        for (const each of steps) {
          if (each.kind === "due") for (const id of await addShipments(db, shops[each.shop] ?? "", each.count, { nextPollAt: now + each.in * MINUTE, now })) dueAt.set(id, now + each.in * MINUTE);
          else if (each.kind === "look") await look(each.limit);
          else if (each.kind === "done") await done(each.again);
          else now += each.minutes * MINUTE;
        }
        // In the end everything that is due is taken.
        for (let turn = 0; turn < 60; turn += 1) {
          await done(600);
          if ((await look(1_000)) === 0) break;
        }
        expect([...dueAt.values()].filter((at) => at <= now)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

