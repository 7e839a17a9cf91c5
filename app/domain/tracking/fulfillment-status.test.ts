import { expect, it } from "vitest";

import { isOfOneShipment, trueOfFulfillment, type Sibling } from "./fulfillment-status";
import type { ShipmentStatus } from "./status";

const sibling = (status: ShipmentStatus, since: number | null = 5, told: Record<string, number> = {}): Sibling => ({ id: "a", status, since, told });

it.each<[string, ShipmentStatus[], boolean]>([
  ["DELIVERED", [], true],
  ["DELIVERED", ["DELIVERED", "DELIVERED"], true],
  ["DELIVERED", ["DELIVERED", "OUT_FOR_DELIVERY"], false],
  // What comes back, or was never heard of, was not delivered.
  ["DELIVERED", ["RETURNED"], false],
  ["DELIVERED", ["PENDING"], false],
  ["OUT_FOR_DELIVERY", ["IN_TRANSIT"], false],
  ["OUT_FOR_DELIVERY", ["DELIVERED"], true],
  ["READY_FOR_PICKUP", ["ATTEMPTED_DELIVERY"], false],
  // On its way is the fulfillment with its first shipment.
  ["IN_TRANSIT", ["PENDING"], true],
  ["DELAYED", ["PENDING"], true],
])("%s beside %j: %s", (event, others, holds) => expect(trueOfFulfillment(event, 10, others.map((status) => sibling(status)))).toBe(holds ? 10 : null));

it("is true since the last one got there, whoever is heard of last", () => {
  expect(trueOfFulfillment("DELIVERED", 10, [sibling("DELIVERED", 25), sibling("DELIVERED", null)])).toBe(25);
  expect(trueOfFulfillment("OUT_FOR_DELIVERY", 10, [sibling("DELIVERED", 25)])).toBe(10);
});

it("is told once, and once more after it was undone", () => {
  expect(trueOfFulfillment("DELIVERED", 10, [sibling("DELIVERED", 25, { DELIVERED: 25 })])).toBeNull();
  expect(trueOfFulfillment("DELIVERED", 30, [sibling("DELIVERED", 25, { DELIVERED: 25 })])).toBe(30);
  expect(["DELIVERED", "IN_TRANSIT"].map(isOfOneShipment)).toEqual([true, false]);
});
