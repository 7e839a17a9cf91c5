import type { Carrier } from "./carrier";
import { CARRIERS } from "./catalogue";
import { matchCarrier } from "./match-carrier";
import { compactName } from "./normalise-name";

interface Entry {
  carrier: Carrier;
  name: string;
  company: string;
  code: string;
}

let index: readonly Entry[] | null = null;

/** Built at the first search: most processes never search. */
function entries(): readonly Entry[] {
  index ??= CARRIERS.map((carrier) => ({
    carrier,
    name: compactName(carrier.name),
    company: compactName(carrier.shopifyCompany ?? ""),
    code: carrier.code.replaceAll("_", ""),
  }));
  return index;
}

/** 0 is no hit; the better the hit, the higher. Carriers that Shopify knows come before those it does not. */
function relevance(entry: Entry, wanted: string, best: string | null): number {
  const known = entry.carrier.shopifyCompany === null ? 0 : 1;
  if (entry.carrier.code === best) return 10;
  const fields = [entry.name, entry.company, entry.code];
  if (fields.includes(wanted)) return 8 + known;
  if (fields.some((field) => field.startsWith(wanted))) return 5 + known;
  return fields.some((field) => field.includes(wanted)) ? 2 + known : 0;
}

/**
 * Carriers whose name, code or Shopify name contains what was typed, best first; at most `limit` (1 to 100).
 * An empty query finds nothing.
 */
export function searchCarriers(query: string, limit = 20): Carrier[] {
  const wanted = compactName(query);
  if (wanted === "") return [];
  const best = matchCarrier(query).carrier;
  return entries()
    .map((entry) => ({ carrier: entry.carrier, score: relevance(entry, wanted, best) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.carrier.name.localeCompare(b.carrier.name, "en"))
    .slice(0, Math.min(100, Math.max(1, Math.trunc(limit))))
    .map(({ carrier }) => carrier);
}
