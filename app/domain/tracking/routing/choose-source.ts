const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A registered provider that has told nothing for this long may be relieved by the next. */
export const NO_DATA_MS = 3 * DAY;

/** A provider that holds a registration and has been down for this long may be relieved by the next. */
export const DOWN_MS = DAY;

/** A fresh number that its carrier does not know yet is not taken to somebody who charges for it before this long. */
export const FRESH_MS = DAY;

/** How long a source in front that costs nothing more is waited for (a rest, a quota's pace) before somebody is paid. */
export const PATIENCE_MS = { urgent: 15 * MINUTE, normal: 2 * HOUR } as const;

/** A registration that is being ended is looked at again after this long. */
const ENDING_MS = 5 * MINUTE;

/** A provider that would not take a number is asked again after a day, then three, then never. */
const REFUSED_FOR_MS = [DAY, 3 * DAY];

/** Somebody who would not take a number, or had nothing of it. */
export interface Refusal {
  provider: string;
  at: number;
  times: number;
  reason: string;
}

/** The one registration of a number, if there is one. */
export interface Holder {
  provider: string;
  status: "claiming" | "registered" | "ending";
  registeredAt: number;
  /** Whether it has told any scan. */
  told: boolean;
}

/** A connection as a source for one shipment; `at` instants in the past or present mean now. */
export interface Source {
  provider: string;
  /** required: it must be told to follow a number (and may charge for it) before it can be asked. */
  registration: "none" | "required";
  /** It rests until then: a rate limit, an outage. */
  restsUntil: number;
  /** Nothing but problems since then; null when it works. */
  failingSince: number | null;
  /** When its budget allows one more call, and one more registration. */
  callAt: number;
  registerAt: number;
}

export interface Question {
  /** In routing order. */
  sources: readonly Source[];
  holder: Holder | null;
  refusals: readonly Refusal[];
  /** Providers that have been asked in this round and had nothing. */
  tried: ReadonlySet<string>;
  urgency: "urgent" | "normal";
  shippedAt: number;
  now: number;
}

/**
 * - ask: this provider now; `register` first where it must be told of the number, and `end` the other's registration
 *   before that.
 * - wait: nobody now; `provider` can be asked at `until`.
 * - nobody: no source is left that could be asked, now or later.
 */
export type Choice =
  | { kind: "ask"; provider: string; register: boolean; end: string | null }
  | { kind: "wait"; provider: string; until: number }
  | { kind: "nobody" };

/**
 * Who is asked for a shipment: the first in the routing order that can be asked now. Rules beside the order
 * (docs/decisions/aggregator-routing.md):
 *
 * 1. A number has at most one registration. Whoever holds it is asked; another that would have to register takes over
 *    only when the holder has told nothing for 3 days, is down for a day, or is not to be asked any more, and the
 *    holder's registration is ended first.
 * 2. A source that need not be paid anew and is merely resting or pacing its quota is waited for a while before
 *    somebody is paid in its place.
 * 3. Who refused a number is left out: for a day, then three, then for good.
 */
export function chooseSource(question: Question): Choice {
  const { now, holder } = question;
  const patience = PATIENCE_MS[question.urgency];
  let soonest: { provider: string; until: number } | null = null;
  let awaited: { provider: string; until: number } | null = null;
  const wait = (provider: string, until: number) => {
    if (soonest === null || until < soonest.until) soonest = { provider, until };
  };
  for (const source of question.sources) {
    const holds = holder?.provider === source.provider;
    const register = source.registration === "required" && !holds;
    if (question.tried.has(source.provider)) {
      // What its own carrier does not know yet, nobody else will know.
      if (!register && now - question.shippedAt < FRESH_MS) awaited ??= { provider: source.provider, until: question.shippedAt + FRESH_MS };
      continue;
    }
    if (register && (isRefused(question.refusals, source.provider, now) || !mayTakeOver(question))) continue;
    const ending = holds && holder.status === "ending" ? now + ENDING_MS : 0;
    const at = Math.max(source.restsUntil, source.callAt, register ? source.registerAt : 0, ending);
    if (at > now) {
      wait(source.provider, at);
      const down = source.failingSince !== null && now - source.failingSince >= patience;
      if (!register && at - now <= patience && !down) awaited ??= { provider: source.provider, until: at };
      continue;
    }
    if (register && awaited !== null) return { kind: "wait", ...(awaited as { provider: string; until: number }) };
    return { kind: "ask", provider: source.provider, register, end: register ? (holder?.provider ?? null) : null };
  }
  return soonest === null ? { kind: "nobody" } : { kind: "wait", ...(soonest as { provider: string; until: number }) };
}

/** Whether a number's registration may move to another provider. */
function mayTakeOver(question: Pick<Question, "holder" | "sources" | "now">): boolean {
  const { holder, now } = question;
  if (holder === null) return true;
  // While somebody registers or ends it, nobody can know whether it is paid for.
  if (holder.status !== "registered") return false;
  const source = question.sources.find((each) => each.provider === holder.provider);
  if (source === undefined) return true;
  if (!holder.told && now - holder.registeredAt >= NO_DATA_MS) return true;
  return source.failingSince !== null && now - source.failingSince >= DOWN_MS;
}

/** Whether a provider that would not take a number is still left out. */
export function isRefused(refusals: readonly Refusal[], provider: string, now: number): boolean {
  const refusal = refusals.find((each) => each.provider === provider);
  if (refusal === undefined) return false;
  const wait = REFUSED_FOR_MS[refusal.times - 1];
  return wait === undefined || now - refusal.at < wait;
}

/** The refusals with one more. */
export function withRefusal(refusals: readonly Refusal[], provider: string, reason: string, now: number): Refusal[] {
  const times = (refusals.find((each) => each.provider === provider)?.times ?? 0) + 1;
  return [...refusals.filter((each) => each.provider !== provider), { provider, at: now, times, reason: reason.slice(0, 200) }];
}
