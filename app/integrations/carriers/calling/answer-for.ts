import type { ParsedAnswer, ParsedShipment } from "~/domain/tracking/event";

import type { TrackingQuery } from "../port";
import { problem } from "../reading/answers";
import { newestScanned } from "../reading/reused";

/** Two spellings of the same number: blanks, hyphens and case do not matter. */
export function sameNumber(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(number: string): string {
  return number.normalize("NFKC").replace(/[\s\-./]/g, "").toUpperCase();
}

/**
 * Holds an answer against what was asked: by its number, else by another one of the same shipment. A shipment that nobody asked about is left out (the other pieces of a
 * shipment, or a provider's mistake); a number that got neither shipment nor problem is said to be not found, or to have
 * been answered for another.
 */
export function answerFor(queries: readonly TrackingQuery[], answer: ParsedAnswer): ParsedAnswer {
  const shipments: ParsedAnswer["shipments"] = [];
  for (const query of queries) {
    const exact = answer.shipments.filter((one) => sameNumber(one.number, query.number));
    const found = exact.length > 0 ? exact : answer.shipments.filter((one) => one.otherNumbers?.some((other) => sameNumber(other, query.number)) === true);
    const meant = theOneMeant(query, found);
    if (meant === undefined) continue;
    const { otherNumbers: _, ...one } = meant;
    shipments.push({ ...one, number: query.number });
  }
  const only = queries.length === 1 ? (queries[0]?.number ?? null) : null;
  const problems: ParsedAnswer["problems"] = [];
  for (const one of answer.problems) {
    const asked = queries.find((query) => one.number !== null && sameNumber(query.number, one.number));
    const number = asked?.number ?? (one.kind === "auth" || one.kind === "rate_limit" || one.kind === "unavailable" ? null : (one.number ?? only));
    problems.push({ ...one, number });
  }
  const foreign = answer.shipments.length > 0 && shipments.length === 0;
  if (!problems.some((one) => one.number === null)) {
    for (const query of queries) {
      const answered = shipments.some((one) => one.number === query.number) || problems.some((one) => one.number === query.number);
      if (answered) continue;
      problems.push(
        foreign
          ? problem("invalid", "The provider answered about another shipment's number.", { number: query.number })
          : problem("not_found", "The provider's answer says nothing about this number.", { number: query.number }),
      );
    }
  }
  return { shipments, problems };
}

/**
 * One number can stand for several shipments: it is used again after months, by another division, or an aggregator holds it
 * for two carriers. The carrier that was asked for decides, then the newest scan.
 */
function theOneMeant(query: TrackingQuery, found: readonly ParsedShipment[]): ParsedShipment | undefined {
  const named = found.filter((one) => query.carrier !== null && one.carrier === query.carrier);
  return newestScanned(named.length > 0 ? named : found);
}
