import { nearestName } from "./fuzzy-name";
import { COUNTRY_WORDS, NOBODY_WORDS, SERVICE_WORDS } from "./generic-words";
import { nameIndex, type NamedCarrier, type NameIndex } from "./name-index";
import { compactName, nameTokens } from "./normalise-name";

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

const matched = (named: NamedCarrier, score: number): CarrierMatch => ({
  carrier: named.carrier,
  shopify_company: named.company,
  score,
});

/** "24", "1pm", "48h": a promise, not a name. */
const HOUR = /^[0-9]{1,4}(?:am|pm|h|hr|hrs|kg|lb|lbs|st|nd|rd|th)?$/;

const isCompanyNoise = (token: string): boolean => SERVICE_WORDS.has(token) || COUNTRY_WORDS.has(token) || HOUR.test(token);

/** The longest run of words that is a sure name, when all the other words only tell a service or a country. */
function nameAmongWords(tokens: readonly string[], { strong }: NameIndex): NamedCarrier | null {
  for (let length = Math.min(tokens.length, 6); length >= 1; length--) {
    for (let start = 0; start + length <= tokens.length; start++) {
      const named = strong.get(tokens.slice(start, start + length).join(""));
      if (named === undefined) continue;
      const rest = [...tokens.slice(0, start), ...tokens.slice(start + length)];
      if (rest.every(isCompanyNoise)) return named;
    }
  }
  return null;
}

/** The same for a name with a slip in it. */
function slipAmongWords(tokens: readonly string[], { fuzzy }: NameIndex): NamedCarrier | null {
  const whole = nearestName(tokens, fuzzy);
  if (whole !== null) return whole;
  const own = tokens.filter((token) => !isCompanyNoise(token));
  return own.length > 0 && own.length < tokens.length ? nearestName(own, fuzzy) : null;
}

/** Two carriers in one name ("UPS / FedEx") mean neither. */
function namesSeveral(tokens: readonly string[], { strong }: NameIndex): boolean {
  const carriers = new Set<string>();
  for (const token of tokens) {
    const named = strong.get(token);
    if (named !== undefined && token.length > 2) carriers.add(named.carrier);
  }
  return carriers.size > 1;
}

/**
 * The carrier that a merchant, an app or a warehouse meant by what they wrote as tracking company:
 * "Fed Ex", "royalmail", "DHL Paket", "USPS Priority Mail". Names of nobody ("Own fleet", "n/a") and names that
 * only resemble a carrier's match nothing.
 */
export function matchCarrier(typed: string): CarrierMatch {
  const tokens = nameTokens(typed);
  if (tokens.length === 0) return NO_MATCH;
  const index = nameIndex();
  const compact = compactName(typed);
  const exact = index.companies.get(compact) ?? index.strong.get(compact);
  if (exact !== undefined) return matched(exact, 1);
  if (tokens.every((token) => NOBODY_WORDS.has(token))) return NO_MATCH;
  const rare = index.tail.get(compact);
  if (rare !== undefined) return matched(rare, 0.95);
  const among = nameAmongWords(tokens, index);
  if (among !== null) return matched(among, 0.9);
  if (namesSeveral(tokens, index) || tokens.every((token) => NOBODY_WORDS.has(token) || isCompanyNoise(token))) return NO_MATCH;
  const slip = slipAmongWords(tokens, index);
  return slip === null ? NO_MATCH : matched(slip, 0.75);
}
