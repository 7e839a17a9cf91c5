import { findCarrier } from "~/domain/tracking/catalogue/catalogue";
import { matchCarrier } from "~/domain/tracking/catalogue/match-carrier";
import { detectCarrier } from "~/domain/tracking/detection/detect-carrier";

/** A carrier, and what it was told by. */
export interface ResolvedCarrier {
  /** Milepost's code; null when it is not known. */
  carrier: string | null;
  /** company: Shopify's tracking company; number: the number's format alone. */
  source: "company" | "number" | "unknown";
}

/** A format must be this telling, and this far ahead of every other carrier's, to stand for a carrier. */
const CERTAIN = 0.8;
const AHEAD = 0.15;

/** Company names that say that no company was named. */
const NO_NAME = new Set(["", "other", "unknown", "n/a", "na", "none", "-"]);

/**
 * Which carrier a tracking number belongs to: what Shopify was told first, then the number's format, and null rather
 * than a guess. A company that is named and not known (an own fleet, a local courier) is not overruled by the format
 * of its numbers.
 */
export function resolveCarrier(
  company: string | null,
  number: string,
  hints: { originCountry: string | null; destinationCountry: string | null },
): ResolvedCarrier {
  const typed = company?.trim() ?? "";
  if (!NO_NAME.has(typed.toLowerCase())) {
    const { carrier } = matchCarrier(typed);
    return carrier === null ? { carrier: null, source: "unknown" } : { carrier, source: "company" };
  }
  const [best, ...others] = detectCarrier(number, hints);
  const rival = others.find((each) => each.carrier !== best?.carrier);
  if (best && best.score >= CERTAIN && (!rival || best.score - rival.score >= AHEAD)) return { carrier: findCarrier(best.carrier)?.code ?? best.carrier, source: "number" };
  return { carrier: null, source: "unknown" };
}
