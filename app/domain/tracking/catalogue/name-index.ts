import { CARRIERS, findCarrier } from "./catalogue";
import { COMMON_NAMES } from "./generic-words";
import { NAME_ALIASES } from "./name-aliases";
import { compactName, nameTokens } from "./normalise-name";
import { COMPANY_ALIASES, SHOPIFY_COMPANIES } from "./shopify-companies";

/** What a name means. */
export interface NamedCarrier {
  carrier: string;
  company: string | null;
}

/** A name that survives a slip of the finger: its words, and what it means. */
export interface FuzzyName {
  tokens: readonly string[];
  compact: string;
  named: NamedCarrier;
}

export interface NameIndex {
  /** Names sure enough to be found among other words. */
  strong: ReadonlyMap<string, NamedCarrier>;
  /** Shopify's companies by their own names. */
  companies: ReadonlyMap<string, NamedCarrier>;
  /** The long tail of the catalogue: counts only when nothing else was typed. */
  tail: ReadonlyMap<string, NamedCarrier>;
  fuzzy: readonly FuzzyName[];
}

/** Shorter names of the long tail are too easily something else. */
const SHORTEST_TAIL_NAME = 4;
/** Shorter aliases are found only as they are. */
const SHORTEST_FUZZY_NAME = 5;

const parts = (line: string): string[] => line.split("|").filter((name) => name !== "");

function namedBy(code: string): NamedCarrier {
  const carrier = findCarrier(code);
  const family = carrier?.family ? findCarrier(carrier.family) : null;
  return { carrier: family?.code ?? code, company: carrier?.shopifyCompany ?? family?.shopifyCompany ?? null };
}

function build(): NameIndex {
  const strong = new Map<string, NamedCarrier>();
  const fuzzy: FuzzyName[] = [];
  const add = (name: string, named: NamedCarrier): void => {
    const compact = compactName(name);
    if (compact === "" || strong.has(compact)) return;
    strong.set(compact, named);
    if (compact.length >= SHORTEST_FUZZY_NAME) fuzzy.push({ tokens: nameTokens(name), compact, named });
  };
  for (const [company, line] of Object.entries(COMPANY_ALIASES)) {
    for (const name of parts(line)) add(name, { carrier: SHOPIFY_COMPANIES[company] ?? company, company });
  }
  for (const [code, line] of Object.entries(NAME_ALIASES)) for (const name of parts(line)) add(name, namedBy(code));
  const companies = new Map<string, NamedCarrier>();
  for (const [company, carrier] of Object.entries(SHOPIFY_COMPANIES)) companies.set(compactName(company), { carrier, company });
  const tail = new Map<string, NamedCarrier>();
  for (const carrier of CARRIERS) {
    const compact = compactName(carrier.name);
    for (const name of [compact, carrier.code.replaceAll("_", "")]) {
      if (name.length < SHORTEST_TAIL_NAME || COMMON_NAMES.has(name) || tail.has(name)) continue;
      tail.set(name, namedBy(carrier.code));
    }
  }
  return { strong, companies, tail, fuzzy };
}

let built: NameIndex | null = null;

/** The names, indexed once, at the first use. */
export function nameIndex(): NameIndex {
  built ??= build();
  return built;
}
