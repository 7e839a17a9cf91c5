/** A word of a line: as it stands there, as it is compared, and where. */
export interface Word {
  written: string;
  /** Lower case, no accents, "ß" as "ss". */
  folded: string;
  /** From its first to after its last UTF-16 unit. */
  start: number;
  end: number;
  /** What stands between the word before and this one; before the first, what the line begins with. */
  gap: string;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a line, letters and digits alone: "Sig.ra O'Brien" has four. */
export function wordsOf(line: string): Word[] {
  const words: Word[] = [];
  let before = 0;
  for (const match of line.matchAll(WORD)) {
    const [written] = match;
    words.push({ written, folded: fold(written), start: match.index, end: match.index + written.length, gap: line.slice(before, match.index) });
    before = match.index + written.length;
  }
  return words;
}

function fold(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss").replace(/ø/g, "o").replace(/æ/g, "ae").replace(/œ/g, "oe");
}

/** Words that are written with a point behind them, none of which ends a sentence. */
const ABBREVIATED: ReadonlySet<string> = new Set("mr mrs ms dr mx st no nr fa fam hr fr sig ra sr sra srta mme mlle dhr mevr mw apt bzw ggf incl approx".split(" "));

const GENDERED: ReadonlySet<string> = new Set(["in", "innen"]);

/** Signs that end a part of a sentence; a point does where it ends a sentence, a dash between blanks. */
const ENDS = /[,;|()[\]{}!?–—]|\s-\s|\s-$/;

/**
 * Whether a part of a sentence begins at a word. A point after an initial or a short form, a colon or a point within a
 * number, and a slash are within one.
 */
export function beginsPart(word: Word, before: Word | undefined): boolean {
  if (before === undefined || ENDS.test(word.gap)) return true;
  // "Empfänger:in" is one word.
  if (word.gap === ":" && GENDERED.has(word.folded)) return false;
  const inNumber = /\d$/.test(before.written) && /^\d/.test(word.written);
  if (word.gap.includes(":")) return !inNumber;
  if (!word.gap.includes(".")) return false;
  return !inNumber && before.written.length > 1 && !ABBREVIATED.has(before.folded) && /\s/.test(word.gap);
}
