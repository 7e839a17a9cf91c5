import { expect, it } from "vitest";

import { TRACKING_STATUSES, type ShipmentStatus } from "~/domain/tracking/status";

import { PROGRESS_STEPS, stepsReached } from "./progress";

it("goes from nothing to all steps, and shows no bar where there is no way forward", () => {
  const statuses = TRACKING_STATUSES.filter((status): status is ShipmentStatus => status !== "UNKNOWN");
  for (const status of statuses) {
    const reached = stepsReached(status);
    if (reached !== null) expect(reached).toBeLessThanOrEqual(PROGRESS_STEPS.length);
  }
  expect(stepsReached("PENDING")).toBe(0);
  expect(stepsReached("DELIVERED")).toBe(PROGRESS_STEPS.length);
  expect(stepsReached("RETURNING")).toBeNull();
});
