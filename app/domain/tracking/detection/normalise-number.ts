/** A tracking number longer than this is none: the longest format has 39 characters and a prefix. */
export const MAX_NUMBER_LENGTH = 64;

/** What is typed or pasted may be spaced out; beyond this it is not read at all. */
const MAX_TYPED_LENGTH = 256;

/** Cyrillic and Greek capitals that look like a Latin one: they slip in when numbers are copied from mails. */
export const LOOK_ALIKES: Readonly<Record<string, string>> = {
  А: "A", В: "B", С: "C", Е: "E", Н: "H", І: "I", Ј: "J", К: "K", М: "M", О: "O", Р: "P", Ѕ: "S", Т: "T", Х: "X",
  У: "Y", Ѵ: "V", Ԛ: "Q", Ԝ: "W", Ԁ: "D", Ԍ: "G", Ӏ: "I", З: "3",
  Α: "A", Β: "B", Ε: "E", Ζ: "Z", Η: "H", Ι: "I", Κ: "K", Μ: "M", Ν: "N", Ο: "O", Ρ: "P", Τ: "T", Υ: "Y", Χ: "X",
};

const PLAIN = /^[A-Z0-9]+$/;
/** White space, marks of no width, every dash, dots, underscores. */
const SEPARATORS = /[\s\p{Cf}\p{Pd}\u2212._]+/gu;
const NOT_ASCII = /[^ -~]/gu;

/** Typed text with every letter in its Latin form: full-width folded, look-alikes replaced, upper case. */
export function latinise(typed: string): string {
  return typed.normalize("NFKC").toUpperCase().replace(NOT_ASCII, (mark) => LOOK_ALIKES[mark] ?? mark);
}

/**
 * A number as formats see it: upper case, Latin letters and digits only.
 * Null when it is empty, too long, or holds anything that no tracking number does.
 */
export function normaliseNumber(typed: string): string | null {
  if (typed.length > MAX_TYPED_LENGTH) return null;
  if (PLAIN.test(typed)) return typed.length <= MAX_NUMBER_LENGTH ? typed : null;
  const compact = typed.normalize("NFKC").replace(SEPARATORS, "").toUpperCase();
  const latin = compact.replace(NOT_ASCII, (mark) => LOOK_ALIKES[mark] ?? mark);
  return latin.length <= MAX_NUMBER_LENGTH && PLAIN.test(latin) ? latin : null;
}
