import type { Understanding } from "~/domain/tracking/status";

import { firstKnown, lookUp } from "../reading/understand";
import { UPS_LETTERS, UPS_NUMERIC, UPS_PAIRS, UPS_TYPES } from "./status-map";

/** UPS's three parts of a scan's code in one text, e.g. "X/RZ/014"; parts that are missing are left out. */
export function upsCode(type: string | null, code: string | null, statusCode: string | null): string | null {
  const parts = [type, code, statusCode].filter((part) => part !== null && part !== "");
  return parts.length === 0 ? null : parts.join("/");
}

interface Parts {
  type: string | null;
  letters: string | null;
  numeric: string | null;
}

/** The parts again: three digits are the status code; a first part that is a known type is the type. */
function partsOf(code: string): Parts {
  const parts: Parts = { type: null, letters: null, numeric: null };
  const pieces = code.toUpperCase().split("/").map((piece) => piece.trim()).filter((piece) => piece !== "");
  pieces.forEach((piece, place) => {
    if (/^\d{3}$/.test(piece)) parts.numeric = piece;
    else if (place === 0 && (pieces.length > 1 || piece === "D" || (lookUp(UPS_TYPES, piece) !== null && lookUp(UPS_LETTERS, piece) === null))) parts.type = piece;
    else parts.letters = piece;
  });
  return parts;
}

/** Order: pairs with a meaning of their own, then the three-digit code, the two letters, the words, the type. */
export function explainUps(scan: { code: string | null; text: string | null }): Understanding {
  const { type, letters, numeric } = partsOf(scan.code ?? "");
  const pair = lookUp(UPS_PAIRS, type === null || letters === null ? null : `${type}/${letters}`);
  // "000" means no status: the other parts may have one.
  const code = lookUp(UPS_NUMERIC, numeric === "000" ? null : numeric);
  const known = firstKnown([pair, code, lookUp(UPS_LETTERS, letters)], scan.text, "ups");
  if (known.status !== "UNKNOWN" || known.mapping !== null) return known;
  return lookUp(UPS_TYPES, type) ?? lookUp(UPS_NUMERIC, numeric) ?? known;
}
