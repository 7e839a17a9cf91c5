import { describe, expect, it } from "vitest";

import { readListRequest, searchKey, writeCursor } from "./shipment-list-query";

const read = (query: string) => readListRequest(new URLSearchParams(query), "America/New_York");

describe("the shipments list's address", () => {
  it("means everything when it says nothing", () => {
    const { view, query } = read("");
    expect(view.id).toBe("all");
    expect(query).toMatchObject({ statuses: undefined, cursor: null, order: "newest", searchKey: undefined });
  });

  it("narrows a tab by the statuses that belong to it, and takes no others", () => {
    expect(read("view=waiting").query.statuses).toEqual(["PENDING", "PRE_TRANSIT"]);
    expect(read("view=waiting&status=PENDING").query.statuses).toEqual(["PENDING"]);
    expect(read("view=waiting&status=DELIVERED").query.statuses).toEqual(["PENDING", "PRE_TRANSIT"]);
    expect(read("status=DELIVERED&status=NONSENSE").query.statuses).toEqual(["DELIVERED"]);
    expect(read("view=attention").query.openException).toBe(true);
  });

  it("reads days of the shop's calendar, the last one included", () => {
    const { query } = read("from=2026-11-01&to=2026-11-02");
    // New York leaves summer time on the first of these days.
    expect(query.shippedFrom?.toISOString()).toBe("2026-11-01T04:00:00.000Z");
    expect(query.shippedBefore?.toISOString()).toBe("2026-11-03T05:00:00.000Z");
    expect(read("from=yesterday&to=2026-02-31").query).toMatchObject({ shippedFrom: undefined, shippedBefore: undefined });
  });

  it("goes on from the row it wrote down", () => {
    const row = { shippedAt: new Date("2026-11-20T10:00:00.000Z"), id: "0b8f6f0e-1111-4222-8333-444455556666" };
    expect(read(`after=${writeCursor(row)}`).query.cursor).toEqual({ ...row, direction: "after" });
    expect(read(`before=${writeCursor(row)}`).query.cursor?.direction).toBe("before");
    expect(read("after=1_'or 1=1").query.cursor).toBeNull();
  });

  it("searches by letters and digits alone", () => {
    expect(searchKey(" #10-42 ")).toBe("1042");
    expect(searchKey("1z 999 aa1")).toBe("1Z999AA1");
    expect(searchKey("# ")).toBeUndefined();
  });
});
