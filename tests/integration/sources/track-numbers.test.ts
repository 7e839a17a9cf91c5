import { afterAll, beforeAll, expect, it } from "vitest";

import { carrierNames } from "~/presenters/admin/carrier-name";
import { presentPlans } from "~/presenters/admin/track-numbers";
import { checkNumbers, trackNumbers } from "~/use-cases/track-numbers";
import { makeShop, type Fixture } from "~tests/integration/notifications/shop-fixture";
import { testContext } from "~tests/setup/test-context";
import { openTestDatabase } from "~tests/setup/test-database";

const NOW = Date.UTC(2026, 10, 10, 12);
let context: ReturnType<typeof testContext>;
let shop: Fixture;

beforeAll(async () => {
  context = testContext(await openTestDatabase(), { now: NOW });
  shop = await makeShop(context.db, NOW);
});
afterAll(() => context.db.close());

const PASTED = [
  "1Z999AA10123456784", "1Z5R89390357567127", "9400111899223100001234, USPS, #1001", "", "COURIER-778, Uncle Bob", "hello", "1Z5R89390357567127",
  "RА123456785СN", "9".repeat(80), "123456789, Fed Ex, #4711",
].join("\n");

it("says line by line what will happen, and then does it", async () => {
  const input = { shopId: shop.shopId, pasted: PASTED };
  const checked = await checkNumbers(context, input);
  if (!checked.ok) throw new Error("refused");
  const view = presentPlans(checked.lines, checked.plans, carrierNames([]));
  expect(view.map((each) => [each.line, each.outcome, each.carrier?.name ?? null, each.order])).toEqual([
    [1, "known", null, "#1001"], [2, "new", "UPS", null], [3, "new", "USPS", "#1001"], [5, "new", null, null], [6, "invalid", null, null],
    [7, "repeated", null, null], [8, "new", "China Post", null], [9, "invalid", null, null], [10, "new", "FedEx", null],
  ]);
  expect(view[1]?.carrier?.how).toBe("By its format, certain");
  expect(view[3]?.carrier?.how).toBe("No carrier is called “Uncle Bob”.");
  expect(view[5]?.notes).toEqual(["The same number as in line 2."]);
  expect(view[6]?.notes[0]).toMatch(/another alphabet/);
  expect(view[8]?.notes).toEqual(["There is no order #4711: it is tracked without one."]);
  expect(await context.db.prisma.shipment.count({ where: { shopId: shop.shopId } })).toBe(1);

  expect(await trackNumbers(context, input)).toMatchObject({ ok: true, added: 5, completed: 0 });
  const stored = await context.db.prisma.shipment.findMany({ where: { shopId: shop.shopId, fulfillmentId: null } });
  expect(stored.every((each) => each.nextPollAt?.getTime() === NOW)).toBe(true);
  expect(stored.find((each) => each.numberKey === "COURIER778")).toMatchObject({ trackingCompany: "Uncle Bob", carrier: null });
  expect(stored.find((each) => each.orderId !== null)?.orderId).toBe(shop.orderId);
  expect(await trackNumbers(context, input)).toMatchObject({ ok: true, added: 0, completed: 0 });
});

it("refuses nothing at all, and too much, with what to do", async () => {
  expect(await checkNumbers(context, { shopId: shop.shopId, pasted: " " })).toMatchObject({ ok: false });
  expect(await trackNumbers(context, { shopId: shop.shopId, pasted: "12345\n".repeat(1_001) })).toMatchObject({ ok: false, errors: { numbers: expect.stringContaining("import a file") } });
});
