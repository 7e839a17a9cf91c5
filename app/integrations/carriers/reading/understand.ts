import { fittingDetail } from "~/domain/tracking/details";
import type { TrackingDetail, TrackingStatus, Understanding } from "~/domain/tracking/status";
import { NOT_UNDERSTOOD } from "~/domain/tracking/status";
import { classifyByRules, classifyText } from "~/domain/tracking/text/classify-text";

/** What one code means: a status, and a detail where the code tells one. */
export type Meaning = readonly [status: TrackingStatus, detail?: TrackingDetail];

/** A provider's code table as data. `name` is written into every event it understands, e.g. "ups/codes@1". */
export interface StatusMap {
  name: string;
  meanings: Readonly<Record<string, Meaning>>;
}

/** What a map says of a code: exactly as written first, then in upper case; null when it does not know it. */
export function lookUp(map: StatusMap, code: string | null): Understanding | null {
  if (code === null) return null;
  for (const key of [code, code.toUpperCase()]) {
    if (!Object.hasOwn(map.meanings, key)) continue;
    const meaning = map.meanings[key];
    if (meaning !== undefined) return { status: meaning[0], detail: fittingDetail(meaning[0], meaning[1]), mapping: map.name };
  }
  return null;
}

/**
 * The first map that knows the code decides, the finest first; the words last. A map that knows a code to say nothing of
 * the status ends the search: its words must not overrule it.
 */
export function firstKnown(answers: readonly (Understanding | null)[], text: string | null, carrier: string): Understanding {
  const known = answers.find((answer) => answer !== null);
  if (known !== undefined && known !== null) return known.status === "UNKNOWN" ? known : besideText(known, text, carrier);
  return text === null ? NOT_UNDERSTOOD : classifyText(text, carrier);
}

/**
 * What the words add to a code. They may say how (left with a neighbour, mailbox) when the code says only what, and they
 * never change what it says, but for one case: a "delivered" is not believed against them. Back at the sender is
 * delivered to many carriers' codes, and a failed attempt under such a code is a mistake of one side or the other.
 */
function besideText(answer: Understanding, text: string | null, carrier: string): Understanding {
  if (text === null || (answer.detail !== null && answer.status !== "DELIVERED")) return answer;
  const words = classifyByRules(text, carrier);
  if (answer.status === "DELIVERED") {
    if (words.status === "RETURNED" || words.status === "RETURNING") return { ...words, status: "RETURNED", detail: fittingDetail("RETURNED", words.detail) };
    if (words.status === "ATTEMPTED_DELIVERY" && words.detail === null) return NOT_UNDERSTOOD;
  }
  return answer.detail === null && words.status === answer.status && words.detail !== null ? { ...answer, detail: words.detail } : answer;
}

/** The plainest `explain`: the maps in their order, then the words. */
export function explainBy(carrier: string, ...maps: readonly StatusMap[]): (scan: { code: string | null; text: string | null }) => Understanding {
  return ({ code, text }) => firstKnown(maps.map((map) => lookUp(map, code)), text, carrier);
}

/** One meaning for many codes, as the tables of carriers are printed: `rows(["01 02 03", "DELIVERED"], …)`. */
export function rows(...groups: readonly (readonly [codes: string, ...meaning: Meaning])[]): Readonly<Record<string, Meaning>> {
  const meanings: Record<string, Meaning> = {};
  for (const [codes, ...meaning] of groups) {
    for (const code of codes.split(" ")) meanings[code] = meaning;
  }
  return meanings;
}
