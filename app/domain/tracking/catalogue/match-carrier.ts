import { COMMON_NAMES, NOBODY_WORDS, SERVICE_WORDS } from "./generic-words";
import { nameIndex, type NamedCarrier, type NameIndex } from "./name-index";
import { nameAmongWords, namesSeveral } from "./name-among-words";
import { isNoise, meantWords } from "./name-noise";
import { nameTokens } from "./normalise-name";
import { postalOperatorOf } from "./postal-operator";
import { refineName } from "./refine-name";
import { slipAmongWords } from "./slip-among-words";
import { ORDINARY_NAMES } from "./unmistakable";

/** What a typed company name means. */
export interface CarrierMatch {
  /** Carrier code, or null when the name means no carrier that is known. */
  carrier: string | null;
  /** Shopify's exact company name, or null when Shopify knows none. */
  shopify_company: string | null;
  /** 1: the name itself; less: found among other words, or with a slip; 0: no match. */
  score: number;
}

const NO_MATCH: CarrierMatch = { carrier: null, shopify_company: null, score: 0 };

interface Found {
  named: NamedCarrier;
  score: number;
}

/** Shorter names stand for a carrier of the long tail only when typed to the letter. */
const SHORT = 3;

/** What was typed is a carrier's name as the catalogue spells it; generic words and countries need no such carrier. */
function exactName(typed: string, tokens: readonly string[], { exact }: NameIndex): NamedCarrier | null {
  const named = exact.get(typed.trim());
  if (named === undefined) return null;
  const [only] = tokens;
  return tokens.length === 1 && only !== undefined && (NOBODY_WORDS.has(only) || (only.length <= SHORT && isNoise(only))) ? null : named;
}

/** A name that is sure by itself, however it is spelt. */
function wholeName(tokens: readonly string[], index: NameIndex): NamedCarrier | null {
  const compact = tokens.join("");
  const company = index.companies.get(compact);
  if (company !== undefined) return company;
  const strong = index.strong.get(compact);
  // "Same day" is a promise, "Sameday" a carrier.
  const generic = tokens.every((token) => NOBODY_WORDS.has(token));
  return strong === undefined || (generic && strong.words !== tokens.join(" ")) ? null : strong;
}

/** A made-up name of the long tail with services or a country beside it: "Budbee Home", "Trunkrs NL". */
function rareAmongWords(tokens: readonly string[], { tail }: NameIndex): NamedCarrier | null {
  const own = tokens.filter((token) => !isNoise(token));
  const [name] = own;
  if (own.length !== 1 || name === undefined || name.length < 5 || COMMON_NAMES.has(name) || ORDINARY_NAMES.has(name) || NOBODY_WORDS.has(name)) return null;
  return tail.get(name) ?? null;
}

function find(typed: string, tokens: readonly string[], index: NameIndex): Found | null {
  const whole = wholeName(tokens, index);
  const exact = exactName(typed, tokens, index);
  if (whole !== null && (exact === null || index.companies.has(tokens.join("")) || index.sameFirm(whole, exact))) return { named: whole, score: 1 };
  if (exact !== null) return { named: exact, score: COMMON_NAMES.has(tokens.join("")) ? 0.6 : 1 };
  if (tokens.every((token) => NOBODY_WORDS.has(token))) return null;
  const compact = tokens.join("");
  const rare = index.tail.get(compact);
  if (rare !== undefined) return { named: rare, score: COMMON_NAMES.has(compact) ? 0.6 : 0.95 };
  const among = nameAmongWords(typed, tokens, index);
  if (among !== null) return among;
  if (namesSeveral(tokens, index)) return null;
  const postal = postalOperatorOf(tokens);
  if (postal !== null) return { named: index.namedBy(postal), score: 0.85 };
  if (tokens.every((token) => NOBODY_WORDS.has(token) || isNoise(token))) return null;
  const tail = rareAmongWords(tokens, index);
  if (tail !== null) return { named: tail, score: 0.8 };
  const slip = slipAmongWords(tokens, index);
  return slip === null ? null : { named: slip, score: 0.75 };
}

const BRACKETS = /^([^()（）]+)[(（]([^()（）]+)[)）]\s*$/;
const FORMER = /^\s*(?:formerly|former|ex|was|previously|früher|vormals|ehemals|anciennement|antes|già|voorheen)\b/iu;

/** "Hermes Parcelnet (Evri)": what is in brackets may explain what stands before them, or the other way round. */
function findInBrackets(typed: string, index: NameIndex): Found | null {
  const match = BRACKETS.exec(typed);
  const outer = match?.[1] ?? "";
  const inner = match?.[2] ?? "";
  if (match === null) return null;
  const outerTokens = nameTokens(outer);
  const innerTokens = nameTokens(inner);
  if (outerTokens.length === 0 || innerTokens.length === 0) return null;
  const said = find(outer, outerTokens, index);
  const explained = find(inner, innerTokens, index);
  if (said !== null && FORMER.test(inner)) return said;
  if (said !== null && (explained === null ? innerTokens.every(isNoise) : explained.named.carrier === said.named.carrier)) return said;
  return said === null && explained !== null && outerTokens.every((token) => SERVICE_WORDS.has(token) || NOBODY_WORDS.has(token)) ? explained : null;
}

/**
 * The carrier that a merchant, an app or a warehouse meant by what they wrote as tracking company:
 * "Fed Ex", "royalmail", "DHL Paket", "USPS Priority Mail". Names of nobody ("Own fleet", "n/a") and names that
 * only resemble a carrier's match nothing.
 *
 * In this order: the name itself; the name among words that tell a service, a country or, beside names that mean
 * nothing else, whatever they tell; a country's post; a name with a slip in it. Two carriers in one name mean neither.
 */
export function matchCarrier(typed: string): CarrierMatch {
  const tokens = nameTokens(typed);
  if (tokens.length === 0) return NO_MATCH;
  const index = nameIndex();
  const found = find(typed, tokens, index) ?? findInBrackets(typed, index);
  if (found === null) return NO_MATCH;
  const { carrier, company } = found.score === 1 ? found.named : refineName(found.named, index.namedBy(found.named.carrier), meantWords(tokens));
  return { carrier, shopify_company: company, score: found.score };
}
