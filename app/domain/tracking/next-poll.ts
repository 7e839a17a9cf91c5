import type { ShipmentState } from "./shipment-state";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long a source is still asked after the end: a mis-scan shows itself within days. */
export const GRACE_AFTER_END_MS = 3 * DAY;

/** After this long without any scan nobody is asked any more. */
export const GIVE_UP_AFTER_MS = 60 * DAY;

/** Trouble that has been silent for this long is asked for by its age, like anything else. */
const URGENT_FOR_MS = 2 * DAY;

/** A provider whose last push is older than this cannot be relied on to push. */
export const PUSH_TRUSTED_MS = DAY;

/** How long before a rule would call a shipment late its source is asked once more. */
const BEFORE_EDGE_MS = 30 * MINUTE;

export interface PollInput {
  state: Pick<ShipmentState, "status" | "statusAt" | "lastEventAt" | "deliveredAt">;
  shippedAt: number;
  /** Latest instant at which it should arrive, or null. */
  dueAt: number | null;
  /** When a rule (late, stalled …) would next change its mind without news: the edge of an SLA; or null. */
  edgeAt: number | null;
  /** Answers in a row that brought nothing or a problem. */
  failures: number;
  hasOpenException: boolean;
  stopped: boolean;
  /** Last push of the provider with which the number is registered; null when nobody pushes. */
  pushedAt: number | null;
  now: number;
  /** 0 ≤ jitter < 1: spreads shipments that came at once. */
  jitter: number;
}

/**
 * When a source is to be asked next; null when nobody is to be asked any more.
 *
 * Often where it matters (out for delivery, due today, in trouble: 15 to 30 min, however often nothing is new), once
 * more before a rule would call it late, by age otherwise, slower after silence and failures, and again from the start
 * after any event (the caller sets `failures` to 0). Where a provider pushes, asking is a safety net: every 12 h, and
 * sooner when the push is silent though something is due. The figures to beat are the incumbents' 30 min to 12 h.
 */
export function nextPollAt(input: PollInput): number | null {
  const { state, now } = input;
  if (input.stopped) return null;
  const ended = state.status === "DELIVERED" || state.status === "RETURNED" || state.status === "EXPIRED";
  const endedAt = state.deliveredAt ?? state.statusAt ?? now;
  if (ended && now - endedAt >= GRACE_AFTER_END_MS) return null;
  const silence = Math.max(now - Math.max(state.lastEventAt ?? 0, input.shippedAt), 0);
  if (silence >= GIVE_UP_AFTER_MS) return null;

  const pushing = input.pushedAt !== null && now - input.pushedAt < PUSH_TRUSTED_MS;
  const urgent = !ended && isUrgent({ status: state.status, silence, dueAt: input.dueAt, now });
  const base = ended ? 12 * HOUR : pushing ? netInterval(urgent, silence) : interval(input, urgent, silence);
  // 1.6 per failure: about a day after ten of them. What is urgent stays so while it is.
  const slowed = Math.min(base * 1.6 ** Math.min(input.failures, 12), urgent ? Math.max(base, 30 * MINUTE) : DAY);
  const at = now + Math.round(slowed * (0.85 + 0.3 * input.jitter));
  if (ended || input.edgeAt === null || input.edgeAt <= now) return at;
  return Math.min(at, Math.max(now + 15 * MINUTE, input.edgeAt - BEFORE_EDGE_MS));
}

/**
 * Whether a shipment is to be asked for before others: out for delivery, due today, or in trouble.
 * @param input.silence since its last event, ms
 */
export function isUrgent(input: { status: ShipmentState["status"]; silence: number; dueAt: number | null; now: number }): boolean {
  const { status, dueAt, now } = input;
  if (status === "DELIVERED" || status === "RETURNED" || status === "EXPIRED") return false;
  if (dueAt !== null && Math.abs(dueAt - now) < DAY) return true;
  const trouble = status === "OUT_FOR_DELIVERY" || status === "ATTEMPTED_DELIVERY" || status === "EXCEPTION";
  return trouble && input.silence < URGENT_FOR_MS;
}

function interval(input: PollInput, urgent: boolean, silence: number): number {
  const { status } = input.state;
  if (urgent) return status === "OUT_FOR_DELIVERY" ? 15 * MINUTE : 30 * MINUTE;
  if (silence > 14 * DAY) return 12 * HOUR;
  if (silence > 5 * DAY) return 6 * HOUR;
  if (input.hasOpenException) return 2 * HOUR;
  if (status === "PENDING" || status === "PRE_TRANSIT") return 3 * HOUR;
  return 2 * HOUR;
}

/** Where a provider pushes: the net below it. */
function netInterval(urgent: boolean, silence: number): number {
  if (!urgent) return 12 * HOUR;
  return silence > 4 * HOUR ? 30 * MINUTE : 2 * HOUR;
}
