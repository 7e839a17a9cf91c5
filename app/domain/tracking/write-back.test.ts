import { describe, expect, it } from "vitest";

import { computeState } from "./compute-state";
import type { DeliveryEstimate, EventSource, TrackingEvent } from "./event";
import type { TrackingDetail, TrackingStatus } from "./status";
import { decideWriteBacks, estimatedDeliveryAt } from "./write-back";

const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 2, 8);

function scan(status: TrackingStatus, hours: number, detail: TrackingDetail | null = null, source: EventSource = "carrier"): TrackingEvent {
  const at = START + hours * HOUR;
  return {
    key: `${source}:${at}:${status}:${detail ?? ""}`,
    time: { at, certainty: "exact", zone: null, said: null },
    status, detail, mapping: "test@1", code: null, text: `${status} ${detail ?? ""}`.trim(), place: null, sourceEventId: null,
    returnLeg: false, withdraws: false, source, provider: "ups", carrier: "ups", receivedAt: at + 60_000,
  };
}

const NOTHING = { estimate: null, source: null };
/** What is written back after each scan, in the order in which they come; only what is new. */
function story(...events: TrackingEvent[]): string[] {
  const written = new Set<string>();
  return events.flatMap((_event, index) =>
    decideWriteBacks(computeState({ direction: "out", shippedAt: START, estimate: null, stopped: false }, events.slice(0, index + 1)), NOTHING).flatMap(({ key, status, happenedAt }) => {
      if (written.has(key)) return [];
      written.add(key);
      return [`${status} ${(happenedAt - START) / HOUR}`];
    }),
  );
}

describe("what is written back", () => {
  it("is the pickup, the way, a delay and the way again, each since it began", () => {
    expect(
      story(
        scan("PRE_TRANSIT", 0, "label_created"),
        scan("IN_TRANSIT", 4, "accepted"),
        scan("IN_TRANSIT", 6, "departed"),
        scan("IN_TRANSIT", 9, "arrived"),
        scan("IN_TRANSIT", 12, "delayed"),
        scan("EXCEPTION", 14, "weather"),
        scan("EXCEPTION", 15, "delayed"),
        scan("IN_TRANSIT", 20, "departed"),
        scan("OUT_FOR_DELIVERY", 30),
        scan("DELIVERED", 34, "signed"),
      ),
    ).toEqual(["LABEL_PURCHASED 0", "CARRIER_PICKED_UP 4", "IN_TRANSIT 6", "DELAYED 12", "IN_TRANSIT 20", "OUT_FOR_DELIVERY 30", "DELIVERED 34"]);
  });

  it("is no delay where the carrier states none", () => {
    expect(story(scan("IN_TRANSIT", 2, "departed"), scan("EXCEPTION", 4, "held"), scan("EXCEPTION", 6, "customs"), scan("IN_TRANSIT", 8, "missorted"))).toEqual(["IN_TRANSIT 2", "IN_TRANSIT 8"]);
  });

  it("is once for a fact that several sources report", () => {
    expect(story(scan("IN_TRANSIT", 2, "delayed"), scan("IN_TRANSIT", 2, "delayed", "aggregator"), scan("IN_TRANSIT", 3, "weather", "aggregator"))).toEqual(["DELAYED 2"]);
  });

  it("is nothing that Shopify said itself, and no history", () => {
    expect(story(scan("IN_TRANSIT", 2, "delayed", "shopify"))).toEqual([]);
    const old = { ...scan("DELIVERED", 0), receivedAt: START + 15 * 24 * HOUR };
    expect(story(old)).toEqual([]);
  });
});

describe("the estimate that goes along", () => {
  const UTC_DAY = Date.UTC(2026, 10, 6);
  const day: DeliveryEstimate = { earliest: UTC_DAY, latest: UTC_DAY, precision: "day", zone: null };
  const written = (source: EventSource | null, event = scan("IN_TRANSIT", 2)) =>
    decideWriteBacks(computeState({ direction: "out", shippedAt: START, estimate: day, stopped: false }, [event]), { estimate: day, source })[0]?.estimatedAt;

  it("is the carrier's or an aggregator's, never one of Shopify's or of an unknown source", () => {
    expect(written("carrier")).toBe(UTC_DAY + 12 * HOUR);
    expect(written("aggregator")).toBe(UTC_DAY + 12 * HOUR);
    for (const source of ["shopify", "manual", "api", "csv", null] as const) expect(written(source)).toBeNull();
  });

  it("is left out once nothing is expected any more", () => {
    expect(written("carrier", scan("DELIVERED", 2))).toBeNull();
    expect(written("carrier", scan("READY_FOR_PICKUP", 2))).toBeNull();
    expect(written("carrier", scan("OUT_FOR_DELIVERY", 2))).not.toBeNull();
  });

  it.each<[string, DeliveryEstimate, string | null]>([
    ["an instant is itself", { ...day, latest: Date.UTC(2026, 10, 6, 14, 30), precision: "instant" }, "2026-11-06T14:30:00.000Z"],
    ["a window is its end", { ...day, earliest: Date.UTC(2026, 10, 6, 9), latest: Date.UTC(2026, 10, 6, 11), precision: "instant" }, "2026-11-06T11:00:00.000Z"],
    ["a day in a zone is the end of that day there", { ...day, latest: Date.parse("2026-11-06T00:00:00-08:00"), zone: "America/Los_Angeles" }, "2026-11-07T07:59:59.000Z"],
    ["a day in an offset too", { ...day, latest: Date.parse("2026-11-06T00:00:00+02:00"), zone: "+02:00" }, "2026-11-06T21:59:59.000Z"],
    ["a day on which the clock goes back has 25 hours", { ...day, latest: Date.parse("2026-11-01T00:00:00-04:00"), zone: "America/New_York" }, "2026-11-02T04:59:59.000Z"],
    ["days are the last of them", { ...day, latest: UTC_DAY + 48 * HOUR }, "2026-11-08T12:00:00.000Z"],
    ["a day without a zone is noon UTC", day, "2026-11-06T12:00:00.000Z"],
    ["a day that is no midnight anywhere known is left out", { ...day, latest: UTC_DAY + 5 * HOUR }, null],
    ["a zone that does not exist is left out", { ...day, zone: "Mars/Olympus" }, null],
  ])("%s", (_what, estimate, expected) => {
    const at = estimatedDeliveryAt(estimate);
    expect(at === null ? null : new Date(at).toISOString()).toBe(expected);
  });
});
