import { CARRIERS, findCarrier } from "./catalogue";
import { COUNTRY_WORDS, SERVICE_WORDS } from "./generic-words";
import { NAME_ALIASES } from "./name-aliases";
import { compactName, nameTokens } from "./normalise-name";
import { COMPANY_ALIASES, SHOPIFY_COMPANIES } from "./shopify-companies";
import { isUnmistakable, ORDINARY_NAMES } from "./unmistakable";

/** What a name means. */
export interface NamedCarrier {
  carrier: string;
  company: string | null;
}

/** A name that is sure enough to be found among other words. */
export interface StrongName extends NamedCarrier {
  /** The name's own words, one space between them. */
  words: string;
  /** What may stand beside it: anything, services and countries, or of these only what says more than "delivery". */
  beside: "anything" | "services" | "little";
}

/** A name that survives a slip of the finger: its words, and what it means. */
export interface FuzzyName {
  tokens: readonly string[];
  compact: string;
  named: NamedCarrier;
  /** A name of the long tail. */
  rare: boolean;
}

export interface NameIndex {
  /** By the compact name. */
  strong: ReadonlyMap<string, StrongName>;
  /** Shopify's companies by their own names. */
  companies: ReadonlyMap<string, NamedCarrier>;
  /** Every carrier's name as the catalogue spells it, to the letter. */
  exact: ReadonlyMap<string, NamedCarrier>;
  /** The long tail of the catalogue: counts only when nothing else was typed, or services beside a made-up word. */
  tail: ReadonlyMap<string, NamedCarrier>;
  /** By first letter. */
  fuzzy: ReadonlyMap<string, readonly FuzzyName[]>;
  /** A carrier by its code, under its family. */
  namedBy: (code: string) => NamedCarrier;
  /** True when a well-known name and the catalogue's entry of that very name are the same firm. */
  sameFirm: (known: NamedCarrier, entry: NamedCarrier) => boolean;
}

/** Shorter names of the long tail are too easily something else. */
const SHORTEST_TAIL_NAME = 4;
/** Shorter aliases are found only as they are. */
const SHORTEST_FUZZY_NAME = 5;

/** Entries that the catalogue keeps apart and people do not: brands of a firm, or the same firm twice. */
const SAME_FIRM: ReadonlySet<string> = new Set(["newgistics", "gati", "omniparcel", "cj_logistics_kr", "jd_logistics_cn", "skynet_worldwide_express"]);

/** Entries of the catalogue that nobody means by these words. */
const NO_NAMES: ReadonlySet<string> = new Set(["Unknown", "Cargo International", "Logistics Tracking", "Express Courier International"]);

const parts = (line: string): string[] => line.split("|").filter((name) => name !== "");

function namedBy(code: string): NamedCarrier {
  const carrier = findCarrier(code);
  const family = carrier?.family ? findCarrier(carrier.family) : null;
  return { carrier: family?.code ?? code, company: carrier?.shopifyCompany ?? family?.shopifyCompany ?? null };
}

/** "Colis Prive(Colis Privé)" stands for its parts as well. */
const withoutBrackets = (name: string): string => name.replace(/[(（][^()（）]*[)）]/g, " ").trim();

function besides(compact: string, carrier: string): StrongName["beside"] {
  return isUnmistakable(compact, carrier) ? "anything" : ORDINARY_NAMES.has(compact) ? "little" : "services";
}

/** A name bears slips unless it is short, an ordinary word, or a short word with services or a country: "GLS EU". */
function bearsSlips(name: string, compact: string): boolean {
  if (compact.length < SHORTEST_FUZZY_NAME || ORDINARY_NAMES.has(compact)) return false;
  const tokens = nameTokens(name);
  const own = tokens.filter((token) => !SERVICE_WORDS.has(token) && !COUNTRY_WORDS.has(token)).join("");
  return tokens.length === 1 || own === "" || own.length >= SHORTEST_FUZZY_NAME;
}

function build(): NameIndex {
  const strong = new Map<string, StrongName>();
  const fuzzy = new Map<string, FuzzyName[]>();
  const addFuzzy = (name: string, compact: string, named: NamedCarrier, rare: boolean): void => {
    const first = compact.charAt(0);
    const entry = { tokens: nameTokens(name), compact, named, rare };
    const found = fuzzy.get(first);
    if (found === undefined) fuzzy.set(first, [entry]);
    else found.push(entry);
  };
  const add = (name: string, named: NamedCarrier): void => {
    const compact = compactName(name);
    if (compact === "" || strong.has(compact)) return;
    strong.set(compact, { ...named, words: nameTokens(name).join(" "), beside: besides(compact, named.carrier) });
    if (bearsSlips(name, compact)) addFuzzy(name, compact, named, false);
  };
  for (const [company, line] of Object.entries(COMPANY_ALIASES)) {
    for (const name of parts(line)) add(name, { carrier: SHOPIFY_COMPANIES[company] ?? company, company });
  }
  for (const [code, line] of Object.entries(NAME_ALIASES)) for (const name of parts(line)) add(name, namedBy(code));
  const companies = new Map<string, NamedCarrier>();
  for (const [company, carrier] of Object.entries(SHOPIFY_COMPANIES)) companies.set(compactName(company), { carrier, company });
  const exact = new Map<string, NamedCarrier>();
  const tail = new Map<string, NamedCarrier>();
  for (const carrier of CARRIERS) {
    if (NO_NAMES.has(carrier.name)) continue;
    const named = namedBy(carrier.code);
    if (!exact.has(carrier.name) || carrier.shopifyCompany !== null) exact.set(carrier.name, named);
    for (const name of [compactName(carrier.name), compactName(withoutBrackets(carrier.name)), carrier.code.replaceAll("_", "")]) {
      if (name.length < SHORTEST_TAIL_NAME || tail.has(name)) continue;
      tail.set(name, named);
      if (name.length >= SHORTEST_FUZZY_NAME && !strong.has(name)) addFuzzy(carrier.name, name, named, true);
    }
  }
  const sameFirm = (known: NamedCarrier, entry: NamedCarrier): boolean => known.carrier === entry.carrier || SAME_FIRM.has(entry.carrier);
  return { strong, companies, exact, tail, fuzzy, namedBy, sameFirm };
}

let built: NameIndex | null = null;

/** The names, indexed once, at the first use. */
export function nameIndex(): NameIndex {
  built ??= build();
  return built;
}
