import { AGGREGATORS, aggregatorCode } from "./aggregator-codes";
import type { Carrier } from "./carrier";
import { CARRIERS } from "./catalogue";
import { boundedText, LONGEST } from "../text/bounded-text";
import { matchCarrier } from "./match-carrier";
import { compactName } from "./normalise-name";

interface Entry {
  carrier: Carrier;
  name: string;
  company: string;
  code: string;
  host: string;
  /** What others call it: 17TRACK's number and the aggregators' codes. */
  codes: readonly string[];
}

let index: readonly Entry[] | null = null;

/** Built at the first search: most processes never search. */
function entries(): readonly Entry[] {
  index ??= CARRIERS.map((carrier) => ({
    carrier,
    name: compactName(carrier.name),
    company: compactName(carrier.shopifyCompany ?? ""),
    code: carrier.code.replaceAll("_", ""),
    host: compactName(hostOf(carrier.website)),
    codes: AGGREGATORS.map((aggregator) => compactName(aggregatorCode(aggregator.code, carrier.code) ?? "")).filter((code) => code !== ""),
  }));
  return index;
}

function hostOf(website: string | null): string {
  return website !== null && URL.canParse(website) ? new URL(website).hostname.replace(/^www\./, "") : "";
}

/** 0 is no hit; the better the hit, the higher. Carriers that Shopify knows come before those it does not. */
function relevance(entry: Entry, wanted: string, best: string | null): number {
  const known = entry.carrier.shopifyCompany === null ? 0 : 1;
  if (entry.carrier.code === best) return 10;
  const fields = [entry.name, entry.company, entry.code];
  if (fields.includes(wanted)) return 8 + known;
  if (entry.codes.includes(wanted)) return 7 + known / 2;
  if (fields.some((field) => field.startsWith(wanted))) return 5 + known;
  if (fields.some((field) => field.includes(wanted))) return 2 + known;
  return entry.host.startsWith(wanted) ? 1 : 0;
}

const byName = (a: Carrier, b: Carrier): number => a.name.localeCompare(b.name, "en") || (a.code < b.code ? -1 : 1);

/** Everything that matches, best first; the whole catalogue by name when nothing is asked for. */
function hits(typed: string): Carrier[] {
  const query = boundedText(typed, LONGEST.name);
  const wanted = compactName(query);
  if (wanted === "") return query.trim() === "" ? [...CARRIERS].sort((a, b) => Number(b.shopifyCompany !== null) - Number(a.shopifyCompany !== null) || byName(a, b)) : [];
  const best = matchCarrier(query).carrier;
  return entries()
    .map((entry) => ({ carrier: entry.carrier, score: relevance(entry, wanted, best) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || byName(a.carrier, b.carrier))
    .map(({ carrier }) => carrier);
}

/**
 * Carriers whose name, code, Shopify name, website or number with an aggregator contains what was typed, best first; at
 * most `limit` (1 to 100). An empty query finds nothing.
 */
export function searchCarriers(query: string, limit = 20): Carrier[] {
  if (query.trim() === "") return [];
  return hits(query).slice(0, Math.min(100, Math.max(1, Math.trunc(limit))));
}

/**
 * One page of what matches; an empty query lists the catalogue, what Shopify knows first.
 * @param page from 1; one that is too high is the last
 */
export function catalogueSearch(query: string, page: number, size: number): { carriers: Carrier[]; total: number; page: number; pages: number } {
  const found = hits(query);
  const pages = Math.max(1, Math.ceil(found.length / size));
  const at = Math.min(pages, Math.max(1, Math.trunc(page) || 1));
  return { carriers: found.slice((at - 1) * size, at * size), total: found.length, page: at, pages };
}
