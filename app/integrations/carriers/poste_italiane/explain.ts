import { explainBy } from "../reading/understand";

/**
 * Poste Italiane is understood by its words alone: its three-letter codes have no public list. What it calls by names of
 * its own is in the text rules of the carrier.
 */
export const explainPosteItaliane = explainBy("poste_italiane");
