import type { TrackingEvent } from "./event";
import { isUndated } from "./order-events";

/** A carrier's correction, and the scan that it takes back; null when there is none. */
export interface Withdrawal {
  correction: TrackingEvent;
  before: TrackingEvent | null;
}

/**
 * Each withdrawing scan takes back the dated scan before it of the same provider. Of scans without a time nobody can
 * say which was "the one before".
 * @param events in order, oldest first
 */
export function withdrawnScans(events: readonly TrackingEvent[]): Withdrawal[] {
  const withdrawals: Withdrawal[] = [];
  const last = new Map<string, TrackingEvent>();
  for (const event of events) {
    if (event.withdraws) withdrawals.push({ correction: event, before: last.get(event.provider) ?? null });
    if (!isUndated(event)) last.set(event.provider, event);
  }
  return withdrawals;
}
