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
/** What is pasted around a number: quotes, "#", commas; and the brackets that GS1 prints around an identifier. */
const AROUND = /^[\s"'“”„«»‘’#*]+|(?<![\s"'“”„«»‘’,;:.!])[\s"'“”„«»‘’,;:.!]+$/gu;
const GS1_BRACKETS = /\((00|01|420|421|9[1-6])\)/g;
const NOT_ASCII = /[^ -~]/gu;

/** Typed text with every letter in its Latin form: full-width folded, look-alikes replaced, upper case. */
export function latinise(typed: string): string {
  return typed.normalize("NFKC").toUpperCase().replace(NOT_ASCII, (mark) => LOOK_ALIKES[mark] ?? mark);
}

/**
 * The usual case without any regular expression: letters, digits and the separators of ASCII. Null when there is
 * anything else in it.
 */
function compactAscii(typed: string): string | null {
  let compact = "";
  let from = 0;
  for (let place = 0; place < typed.length; place++) {
    const code = typed.charCodeAt(place);
    if ((code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)) continue;
    if (code !== 32 && code !== 45 && code !== 46 && code !== 95 && code !== 9) return null;
    if (place > from) compact += typed.slice(from, place);
    from = place + 1;
  }
  return (from === 0 ? typed : compact + typed.slice(from)).toUpperCase();
}

/**
 * A number as formats see it: upper case, Latin letters and digits only.
 * Null when it is empty, too long, or holds anything that no tracking number does.
 */
export function normaliseNumber(typed: string): string | null {
  if (typed.length > MAX_TYPED_LENGTH) return null;
  const ascii = compactAscii(typed);
  if (ascii !== null) return ascii !== "" && ascii.length <= MAX_NUMBER_LENGTH ? ascii : null;
  const bare = typed.normalize("NFKC").replace(AROUND, "").replace(GS1_BRACKETS, "$1");
  const compact = bare.replace(SEPARATORS, "").toUpperCase();
  const latin = compact.replace(NOT_ASCII, (mark) => LOOK_ALIKES[mark] ?? mark);
  return latin.length <= MAX_NUMBER_LENGTH && PLAIN.test(latin) ? latin : null;
}

const PHONE = /^\s*\(?[0-9]{3}\)?[-. ][0-9]{3}[-. ][0-9]{4}\s*$/;

/** "415-555-2671": written as North Americans write phone numbers and no carrier writes its own. */
export const isWrittenAsPhone = (typed: string): boolean => typed.length < 20 && PHONE.test(typed);

/** One digit over and over, or the digits in their order: what is typed to fill a field, and passes many a check. */
export function isPlaceholder(compact: string): boolean {
  if (compact.startsWith("1234567890") || compact.startsWith("0123456789")) return true;
  for (let place = 1; place < compact.length; place++) if (compact[place] !== compact[0]) return false;
  return true;
}
