import { editDistance } from "./edit-distance";
import { SERVICE_WORDS } from "./generic-words";
import type { FuzzyName, NamedCarrier } from "./name-index";

/** How many slips a name of this length may have: one up to eight letters, two beyond. */
function slipsAllowed(length: number): number {
  return length < 5 ? 0 : length < 9 ? 1 : 2;
}

/** The letters that make the name: without words that many names share. */
function core(tokens: readonly string[]): string {
  const own = tokens.filter((token) => !SERVICE_WORDS.has(token));
  return (own.length === 0 ? tokens : own).join("");
}

/** The names people misspell and nobody else has; any other name is found only as it is. */
const DISTINCTIVE: ReadonlySet<string> = new Set(
  `fedex federalexpress purolator royalmail parcelforce yodel hermes colissimo chronopost mondialrelay colisprive
   relaiscolis deutschepost posteitaliane bartolini aramex lasership ontrac startrack couriersplease canpar intelcom
   australiapost auspost canadapost newzealandpost singaporepost swisspost japanpost yunexpress yanwen cainiao delhivery
   bluedart xpressbees pitneybowes newgistics amazonlogistics amazon postnord packeta zasilkovna sendle fastway ninjavan
   unitedstatespostalservice unitedparcelservice sfexpress shunfeng loomis lonestarovernight olddominion tuffnells
   ecomexpress shadowfax estafeta nacex matkahuolto omniva asendia hermesuk parcel2go osterreichischepost correosexpress
   speedee dhlexpress dhlecommerce dhlpaket hongkongpost southafricanpostoffice yurticikargo araskargo`
    .split(/\s+/)
    .filter((name) => name !== ""),
);

/** Common words that are one slip from such a name. */
const REAL_WORDS: ReadonlySet<string> = new Set(
  `delivery deliveries delievery delivry deliver amazing amazonas hermit herbes model yodeling star tracker sender fastlane
   packet packets pack fast away post north nord herms ontrack fed feed index sendit heroes`.split(/\s+/),
);

/** A name's common words must be there too: "Green Couriers" is no slip of "Greek Post". */
function sharesCommonWords(typed: readonly string[], name: readonly string[]): boolean {
  const common = name.filter((token) => SERVICE_WORDS.has(token));
  return typed.length === 1 || common.length === name.length || common.every((token) => typed.includes(token));
}

/** The only name within a slip or two of what was typed; null when none is, or when two carriers are as near. */
export function nearestName(tokens: readonly string[], names: readonly FuzzyName[]): NamedCarrier | null {
  const typed = tokens.join("");
  const typedCore = core(tokens);
  if (typedCore.length < 4 || REAL_WORDS.has(typedCore)) return null;
  let best: { distance: number; named: NamedCarrier } | null = null;
  let torn = false;
  for (const name of names) {
    if (!DISTINCTIVE.has(name.compact) || name.compact[0] !== typed[0]) continue;
    const nameCore = core(name.tokens);
    if (!sharesCommonWords(tokens, name.tokens)) continue;
    const whole = tokens.length === 1 || name.tokens.length === 1;
    const [a, b] = whole ? [typed, name.compact] : [typedCore, nameCore];
    const limit = slipsAllowed(whole ? Math.min(nameCore.length + 2, b.length) : nameCore.length);
    if (limit === 0) continue;
    const distance = editDistance(a, b, limit);
    if (distance > limit) continue;
    if (best === null || distance < best.distance) {
      best = { distance, named: name.named };
      torn = false;
    } else if (distance === best.distance && name.named.carrier !== best.named.carrier) torn = true;
  }
  return torn ? null : (best?.named ?? null);
}
