import type { TrackingDetail, TrackingStatus } from "../status";
import { foldText } from "./fold-text";

/** Which scans a rule is about: those of one provider with this code, this text, or both. null is "whatever it is". */
export interface ScanMatch {
  provider: string;
  /** The provider's code, exactly; upper and lower case differ. */
  code: string | null;
  /** The scan's text; compared without case, spacing and a full stop at its end. */
  text: string | null;
}

/** How scans are to be understood. UNKNOWN lets them stand word for word and decide nothing. */
export interface Reading {
  status: TrackingStatus;
  detail: TrackingDetail | null;
}

/** One line of a shop's own mapping. */
export interface MappingRule extends ScanMatch, Reading {}

/**
 * A rule with the scans it reads: those heard of at `from` or later and before `until`, in milliseconds since the
 * epoch; null is no bound. An ended entry stays for as long as scans are read with it: what was decided "from now on"
 * leaves the past as it was.
 */
export interface MappingEntry extends MappingRule {
  from: number | null;
  until: number | null;
  /** The number of the version that made it. */
  version: number;
}

/** The same for every rule about the same scans: a shop has at most one in force for each. */
export function matchKey({ provider, code, text }: ScanMatch): string {
  return JSON.stringify([provider, code, text === null ? null : foldText(text)]);
}

/** The rules in force now: entries that have not ended. */
export function inForce(entries: readonly MappingEntry[]): MappingEntry[] {
  return entries.filter((entry) => entry.until === null);
}

/** Whether two readings say the same; null, which leaves a scan to the adapter, equals null alone. */
export function sameReading(a: Reading | null, b: Reading | null): boolean {
  return a === null || b === null ? a === b : a.status === b.status && a.detail === b.detail;
}
