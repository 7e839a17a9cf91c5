/** Longer texts are no carrier's name. */
const MAX_LENGTH = 120;
/** The same taken apart: a Korean syllable is up to three signs; one that stands for a whole phrase ("ﷺ") is no name's. */
const MAX_PLAIN_LENGTH = 3 * MAX_LENGTH;

/** Letters that stand alone, one after the other, are one short form: "U.S.P.S.", "2nd Day A.M.". */
function joinInitials(tokens: readonly string[]): string[] {
  const joined: string[] = [];
  let initials = false;
  for (const token of tokens) {
    const single = token.length === 1 && token >= "a" && token <= "z";
    if (single && initials) joined[joined.length - 1] += token;
    else joined.push(token);
    initials = single;
  }
  return joined;
}

/**
 * A carrier's name as words: lower case, no accents, "&" as "and", signs gone, initials as one word. Letters of other
 * scripts stay. Empty when nothing is left, or when the text is too long to be a name.
 */
export function nameTokens(typed: string): string[] {
  if (typed.length > MAX_LENGTH) return [];
  const plain = typed.normalize("NFKD").replace(/\p{M}/gu, "");
  if (plain.length > MAX_PLAIN_LENGTH) return [];
  const tokens = plain
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/ł/g, "l")
    .replace(/ø/g, "o")
    .replace(/ı/g, "i")
    .replace(/&/g, " and ")
    .replace(/['’`®™©]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== "");
  return joinInitials(tokens);
}

/** The same in one word: how names are looked up, so that "Fed Ex" and "FedEx" are one. */
export function compactName(typed: string): string {
  return nameTokens(typed).join("");
}
