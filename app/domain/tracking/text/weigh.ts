import { NOT_UNDERSTOOD, type TrackingStatus, type Understanding } from "../status";
import { knownMeaning, likenessOf, type LikenessModel } from "./likeness/model";
import type { RuleReading } from "./read-rules";

/** A status less likely than this is not said. */
const SURE = 0.4;
/** A text of which most words were never seen resembles nothing, whatever the numbers say. */
const KNOWN = 0.4;
const SEEN = 0.25;

/**
 * What a text means by the rules, by the known scans, and by its likeness to them, in this order of trust: a rule that decides,
 * a scan known word for word, then the likeliest status, to which the rules that hold contribute. The rules' own answer is
 * kept where it is that status, because it knows the detail.
 */
export function weigh(reading: RuleReading, model: LikenessModel, normalText: string): Understanding {
  if (reading.force === "decides") return reading.understanding;
  const known = knownMeaning(model, normalText);
  if (known !== null) return answer(known, reading, "text/known@1");
  if (reading.force === "conditional") return reading.understanding;
  const likeness = likenessOf(model, normalText);
  if (likeness === null || likeness.known < KNOWN || likeness.seen < SEEN) return reading.understanding;
  const odds = model.statuses.map((status, column) => (mayBeSaid(status, reading) ? (likeness.shares[column] ?? 0) : 0));
  const highest = Math.max(...odds);
  return highest < SURE ? NOT_UNDERSTOOD : answer(model.statuses[odds.indexOf(highest)] ?? "UNKNOWN", reading, "text/likeness@1");
}

/** A delivery is never said for likeness alone: it would end the way of a shipment that may still be on it. */
function mayBeSaid(status: TrackingStatus, { understanding }: RuleReading): boolean {
  return status !== "DELIVERED" || understanding.status === "DELIVERED";
}

function answer(status: TrackingStatus, { understanding }: RuleReading, mapping: string): Understanding {
  if (status === understanding.status) return understanding;
  return status === "UNKNOWN" ? NOT_UNDERSTOOD : { status, detail: null, mapping };
}
