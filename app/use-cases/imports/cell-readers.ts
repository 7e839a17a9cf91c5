import { IANAZone } from "luxon";

import type { CellReaders } from "~/domain/imports/read-row";
import { findCarrier } from "~/domain/tracking/catalogue/catalogue";
import { matchCarrier } from "~/domain/tracking/catalogue/match-carrier";
import { countryCode } from "~/integrations/carriers/reading/places";
import { readOffset, readTime } from "~/integrations/carriers/reading/times";

/** Reads cells as carriers' answers are read: the same times, countries and names. */
export const cellReaders: CellReaders = {
  time: (said, hints) => readTime(said, hints),
  country: (said) => countryCode(said),
  zone: (said) => readOffset(said) ?? (IANAZone.isValidZone(said) ? said : null),
  carrier: (said) => findCarrier(said.trim().toLowerCase())?.code ?? matchCarrier(said).carrier,
};
