import { NOT_UNDERSTOOD, type Understanding } from "../status";
import { learnedModel } from "./likeness/learned";
import { normaliseText } from "./normalise-text";
import { readByRules } from "./read-rules";
import { weigh } from "./weigh";

/**
 * What a scan's text says, or `NOT_UNDERSTOOD` where that is not sure. Reads English, German, French, Spanish,
 * Italian, Dutch and Portuguese. Rules read it first; what they say is weighed against the known scans it resembles.
 *
 * @param text the scan as the carrier wrote it, any length, any markup.
 * @param carrier the carrier's code where known: the same words can mean different things to different carriers.
 */
export function classifyText(text: string, carrier: string | null = null): Understanding {
  return remember(readings, text, carrier, readText);
}

/** What the rules alone say, for those who need why and how ("signed", "neighbour") and no more than what is certain. */
export function classifyByRules(text: string, carrier: string | null = null): Understanding {
  return remember(ruleReadings, text, carrier, (normalText) => readByRules(normalText, carrier).understanding);
}

function readText(normalText: string, carrier: string | null): Understanding {
  return weigh(readByRules(normalText, carrier), learnedModel(), normalText);
}

/** Carriers say the same few hundred sentences again and again, and reading one takes hundreds of patterns. */
const readings = new Map<string, Understanding>();
const ruleReadings = new Map<string, Understanding>();
const MAX_REMEMBERED = 4_000;
const MAX_REMEMBERED_LENGTH = 300;

function remember(known: Map<string, Understanding>, text: string, carrier: string | null, read: (normalText: string, carrier: string | null) => Understanding): Understanding {
  const key = text.length > MAX_REMEMBERED_LENGTH ? null : `${carrier ?? ""}\n${text}`;
  const before = key === null ? undefined : known.get(key);
  if (before !== undefined) return before;
  const normalText = normaliseText(text);
  const understanding = normalText === "" ? NOT_UNDERSTOOD : Object.freeze(read(normalText, carrier));
  if (key !== null) {
    if (known.size >= MAX_REMEMBERED) known.clear();
    known.set(key, understanding);
  }
  return understanding;
}
