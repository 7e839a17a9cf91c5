/** Longer texts are no carrier's name. */
const MAX_LENGTH = 120;

/**
 * A carrier's name as words: lower case, no accents, "&" as "and", signs gone. Letters of other scripts stay.
 * Empty when nothing is left, or when the text is too long to be a name.
 */
export function nameTokens(typed: string): string[] {
  if (typed.length > MAX_LENGTH) return [];
  return typed
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/ł/g, "l")
    .replace(/ø/g, "o")
    .replace(/ı/g, "i")
    .replace(/&/g, " and ")
    .replace(/['’`®™©]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== "");
}

/** The same in one word: how names are looked up, so that "Fed Ex" and "FedEx" are one. */
export function compactName(typed: string): string {
  return nameTokens(typed).join("");
}
