import { describe, expect, it } from "vitest";

import { GIVE_UP_AFTER_MS, GRACE_AFTER_END_MS, nextPollAt, type PollInput } from "./next-poll";

const now = Date.UTC(2026, 10, 10);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function wait(more: Partial<PollInput>, status: PollInput["state"]["status"] = "IN_TRANSIT", lastEventAt: number | null = now - HOUR) {
  const at = nextPollAt({
    state: { status, statusAt: lastEventAt, lastEventAt, deliveredAt: status === "DELIVERED" ? lastEventAt : null },
    shippedAt: now - 20 * DAY, dueAt: null, failures: 0, hasOpenException: false, stopped: false, now, jitter: 0.5, ...more,
  });
  return at === null ? null : at - now;
}

describe("nextPollAt", () => {
  it("asks every 15 min when out for delivery and every 30 min when due today", () => {
    expect(wait({}, "OUT_FOR_DELIVERY")).toBe(15 * MINUTE);
    expect(wait({ dueAt: now + 5 * HOUR })).toBe(30 * MINUTE);
    expect(wait({}, "EXCEPTION")).toBe(30 * MINUTE);
  });

  it("asks every 2 h on the way, slower after silence", () => {
    expect(wait({})).toBe(2 * HOUR);
    expect(wait({}, "IN_TRANSIT", now - 6 * DAY)).toBe(6 * HOUR);
    expect(wait({}, "IN_TRANSIT", now - 15 * DAY)).toBe(12 * HOUR);
  });

  it("backs off after failures, up to a day", () => {
    expect(wait({ failures: 2 })).toBeCloseTo(2 * HOUR * 1.6 ** 2, -3);
    expect(wait({ failures: 50 })).toBe(DAY);
  });

  it("keeps asking for a while after the end, then never again", () => {
    expect(wait({}, "DELIVERED", now - HOUR)).toBe(12 * HOUR);
    expect(wait({}, "DELIVERED", now - GRACE_AFTER_END_MS)).toBeNull();
    expect(wait({ shippedAt: now - GIVE_UP_AFTER_MS }, "PENDING", null)).toBeNull();
    expect(wait({ stopped: true })).toBeNull();
  });

  it("spreads shipments that came at once by 15 % to both sides", () => {
    expect(wait({ jitter: 0 })).toBe(Math.round(2 * HOUR * 0.85));
  });
});
