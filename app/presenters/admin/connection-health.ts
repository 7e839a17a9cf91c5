import { trimEndOf } from "~/domain/tracking/text/bounded-text";

/** A connection's row as far as its health goes. */
export interface HealthRow {
  lastOkAt: Date | null;
  lastErrorAt: Date | null;
  lastError: string | null;
  lastProblem: string | null;
  failingSince: Date | null;
  lastPushAt: Date | null;
  pausedUntil: Date | null;
  callsOn: string | null;
  calls: number;
  dailyLimit: number | null;
  unitCost: bigint | null;
  monthlyLimit: bigint | null;
  unitsOn: string | null;
  units: number;
}

const DAY = 86_400_000;

/** What a merchant can do about a problem that concerns a whole connection. */
const ADVICE: Readonly<Record<string, string>> = {
  auth: "The provider refuses the credentials: correct them with Change credentials, then press Test.",
  rate_limit: "The provider asks for a pause. It is asked again by itself; a daily limit below the provider's own avoids this.",
  unavailable: "The provider does not answer. It is asked again by itself; other connections take over meanwhile where they can.",
  unparsable: "The provider answers with something that is no tracking data, such as a maintenance page. It is asked again by itself.",
  failed_test: "The test did not succeed: check the credentials, then press Test again.",
};

/**
 * How a connection is: working, resting, or failing and what to do; what is used of its quota and when that begins anew
 * (00:00 UTC); what the month has cost at the merchant's price.
 * @param provider its own limit of calls a day, and whether numbers are registered (else calls are what is paid)
 * @param decimals of the shop's currency
 */
export function presentHealth(row: HealthRow, provider: { perDay: number | null; registers: boolean }, input: { now: number; currency: string; decimals: number; registered: number }) {
  const today = new Date(input.now).toISOString();
  const used = row.callsOn === today.slice(0, 10) ? row.calls : 0;
  const units = row.unitsOn === today.slice(0, 7) ? row.units : 0;
  const perDay = provider.perDay === null ? row.dailyLimit : row.dailyLimit === null ? provider.perDay : Math.min(provider.perDay, row.dailyLimit);
  const failing = row.failingSince !== null;
  return {
    lastOkAt: row.lastOkAt?.toISOString() ?? null,
    lastErrorAt: row.lastErrorAt?.toISOString() ?? null,
    lastError: row.lastError,
    lastPushAt: row.lastPushAt?.toISOString() ?? null,
    // A provider that asks for a pause works; it is only asked too much.
    failing: failing && row.lastProblem !== "rate_limit",
    failingSince: failing ? (row.failingSince?.toISOString() ?? null) : null,
    advice: failing ? (ADVICE[row.lastProblem ?? ""] ?? null) : null,
    pausedUntil: row.pausedUntil && row.pausedUntil.getTime() > input.now ? row.pausedUntil.toISOString() : null,
    callsToday: used,
    callsPerDay: perDay,
    callsLeft: perDay === null ? null : Math.max(0, perDay - used),
    resetsAt: perDay === null ? null : new Date((Math.floor(input.now / DAY) + 1) * DAY).toISOString(),
    registered: provider.registers ? input.registered : null,
    paidFor: provider.registers ? ("registration" as const) : ("call" as const),
    units,
    spentMinor: row.unitCost === null ? null : Number((row.unitCost * BigInt(units)) / 10n ** BigInt(6 - input.decimals)),
    monthlyLimitMinor: row.monthlyLimit === null ? null : Number(row.monthlyLimit),
    currency: input.currency,
    limits: {
      dailyLimit: row.dailyLimit === null ? "" : String(row.dailyLimit),
      unitCost: decimalText(row.unitCost, 6),
      monthlyLimit: decimalText(row.monthlyLimit, input.decimals),
    },
  };
}

/** 20000n with 6 decimals is "0.02". */
function decimalText(value: bigint | null, decimals: number): string {
  if (value === null) return "";
  const digits = value.toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const part = trimEndOf(digits.slice(digits.length - decimals), "0");
  return part ? `${whole}.${part}` : whole;
}
