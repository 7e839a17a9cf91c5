import { afterAll, expect, it } from "vitest";
import { createCarrierSimulator } from "../carriers";
import { createSimClock } from "../clock";
import { createShopifySimulator, parseAppConfig } from "../shopify";
import { createShopDesk } from "./desk";
import { planHistory } from "./history";
import { seedHistory } from "./seed";
import { demoShops } from "./shops";
import { createTimeline } from "./timeline";

const closers: (() => Promise<void>)[] = [];
afterAll(async () => void (await Promise.all(closers.map((close) => close()))));

/** Lives through a history without an app: what Shopify and the carriers hold at its end. */
async function live() {
  const end = Date.now();
  const clock = createSimClock(-60 * 86_400_000);
  const shopify = await createShopifySimulator({
    apiSecret: "secret", clock, appUrl: "http://127.0.0.1:9", config: parseAppConfig(`client_id = "x"\nname = "Milepost"`),
    shops: demoShops.map((shop) => ({ domain: shop.domain, name: shop.name, email: shop.email, currency: shop.currency })),
  });
  closers.push(() => shopify.close());
  const carriers = createCarrierSimulator({ now: () => clock.now() });
  const desk = createShopDesk({ shopify, carriers, clock });
  for (const shop of demoShops) desk.furnish(shop, "http://localhost:4003");
  const plan = planHistory({ seed: 5, end });
  let said = 0;
  const result = await seedHistory({
    clock, timeline: createTimeline(plan, desk), installAt: end - 6 * 86_400_000, end, stepHours: Array.from({ length: 12 }, () => 12),
    install: async () => undefined, settle: async () => undefined, say: () => undefined,
    // The first shopper comes too early and comes again.
    leaveFeedback: async () => ++said > 1,
  });
  const states = demoShops.map((shop) => desk.state(shop));
  return { plan, states, carriers, clock, end, result, said };
}

it("lives through the whole plan: nothing is left out, nothing happens before its time", async () => {
  const { plan, states, carriers, clock, end, result, said } = await live();
  const all = <Kind extends "orders" | "fulfillments" | "returns">(kind: Kind) => states.flatMap((state) => Object.values(state[kind]));
  expect(all("orders")).toHaveLength(plan.length);
  expect(all("fulfillments")).toHaveLength(plan.flatMap((order) => order.fulfillments).length);
  expect(all("returns")).toHaveLength(plan.filter((order) => order.returned).length);
  expect(all("orders").filter((order) => order.cancelledAt !== null)).toHaveLength(plan.filter((order) => order.cancelledAt).length);
  for (const order of all("orders")) expect(order.createdAt).toBeLessThanOrEqual(end);
  const oldest = Math.min(...all("orders").map((order) => order.createdAt));
  expect(end - oldest).toBeGreaterThan(58 * 86_400_000);
  // It has arrived at the present, in which time goes on: as long as living through it has taken.
  expect(clock.now()).toBeGreaterThanOrEqual(end);
  expect(clock.now()).toBeLessThan(end + 600_000);
  expect(carriers.book.all().length).toBeGreaterThan(350);
  expect(result.feedback).toBe(said - 1);
  expect(said).toBeGreaterThan(20);
});
