/** One carrier that may have issued a number. */
export interface Candidate {
  /** Carrier code, lower snake case, e.g. "dhl_express". */
  carrier: string;
  /** The format that fits, by its id in ./formats, e.g. "fedex_12". */
  format: string;
  /** 0..1: how telling the format is for this number, with the hints taken in. Not a probability. */
  score: number;
}

/** What is known besides the number itself; every part may be missing. */
export interface DetectionHints {
  /** How many shipments this shop sent with each carrier. */
  history?: Readonly<Record<string, number>>;
  /** ISO 3166-1 alpha-2. */
  originCountry?: string | null;
  /** ISO 3166-1 alpha-2. */
  destinationCountry?: string | null;
}
