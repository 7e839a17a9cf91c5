import { matchCarrier } from "~/domain/tracking/catalogue/match-carrier";
import { knownCarrier, type ShopCarriers } from "~/domain/tracking/catalogue/shop-carriers";
import { detectCarrier } from "~/domain/tracking/detection/detect-carrier";
import type { ChosenCarrier, RegistrationFacts } from "~/domain/tracking/register/plan";

import type { CarrierResolver } from "./carrier-resolver";

/** Other carriers named to the merchant where none is sure. */
const OTHERS = 3;

/**
 * How a carrier is chosen for a number that was given: a code, the shop's own name or any other first, as for Shopify's
 * numbers, then the number's format with the shop's history; null rather than a guess.
 */
export function carrierChooser(resolve: CarrierResolver, shop: ShopCarriers): RegistrationFacts["choose"] {
  return (typed, number, ends): ChosenCarrier => {
    const code = typed?.trim().toLowerCase() ?? "";
    const byCode = /^[a-z0-9_]+$/.test(code) ? knownCarrier(code, shop) : null;
    if (byCode) return { carrier: byCode.code, source: "company", score: 1, others: [] };
    const resolved = resolve({ trackingCompany: typed, number, originCountry: ends.originCountry ?? null, destinationCountry: ends.destinationCountry ?? null });
    if (resolved.source === "mapped") return { ...resolved, score: 1, others: [] };
    if (resolved.source === "company") return { ...resolved, score: matchCarrier(typed ?? "").score, others: [] };
    const candidates = detectCarrier(number, ends);
    if (resolved.carrier) {
      return { ...resolved, score: candidates.find((each) => each.carrier === resolved.carrier)?.score ?? 1, others: [] };
    }
    return { carrier: null, source: "unknown", score: 0, others: [...new Set(candidates.map((each) => each.carrier))].slice(0, OTHERS) };
  };
}
