/** An aggregator's names of carriers beside Milepost's codes, read in both directions. */
export interface CarrierNames {
  /** Milepost's code for their name, in any case; null for a carrier without a name here. */
  ours(theirs: string | null): string | null;
  /** Their name for Milepost's code; null lets the aggregator find the carrier itself. */
  theirs(ours: string | null): string | null;
}

/** @param pairs "ours=theirs" or "ours=theirs|another of theirs", blanks between */
export function carrierNames(pairs: string): CarrierNames {
  const known = pairs.trim().split(/\s+/).map((pair) => {
    const [ours = "", names = ""] = pair.split("=");
    return { ours, names: names.split("|") };
  });
  return {
    ours: (theirs) => known.find((one) => one.names.some((name) => name.toLowerCase() === theirs?.toLowerCase()))?.ours ?? null,
    theirs: (ours) => known.find((one) => one.ours === ours)?.names[0] ?? null,
  };
}
