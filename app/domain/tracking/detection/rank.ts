import type { Candidate, DetectionHints } from "./candidate";

/** A candidate before the hints, with where its carrier works (null: everywhere). */
export interface Fit extends Candidate {
  countries: readonly string[] | null;
}

/** How far a shop that uses one carrier only pulls that carrier towards certainty. */
const HISTORY_PULL = 0.5;
/** How far a carrier at home in the origin or destination is pulled up, and a stranger pushed down. */
const HOME_PULL = 0.3;
const STRANGER_FACTOR = 0.8;
/** Nothing but the carrier itself is certain. */
const CEILING = 0.99;

function withHints(fit: Fit, total: number, hints: DetectionHints): number {
  let { score } = fit;
  const { originCountry, destinationCountry, history } = hints;
  if (fit.countries !== null && (originCountry || destinationCountry)) {
    const home = [originCountry, destinationCountry].some(
      (country) => country && fit.countries?.includes(country.toUpperCase()),
    );
    score = home ? score + (1 - score) * HOME_PULL : score * STRANGER_FACTOR;
  }
  if (history && total > 0) score += (1 - score) * HISTORY_PULL * (Math.max(0, history[fit.carrier] ?? 0) / total);
  return score;
}

function toCandidate(fit: Fit, total: number, hints: DetectionHints): Candidate {
  return { carrier: fit.carrier, format: fit.format, score: Math.round(Math.min(CEILING, withHints(fit, total, hints)) * 100) / 100 };
}

/** Fits as candidates, best first; equal ones in a fixed order so that the same number always reads the same. */
export function rankFits(fits: readonly Fit[], hints: DetectionHints): Candidate[] {
  const total = hints.history === undefined ? 0 : Object.values(hints.history).reduce((sum, count) => sum + Math.max(0, count), 0);
  const [only] = fits;
  if (only !== undefined && fits.length === 1) return [toCandidate(only, total, hints)];
  return fits
    .map((fit) => toCandidate(fit, total, hints))
    .sort((a, b) => b.score - a.score || (a.format < b.format ? -1 : a.format > b.format ? 1 : 0) || (a.carrier < b.carrier ? -1 : 1));
}
