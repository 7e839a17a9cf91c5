const SECOND = 1_000;
const DAY = 86_400_000;

/** What a provider allows, or less where the merchant wants less. */
export interface BudgetPolicy {
  perSecond: number;
  /** Calls a day (UTC: DHL and FedEx count from 00:00 GMT, the others do not say); null when nobody counts. */
  perDay: number | null;
}

/** What has been used of it. Instants are milliseconds since the epoch. */
export interface BudgetState {
  /** Calls of the present UTC day. */
  usedToday: number;
  /** The earliest instant of the next call by `perSecond`; null when there has been none. */
  nextCallAt: number | null;
  /** Up to when later calls have been promised to shipments that are not urgent. */
  bookedUntil: number | null;
}

/** Urgent: out for delivery, due today or in trouble. */
export type Urgency = "urgent" | "normal";

/** How far urgent shipments may run ahead of the even spread of a day's quota, and the others (shares of a day). */
const LEAD: Readonly<Record<Urgency, number>> = { urgent: 1 / 4, normal: 1 / 48 };

/** A shipment is never put off for longer than this by a budget alone. */
const LONGEST_WAIT_MS = DAY;

/**
 * How many calls may be made at once: a day's quota is spread evenly over the day, so that it is not spent by 9 o'clock.
 * Urgent shipments may run a quarter of a day ahead; whatever they take, the others wait for. What is left over in a
 * quiet hour is kept for a busy one.
 */
export function callsNow(policy: BudgetPolicy, state: BudgetState, urgency: Urgency, now: number, sliceMs: number): number {
  const first = Math.max(state.nextCallAt ?? now, now);
  const bySecond = first >= now + sliceMs ? 0 : Math.floor(((now + sliceMs - first) / SECOND) * policy.perSecond) + 1;
  if (policy.perDay === null) return bySecond;
  const share = Math.min(1, dayShare(now) + LEAD[urgency]);
  return Math.max(0, Math.min(bySecond, Math.floor(policy.perDay * share + 1e-9) - state.usedToday));
}

/** The state after so many calls were granted. */
export function afterCalls(policy: BudgetPolicy, state: BudgetState, calls: number, now: number): BudgetState {
  if (calls === 0) return state;
  const first = Math.max(state.nextCallAt ?? now, now);
  return { ...state, usedToday: state.usedToday + calls, nextCallAt: first + Math.ceil((calls * SECOND) / policy.perSecond) };
}

/**
 * When there is budget for the call after `ahead` others: the instant at which a shipment that cannot be asked for now
 * becomes due. Never in the past; the later, the more are ahead.
 */
export function budgetAt(policy: BudgetPolicy, state: BudgetState, urgency: Urgency, ahead: number, now: number): number {
  const bySecond = Math.max(state.nextCallAt ?? now, now) + Math.floor((ahead * SECOND) / policy.perSecond);
  if (policy.perDay === null) return Math.min(bySecond, now + LONGEST_WAIT_MS);
  if (policy.perDay <= 0) return now + LONGEST_WAIT_MS;
  const today = Math.floor(now / DAY) * DAY;
  const nth = state.usedToday + ahead + 1;
  // Inverse of the even spread; what today does not hold is tomorrow's, which begins with its lead.
  const at =
    nth <= policy.perDay
      ? today + Math.max(nth / policy.perDay - LEAD[urgency], 0) * DAY
      : today + DAY + Math.max((nth - policy.perDay) / policy.perDay - LEAD[urgency], 0) * DAY;
  const booked = urgency === "normal" && state.bookedUntil !== null && (nth > policy.perDay || at > now) ? state.bookedUntil + (ahead + 1) * (DAY / policy.perDay) : 0;
  return Math.ceil(Math.min(Math.max(at, bySecond, booked, now), now + LONGEST_WAIT_MS));
}

/**
 * Units of a day's quota that one request takes: one, or more where the provider counts its numbers as well
 * (`numbersPerDay` beside `perDay`).
 */
export function unitsOfRequest(limits: { perDay: number | null; numbersPerDay?: number }, numbers: number): number {
  if (limits.perDay === null || limits.numbersPerDay === undefined) return 1;
  return Math.max(1, Math.ceil((numbers * limits.perDay) / limits.numbersPerDay));
}

/** Units that the month's spending still allows; null when it is not limited. */
export function unitsLeft(spending: { unitCostMicros: bigint | null; monthlyLimitMinor: bigint | null; units: number; decimals: number }): number | null {
  const { unitCostMicros, monthlyLimitMinor } = spending;
  if (unitCostMicros === null || unitCostMicros <= 0n || monthlyLimitMinor === null) return null;
  const limitMicros = monthlyLimitMinor * 10n ** BigInt(6 - spending.decimals);
  return Math.max(0, Number(limitMicros / unitCostMicros) - spending.units);
}

/** When the next month begins, UTC. */
export function nextMonth(now: number): number {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}

/** When the day's count of calls begins anew, UTC. */
export function nextDay(now: number): number {
  return (Math.floor(now / DAY) + 1) * DAY;
}

function dayShare(now: number): number {
  return (now % DAY) / DAY;
}
