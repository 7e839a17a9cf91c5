import type { WantedShipment } from "./plan";

/** A pasted line that says something, with its place in what was pasted (the first line is 1). */
export interface PastedLine {
  line: number;
  wanted: WantedShipment;
}

/** Most numbers that are pasted at once, and most characters they may take. */
export const MOST_LINES = 1_000;
export const MOST_PASTED = 200_000;

/** Longest name of a carrier or an order that is read. */
const MAX_NAME = 255;

/**
 * Reads pasted numbers: one a line, optionally followed by the carrier and the order, divided by commas, semicolons or
 * tabs: `number, carrier, order`. A part that begins with "#" is an order wherever it stands.
 * @returns the lines; or a sentence when there are none or too many
 */
export function readLines(pasted: string): { ok: true; lines: PastedLine[] } | { ok: false; problem: string } {
  if (pasted.length > MOST_PASTED) return { ok: false, problem: `This is too much at once: paste at most ${MOST_LINES} numbers, or import a file.` };
  const lines = pasted.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((text, index) => {
    const parts = text.split(/[,;\t]/).map((part) => part.trim());
    if (parts.every((part) => part === "")) return [];
    return [{ line: index + 1, wanted: toWanted(parts) }];
  });
  if (lines.length === 0) return { ok: false, problem: "Paste at least one tracking number." };
  if (lines.length > MOST_LINES) {
    return { ok: false, problem: `These are ${lines.length} numbers: paste at most ${MOST_LINES} at once, or import a file.` };
  }
  return { ok: true, lines };
}

function toWanted([number = "", ...rest]: readonly string[]): WantedShipment {
  const order = rest.find((part) => part.startsWith("#"));
  const named = rest.filter((part) => part !== order);
  return {
    number,
    carrier: named[0]?.slice(0, MAX_NAME) || null,
    order: (order ?? named[1])?.slice(0, MAX_NAME) || null,
    shippedAt: null,
    service: null,
    originCountry: null,
    destinationCountry: null,
  };
}
