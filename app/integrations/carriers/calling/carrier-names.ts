import { aggregatorCode, carrierOfAggregator } from "~/domain/tracking/catalogue/aggregator-codes";

/** An aggregator's names of carriers beside Milepost's codes, read in both directions. The names stand in the catalogue. */
export interface CarrierNames {
  /** Milepost's code for their name, in any case; null for a name that is not known. */
  ours(theirs: string | null): string | null;
  /** Their name for Milepost's code; null lets the aggregator find the carrier itself. `country` is the destination. */
  theirs(ours: string | null, country?: string | null): string | null;
}

/** @param aggregator its code in the catalogue, e.g. "aftership" */
export function carrierNames(aggregator: string): CarrierNames {
  return {
    ours: (theirs) => carrierOfAggregator(aggregator, theirs),
    theirs: (ours, country = null) => (ours === null ? null : aggregatorCode(aggregator, ours, country)),
  };
}
