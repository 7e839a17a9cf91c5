import { expect, it } from "vitest";

import { holdsForFulfillment } from "./fulfillment-status";
import type { ShipmentStatus } from "./status";

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
])("%s beside %j: %s", (event, others, holds) => expect(holdsForFulfillment(event, others)).toBe(holds));
