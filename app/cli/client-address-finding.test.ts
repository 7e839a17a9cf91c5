import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Database } from "~/db/database.server";
import { createObservedAddresses } from "~/integrations/limits/observed-addresses";
import { diagnoseObservedAddresses, observeAddress } from "~/use-cases/observe-address";
import { testContext } from "~tests/setup/test-context";
import { openTestDatabase } from "~tests/setup/test-database";

import { clientAddressFinding } from "./client-address-finding";

const NOW = Date.UTC(2026, 11, 1, 10, 30);
let db: Database;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

describe("what doctor says of shoppers' addresses", () => {
  it.each([
    ["they all have one", Array.from({ length: 24 }, () => "203.0.113.7"), "missing", "every shopper of the last 24 hours had the same address"],
    ["each has its own", Array.from({ length: 24 }, (_, n) => `203.0.113.${n}`), "ok", "addresses of shoppers arrive"],
    ["none is known", Array.from({ length: 24 }, () => null), "missing", "no shopper's address arrived"],
    ["there were three requests", ["203.0.113.7", "203.0.113.7", "203.0.113.7"], "ok", "too few requests"],
  ])("when %s", async (_when, addresses, state, words) => {
    await db.sql("delete from observed_address_hour");
    const context = testContext(db, { now: NOW });
    const observed = createObservedAddresses();
    for (const address of addresses) await observeAddress(context, observed, address);
    const finding = clientAddressFinding(["loopback", "private"], await diagnoseObservedAddresses(context));
    expect(finding).toMatchObject({ state, what: "client addresses" });
    expect(finding.detail).toContain(words);
    expect(finding.detail).toContain("loopback, private");
    expect(JSON.stringify((await db.sql("select * from observed_address_hour")).rows)).not.toContain("203.0.113");
  });

  it("is what the last day shows, and older counts are deleted", async () => {
    await db.sql("delete from observed_address_hour");
    const clock = { now: NOW };
    const context = testContext(db, clock);
    const observed = createObservedAddresses();
    for (let count = 0; count < 24; count += 1) await observeAddress(context, observed, "203.0.113.7");
    clock.now += 26 * 3_600_000;
    expect(await diagnoseObservedAddresses(context)).toMatchObject({ kind: "too_few", requests: 0 });
    clock.now += 8 * 24 * 3_600_000;
    await observeAddress(context, observed, "203.0.113.7");
    expect((await db.sql("select requests from observed_address_hour")).rows).toEqual([{ requests: 1 }]);
  });

  it("does not fail a request when the count cannot be stored", async () => {
    const broken = testContext({ ...db, sql: () => Promise.reject(new Error("connection refused")) }, { now: NOW });
    await expect(observeAddress(broken, createObservedAddresses(), "203.0.113.7")).resolves.toBeUndefined();
  });
});
