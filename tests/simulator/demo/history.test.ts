import { describe, expect, it } from "vitest";
import { drawPicture, pictureShapes } from "./pictures";
import { planHistory } from "./history";
import { demoShops } from "./shops";

const end = Date.UTC(2026, 10, 24, 9, 30);
const plan = planHistory({ seed: 20261124, end });
const parcels = plan.flatMap((order) => order.fulfillments.flatMap((fulfillment) => fulfillment.parcels));

describe("the planned history", () => {
  it("is the same for the same seed and end, and another for another seed", () => {
    expect(planHistory({ seed: 20261124, end })).toEqual(plan);
    expect(planHistory({ seed: 1, end })).not.toEqual(plan);
  });

  it.each([end, Date.UTC(2026, 6, 1, 3), Date.UTC(2027, 0, 1)])("holds what the demo promises, whenever it ends", (at) => {
    const orders = planHistory({ seed: 20261124, end: at });
    const alder = orders.filter((order) => order.shop === "alder");
    expect(alder.length).toBeGreaterThanOrEqual(300);
    expect(orders.length - alder.length).toBeGreaterThan(25);
    expect(new Set(alder.map((order) => order.channel))).toEqual(new Set(["online_store", "amazon", "tiktok_shop"]));
    const sent = alder.flatMap((order) => order.fulfillments);
    expect(new Set(sent.flatMap((one) => one.parcels.map((parcel) => parcel.carrier))).size).toBeGreaterThanOrEqual(8);
    expect(new Set(sent.map((one) => one.location)).size).toBe(3);
    expect(new Set(alder.map((order) => order.person.place.country)).size).toBeGreaterThanOrEqual(7);
    expect(alder.filter((order) => order.fulfillments.length > 1).length).toBeGreaterThan(5);
    expect(sent.filter((one) => one.parcels.length > 1).length).toBeGreaterThan(2);
    expect(orders.filter((order) => order.returned).length).toBeGreaterThan(5);
    expect(orders.filter((order) => order.feedback).length).toBeGreaterThan(60);
    expect(orders.filter((order) => order.cancelledAt).length).toBeGreaterThan(2);
  });

  it("spans sixty days, nothing of it in the future, and all numbers differ", () => {
    expect(end - (plan[0]?.placedAt ?? end)).toBeGreaterThan(58 * 86_400_000);
    expect(end - (plan[0]?.placedAt ?? end)).toBeLessThan(60 * 86_400_000);
    for (const order of plan) {
      expect(order.placedAt).toBeLessThan(end);
      for (const one of order.fulfillments) {
        expect(one.at).toBeGreaterThan(order.placedAt);
        expect(one.at).toBeLessThan(end);
      }
    }
    expect(new Set(parcels.map((parcel) => parcel.number)).size).toBe(parcels.length);
  });

  it("orders nothing that the shop does not sell", () => {
    for (const order of plan) {
      const shop = demoShops.find((one) => one.key === order.shop);
      for (const line of order.lines) expect(shop?.products.find((product) => product.handle === line.product)?.variants[line.variant]).toBeDefined();
    }
  });
});

it("every product has a picture that is whole and asks nothing of others", () => {
  for (const product of demoShops.flatMap((shop) => shop.products)) {
    expect(pictureShapes).toContain(product.shape);
    const picture = drawPicture(product.shape, product.colours);
    expect(picture).not.toMatch(/https?:\/\/(?!www\.w3\.org)|undefined|NaN/);
  }
});
