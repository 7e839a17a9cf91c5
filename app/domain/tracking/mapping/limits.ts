/** Most rules a shop may have in force, and most ended ones that are kept because scans were read with them. */
export const MAX_RULES = 2_000;
export const MAX_ENDED = 2_000;

/** Longest code and text that a rule may name, in UTF-16 units; what a scan says beyond that is not compared. */
export const MAX_CODE = 100;
export const MAX_TEXT = 200;
