import { STATUS_DETAILS } from "./details";
import { NOT_UNDERSTOOD, TRACKING_STATUSES, type TrackingStatus, type Understanding } from "./status";
import { boundedText, LONGEST } from "./text/bounded-text";
import { classifyByRules, classifyText } from "./text/classify-text";

/** Our own names, without anything but letters: "Out for delivery", "OUT_FOR_DELIVERY" and "OutForDelivery" are one. */
const BY_NAME = new Map<string, TrackingStatus>(TRACKING_STATUSES.map((status) => [bare(status), status]));

const MAPPING = "names@1";

function bare(name: string): string {
  return boundedText(name, LONGEST.code).normalize("NFKC").toUpperCase().replace(/[^\p{L}]/gu, "");
}

/** The status with this name, in any spelling; null when it is no name of ours. */
export function statusNamed(name: string): TrackingStatus | null {
  return BY_NAME.get(bare(name)) ?? null;
}

/**
 * What a scan given by file or API means: one of our status names, else words that the text classifier is sure of, else
 * UNKNOWN, which is kept and counted. Nothing is guessed: a status and a text that contradict each other are not
 * understood, unless the status is one of our own names, which is the sender's plain word.
 *
 * @param given.carrier the carrier's code where known: the same words can mean different things to different carriers
 */
export function understandGiven(given: { status: string | null; code: string | null; text: string | null; carrier: string | null }): Understanding {
  const said = given.text === null ? NOT_UNDERSTOOD : classifyText(given.text, given.carrier);
  const named = firstNamed(given.status, given.code);
  if (named === "UNKNOWN") return NOT_UNDERSTOOD;
  if (named !== null) {
    const detail = said.status === named && said.detail !== null && STATUS_DETAILS[named].includes(said.detail) ? said.detail : null;
    return { status: named, detail, mapping: MAPPING };
  }
  const answers = [given.status, given.code]
    .map((words) => (words === null ? NOT_UNDERSTOOD : classifyByRules(words, given.carrier)))
    .concat(said)
    .filter((answer) => answer.status !== "UNKNOWN");
  const [first] = answers;
  if (first === undefined || answers.some((answer) => answer.status !== first.status)) return NOT_UNDERSTOOD;
  return answers.find((answer) => answer.detail !== null) ?? first;
}

function firstNamed(...names: readonly (string | null)[]): TrackingStatus | null {
  for (const name of names) {
    const status = name === null ? null : statusNamed(name);
    if (status !== null) return status;
  }
  return null;
}
