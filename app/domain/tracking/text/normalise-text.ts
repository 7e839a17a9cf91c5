import { boundedText, trimEndOf } from "./bounded-text";
import { decodeEntities } from "./html-entities";

/** Texts are cut here before they are read: no carrier says more in one scan. */
const MAX_LENGTH = 400;
/** So much is looked at for blanks and markup before the text is cut: padding must not push the words out. */
const MAX_RAW_LENGTH = 8_000;

/** Letters that are no letters of their own ("ﬁ" is "fi" by NFKD; a zero-width blank or a soft hyphen is nothing). */
const INVISIBLE = /[\p{Cf}\u034f\ufe00-\ufe0f]/gu;

/** Markup, and not words in angle brackets ("<user not at home>"). */
const TAG = /^<\/?[a-z][a-z0-9]*(?:\s+[a-z-]+\s*=[^<>]*|\s*\/?)>$/i;

/** "couldn't" and the like, as "could not": a negation must not be lost. */
const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/\bcan'?t\b/g, "can not"],
  [/\bcannot\b/g, "can not"],
  [/\bwon't\b/g, "will not"],
  [/n't\b/g, " not"],
  [/\b(could|has|was|is|did|does|have|had|were|would|should|are)nt\b/g, "$1 not"],
  [/\bwe're\b/g, "we are"],
  [/\bwe've\b/g, "we have"],
  [/\bit's\b/g, "it is"],
  [/'ll\b/g, " will"],
];

/** A sentence with a question mark at its end. */
const QUESTION = /(?<![^.!?|])[^.!?|]*\?(?=[\s"')\]».!]|$)/g;

/** A point after these is no end of a sentence. */
const ABBREVIATION = /\b(spediz|destin|destinat|indiriz|zend|nr|hausnr|hr|fr|st|dr|mr|mrs|sr|sra|str|approx|incl|bzw|ggf|evtl)\. ?/g;

/** German umlauts written out, as they come through systems that know no others. */
const WRITTEN_OUT = /(?<=empf|versp|besch|unvollst|spaet|gesp|n|verst)ae(?=ng|t|d|nd|ch|rk)|(?<=zur|\b|gr|gew|gepr|verf|ank|geb|g)ue(?=ck|ber|nd|nsch|f|g|hr|lt)|(?<=verz|k|gel|m)oe(?=g|nn|s)/g;

/**
 * A scan's text as the rules read it: lower case, no accents, words apart by one space, commas and ends of
 * sentences as signs of their own (" , " and " . "). "OutForDelivery" is three words.
 */
export function normaliseText(text: string): string {
  const plain = decodeEntities(boundedText(text, MAX_RAW_LENGTH))
    .replace(INVISIBLE, "")
    .replace(/\s{2,}/g, (run) => (/[\n\r]/.test(run) ? "\n" : " "))
    .replace(/[^\S\n\r]/g, " ")
    .trimStart()
    .slice(0, MAX_LENGTH)
    .replace(/<[^<>]{0,80}>/g, (tag) => (TAG.test(tag) ? " " : tag.slice(1, -1)))
    .replace(/[™®©℠]/g, " ")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "");
  // One sign may stand for a whole phrase ("ﷺ"): what it became is cut as well.
  let out = boundedText(plain, MAX_LENGTH)
    .replace(/FedEx/g, "Fedex")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/[’‘`´ʼ]/g, "'")
    .replace(/ß/g, "ss")
    .replace(/ø/g, "o")
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(WRITTEN_OUT, (pair) => pair.charAt(0))
    .replace(/\bfuer\b/g, "fur")
    // "POSTNL" and "PostNL", which is two words by now, are one.
    .replace(/\b(post|paket) (nl|shops?)\b/g, "$1$2");
  for (const [contraction, words] of CONTRACTIONS) out = out.replace(contraction, words);
  const words = out
    .replace(QUESTION, (sentence) => (/[a-z]/.test(sentence) ? " . " : sentence))
    .replace(/\b(?:[a-z]\.){2,}/g, (initials) => initials.replace(/\./g, ""))
    .replace(ABBREVIATION, "$1 ")
    .replace(/(?<=[a-z])\.(?=[/a-z]{2})/g, " ")
    .replace(/(\d)[.,:](?=\d)/g, "$1")
    .replace(/(\d)\.(?= [a-z])/g, "$1")
    .replace(/[.;!?|\n\r]+/g, " . ")
    .replace(/,+/g, " , ")
    .replace(/[^\p{L}\p{N}.,]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .replace(/^[ .,]+/, "");
  return trimEndOf(words, " .,").replace(/(?<! [.,])(?: [.,])+(?= [.,] )/g, "");
}
