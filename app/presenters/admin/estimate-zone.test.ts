import { describe, expect, it } from "vitest";

import { createFormat } from "~/components/format";

import { estimateZone } from "./estimate-zone";

const row = (latest: string, zone: string | null, precision = "day") => ({ estimateLatest: new Date(latest), estimatePrecision: precision, estimateZone: zone });
const written = (each: ReturnType<typeof row>) =>
  createFormat({ locale: "en-US", timeZone: "America/New_York" }).day(each.estimateLatest.toISOString(), estimateZone(each));

describe("the day of an estimate, for a shop in New York", () => {
  it("is the day that was named, where it was named", () => {
    expect(written(row("2026-11-25T23:00:00Z", "+01:00"))).toBe("Thu, Nov 26");
    expect(written(row("2026-11-26T00:00:00Z", null))).toBe("Thu, Nov 26");
    expect(written(row("2026-11-26T05:00:00Z", null))).toBe("Thu, Nov 26");
  });

  it("is the shop's day for an instant", () => {
    expect(written(row("2026-11-26T02:00:00Z", "+01:00", "instant"))).toBe("Wed, Nov 25");
  });
});
