import type { NumberFormat } from "./number-format";
import { MAX_NUMBER_LENGTH } from "./normalise-number";

/** Formats by length (first index) and by first character code minus that of "0" (second). */
export type FormatIndex = readonly (readonly (readonly NumberFormat[])[])[];

const NONE: readonly NumberFormat[] = [];
const ZERO = 48;
const CODES = 91 - ZERO;

/** Sorts formats so that a number meets only those that its length and first character allow. */
export function indexFormats(formats: readonly NumberFormat[]): FormatIndex {
  return Array.from({ length: MAX_NUMBER_LENGTH + 1 }, (_, length) => {
    const ofLength = formats.filter((format) => format.lengths.includes(length));
    return Array.from({ length: CODES }, (__, code) => {
      const first = String.fromCharCode(code + ZERO);
      const found = ofLength.filter((format) => format.starts.includes(first));
      return found.length === 0 ? NONE : found;
    });
  });
}

/** The formats worth trying for a compact number. */
export function formatsFor(index: FormatIndex, number: string): readonly NumberFormat[] {
  return index[number.length]?.[number.charCodeAt(0) - ZERO] ?? NONE;
}
