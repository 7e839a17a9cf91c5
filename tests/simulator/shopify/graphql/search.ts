import { compareIds, parseGid } from "../store/ids";
import { badRequest, notSimulated } from "./errors";
import { parseSearch, type Search, type Term } from "./search-syntax";

/** How a field of a search is compared. */
export type SearchField<Item> =
  | { kind: "instant"; of(item: Item): number | null }
  | { kind: "id"; of(item: Item): string | null }
  | { kind: "text"; of(item: Item): string | null }
  | { kind: "texts"; of(item: Item): readonly string[] }
  | { kind: "is"; of(item: Item, value: string): boolean };

export interface SearchRules<Item> {
  /** What is searched, for the error that names a field that is not simulated. */
  what: string;
  fields: Readonly<Record<string, SearchField<Item>>>;
  /** What a bare word is looked for in. */
  words(item: Item): readonly (string | null)[];
}

/** The test that a search stands for; every item passes without one. @throws BAD_REQUEST, NOT_SIMULATED */
export function searchFilter<Item>(rules: SearchRules<Item>, query: string | null | undefined, now: number): (item: Item) => boolean {
  return query == null || query.trim() === "" ? () => true : toTest(rules, parseSearch(query), now);
}

function toTest<Item>(rules: SearchRules<Item>, search: Search, now: number): (item: Item) => boolean {
  switch (search.kind) {
    case "and": {
      const parts = search.parts.map((part) => toTest(rules, part, now));
      return (item) => parts.every((part) => part(item));
    }
    case "or": {
      const parts = search.parts.map((part) => toTest(rules, part, now));
      return (item) => parts.some((part) => part(item));
    }
    case "not": {
      const part = toTest(rules, search.part, now);
      return (item) => !part(item);
    }
    case "term":
      return termTest(rules, search, now);
  }
}

function termTest<Item>(rules: SearchRules<Item>, term: Term, now: number): (item: Item) => boolean {
  if (term.field === null) {
    const word = term.value.toLowerCase();
    return (item) => rules.words(item).some((text) => text?.toLowerCase().includes(word));
  }
  const field = rules.fields[term.field];
  if (!field) throw notSimulated(`Searching ${rules.what} by ${term.field}`);
  switch (field.kind) {
    case "instant": {
      const wanted = instant(term, now);
      return (item) => {
        const value = field.of(item);
        // Shopify compares whole seconds.
        return value !== null && compare(term, Math.floor(value / 1000) - Math.floor(wanted / 1000), () => sameDay(term.value, value, wanted));
      };
    }
    case "id": {
      const wanted = parseGid(term.value)?.id ?? term.value;
      return (item) => {
        const value = field.of(item);
        return value !== null && compare(term, compareIds(value, wanted), null);
      };
    }
    case "text":
      return (item) => matchesText(field.of(item), term.value);
    case "texts":
      return (item) => field.of(item).some((text) => matchesText(text, term.value));
    case "is":
      return (item) => field.of(item, term.value);
  }
}

function compare(term: Term, difference: number, equal: (() => boolean) | null): boolean {
  switch (term.operator) {
    case ":":
      return equal ? equal() : difference === 0;
    case ":<":
      return difference < 0;
    case ":<=":
      return difference <= 0;
    case ":>":
      return difference > 0;
    case ":>=":
      return difference >= 0;
  }
}

/** A date, or a date and time to the second with its zone: what Shopify's reference shows, and nothing beside it. */
const DOCUMENTED = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2}))?$/;

function instant({ value, quoted }: Term, now: number): number {
  if (value === "now") return now;
  const at = Date.parse(value);
  if (!DOCUMENTED.test(value) || Number.isNaN(at)) throw badRequest(`${value} is not a date as Shopify's search takes it.`);
  // "Date values must be a string surrounded by quotes" (shopify.dev, "Shopify API search syntax").
  if (!quoted) throw badRequest(`The date ${value} must be surrounded by quotes.`);
  return at;
}

/** A date alone means the whole day, in UTC. */
function sameDay(text: string, value: number, wanted: number): boolean {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return value >= wanted && value < wanted + 86_400_000;
  return Math.floor(value / 1000) === Math.floor(wanted / 1000);
}

/** Without regard to case; a star at the end stands for anything. */
function matchesText(text: string | null, wanted: string): boolean {
  const have = (text ?? "").toLowerCase();
  const want = wanted.toLowerCase();
  if (want === "*") return text !== null;
  return want.endsWith("*") ? have.startsWith(want.slice(0, -1)) : have === want;
}
