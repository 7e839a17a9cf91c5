import { describe, expect, it } from "vitest";

import { shippedItems } from "./shipment-items";

const line = (gid: string, quantity: number) => ({ gid, title: gid, variant: null, sku: null, quantity, imageUrl: null });

describe("what a shipment carries", () => {
  it("is the fulfillment's items with its quantities", () => {
    const { certain, items } = shippedItems([{ lineItemGid: "b", quantity: 1 }], [line("a", 2), line("b", 3)]);
    expect(certain).toBe(true);
    expect(items).toMatchObject([{ id: "b", quantity: 1 }]);
  });

  it("is the order's, said to be unsure, where Shopify did not tell", () => {
    for (const told of [[], null, undefined, "nonsense", [{ lineItemGid: 5 }]]) {
      expect(shippedItems(told, [line("a", 2)])).toMatchObject({ certain: false, items: [{ id: "a", quantity: 2 }] });
    }
  });
});
