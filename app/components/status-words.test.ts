import { describe, expect, it } from "vitest";

import { STATUS_DETAILS } from "~/domain/tracking/details";
import { TRACKING_STATUSES, type TrackingStatus } from "~/domain/tracking/status";

import { MANUAL_DETAILS } from "./manual-event-details";
import { pageKind } from "./pending-page";
import { detailWords, statusWords } from "./status-words";

describe("the admin's words", () => {
  it("name every status differently, and an unknown one as it is", () => {
    expect(new Set(TRACKING_STATUSES.map((status) => statusWords(status).label)).size).toBe(TRACKING_STATUSES.length);
    expect(statusWords("SOMETHING_NEW").label).toBe("SOMETHING_NEW");
    expect(detailWords("arrived_delivery_facility")).toBe("Arrived delivery facility");
  });

  it("offer by hand only details that go with their status", () => {
    for (const [status, details] of Object.entries(MANUAL_DETAILS)) {
      expect(STATUS_DETAILS[status as TrackingStatus]).toEqual(expect.arrayContaining([...details]));
    }
  });

  it("know which skeleton a page has", () => {
    expect(["/app", "/app/shipments", "/app/shipments/1", "/app/exceptions", "/app/settings/connections"].map(pageKind)).toEqual([
      "home", "list", "shipment", "list", "settings",
    ]);
  });
});
