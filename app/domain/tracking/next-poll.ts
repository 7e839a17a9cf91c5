import type { ShipmentState } from "./shipment-state";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long a source is still asked after the end: a mis-scan shows itself within days. */
export const GRACE_AFTER_END_MS = 3 * DAY;

/** After this long without any scan nobody is asked any more. */
export const GIVE_UP_AFTER_MS = 60 * DAY;

export interface PollInput {
  state: Pick<ShipmentState, "status" | "statusAt" | "lastEventAt" | "deliveredAt">;
  shippedAt: number;
  /** Latest instant at which it should arrive, or null. */
  dueAt: number | null;
  /** Answers in a row that brought nothing or a problem. */
  failures: number;
  hasOpenException: boolean;
  stopped: boolean;
  now: number;
  /** 0 ≤ jitter < 1: spreads shipments that came at once. */
  jitter: number;
}

/**
 * When a source is to be asked next; null when nobody is to be asked any more.
 *
 * Often where it matters (out for delivery, due today, in trouble: 15 to 30 min), by age otherwise, slower after
 * silence and failures, and again from the start after any event (the caller sets `failures` to 0). The figures to
 * beat are the incumbents' 30 min to 12 h.
 */
export function nextPollAt(input: PollInput): number | null {
  const { state, now } = input;
  if (input.stopped) return null;
  const ended = state.status === "DELIVERED" || state.status === "RETURNED" || state.status === "EXPIRED";
  const endedAt = state.deliveredAt ?? state.statusAt ?? now;
  if (ended && now - endedAt >= GRACE_AFTER_END_MS) return null;
  const silentSince = Math.max(state.lastEventAt ?? 0, input.shippedAt);
  if (now - silentSince >= GIVE_UP_AFTER_MS) return null;

  const base = ended ? 12 * HOUR : interval(input, now - silentSince);
  // 1.6 per failure: about a day after ten of them.
  const slowed = Math.min(base * 1.6 ** Math.min(input.failures, 12), DAY);
  return now + Math.round(slowed * (0.85 + 0.3 * input.jitter));
}

/** Whether a shipment is to be asked for before others: out for delivery, due today, or in trouble. */
export function isUrgent(input: { status: ShipmentState["status"]; dueAt: number | null; now: number }): boolean {
  const { status, dueAt, now } = input;
  return status === "OUT_FOR_DELIVERY" || status === "ATTEMPTED_DELIVERY" || status === "EXCEPTION" || (dueAt !== null && Math.abs(dueAt - now) < DAY);
}

function interval(input: PollInput, silence: number): number {
  const { state, dueAt, now } = input;
  if (state.status === "OUT_FOR_DELIVERY") return 15 * MINUTE;
  const dueToday = dueAt !== null && dueAt - now < DAY && now - dueAt < DAY;
  if (dueToday || state.status === "ATTEMPTED_DELIVERY" || state.status === "EXCEPTION") return 30 * MINUTE;
  if (input.hasOpenException) return 2 * HOUR;
  if (silence > 14 * DAY) return 12 * HOUR;
  if (silence > 5 * DAY) return 6 * HOUR;
  if (state.status === "PENDING" || state.status === "PRE_TRANSIT") return 3 * HOUR;
  return 2 * HOUR;
}
