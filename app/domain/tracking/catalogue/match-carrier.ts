import { CARRIERS, findCarrier } from "./find-carrier";
import { SERVICE_WORDS, TYPED_NAMES } from "./typed-names";

/** Who was meant; `carrier` null where nothing should match, or several could. */
export interface CarrierMatch {
  carrier: string | null;
  /** Shopify's exact company name for it, or null. */
  shopify_company: string | null;
  /** 1 for the exact name, less the more was guessed, 0 without a match. */
  score: number;
}

const NOBODY: CarrierMatch = { carrier: null, shopify_company: null, score: 0 };

/** Longest input that is looked at. */
const MAX_LENGTH = 120;

/** Words that alone name no carrier, though some catalogue entry is called so. */
const GENERIC = new Set(
  ("other others none na n a unknown tbd tbc custom default courier couriers carrier local delivery deliveries own fleet hand delivered mail post postal express " +
    "shipping freight logistics standard economy pickup pick up in store self van driver truck messenger digital download email drop ship dropship ups2 test " +
    "store company transport transportation international worldwide domestic various multiple see note notes manual no tracking not applicable shipper service same day rider bike free").split(" "),
);

const compact = (value: string) => words(value).join("");

function words(value: string): string[] {
  return value
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/ß/g, "ss")
    .replace(/ø/gi, "o")
    .replace(/ł/gi, "l")
    .replace(/&/g, " ")
    // "CanadaPost" is two words, "UPSGround" too; "FedEx" and "PostNL" are found in their compact form.
    .replace(/([\p{Ll}])([\p{Lu}])/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** Compact name → code. The catalogue's own names yield to what is typed by hand, and none yields to a later one. */
const NAMES = buildNames();

function buildNames(): Map<string, string> {
  const names = new Map<string, string>();
  const add = (name: string, code: string, byHand = false) => {
    const key = compact(name);
    // A catalogue entry called "Express Courier" is no reason to take those words for it.
    const generic = !byHand && words(name).every((word) => GENERIC.has(word));
    if (key.length > 1 && !names.has(key) && !generic) names.set(key, code);
  };
  for (const [code, typed] of Object.entries(TYPED_NAMES)) for (const name of typed) add(name, code, true);
  for (const code of Object.keys(TYPED_NAMES)) add(findCarrier(code)?.name ?? code, code, true);
  for (const carrier of CARRIERS) if (carrier.shopifyCompany) add(carrier.name, carrier.code);
  for (const carrier of CARRIERS) if (carrier.shopifyCompany) add(carrier.shopifyCompany, carrier.code);
  for (const carrier of CARRIERS) {
    add(carrier.name, carrier.code);
    add(carrier.code, carrier.code);
  }
  return names;
}

/** Names long enough, and common enough, to be recognised with a slip of the finger. */
const COMMON = [...NAMES].filter(([name, code]) => name.length >= 5 && (code in TYPED_NAMES || findCarrier(code)?.shopifyCompany));

/**
 * Which carrier was meant by what somebody typed, or what Shopify has as tracking company. Says nobody rather than
 * somebody wrong: "Local delivery", "Own fleet", "n/a" and firms the catalogue does not know match nothing.
 */
export function matchCarrier(typed: string): CarrierMatch {
  const parts = words(typed.slice(0, MAX_LENGTH));
  const whole = NAMES.get(parts.join(""));
  if (whole) return answer(whole, 1, parts);
  if (parts.length === 0 || parts.every((part) => GENERIC.has(part))) return NOBODY;

  const service = withoutService(parts);
  if (service) return answer(service, 0.9, parts);
  const slip = withSlip(parts.join(""));
  return slip ? answer(slip, 0.7, parts) : NOBODY;
}

/** A name at the beginning, with nothing but words of service or country after it; the longest such name. */
function withoutService(parts: readonly string[]): string | null {
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const code = NAMES.get(parts.slice(0, length).join(""));
    if (code && parts.slice(length).every((part) => SERVICE_WORDS.has(part) || /^\d+$/.test(part))) return code;
  }
  return null;
}

/** One slip in five letters, two in nine; only when one carrier alone is that near. */
function withSlip(name: string): string | null {
  if (name.length < 5) return null;
  const allowed = name.length >= 9 ? 2 : 1;
  const near = new Set<string>();
  for (const [known, code] of COMMON) {
    if (Math.abs(known.length - name.length) <= allowed && known[0] === name[0] && distance(known, name) <= allowed) near.add(code);
  }
  return near.size === 1 ? ([...near][0] ?? null) : null;
}

/** Edits between two words, a swap of neighbours counting one (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** Shopify has names of its own for some countries' branches; keyed by what is typed, compact. */
const BRANCHES: Readonly<Record<string, string>> = { glsitaly: "GLS Italy", glsit: "GLS Italy", glsus: "GLS (US)" };

/** A country's branch is answered as its carrier, with the branch's own Shopify name where it has one. */
function answer(code: string, score: number, parts: readonly string[]): CarrierMatch {
  const branch = findCarrier(code);
  const carrier = findCarrier(branch?.family ?? code) ?? branch;
  return {
    carrier: carrier?.code ?? code,
    shopify_company: BRANCHES[parts.join("")] ?? branch?.shopifyCompany ?? carrier?.shopifyCompany ?? null,
    score,
  };
}
