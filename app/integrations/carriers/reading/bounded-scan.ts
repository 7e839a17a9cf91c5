import { boundedWords, LONGEST } from "~/domain/tracking/text/bounded-text";

/** A scan's code and words as the adapters' parsers read them: each at most 500 UTF-16 units. */
export function boundedScan(scan: { code: string | null; text: string | null }): { code: string | null; text: string | null } {
  const part = (value: string | null) => (value === null || value.length <= LONGEST.scan ? value : boundedWords(value, LONGEST.scan));
  return { code: part(scan.code), text: part(scan.text) };
}
