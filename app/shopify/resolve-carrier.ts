import { findCarrier } from "~/domain/tracking/catalogue/catalogue";
import { matchCarrier } from "~/domain/tracking/catalogue/match-carrier";
import { carrierByShopName, NO_SHOP_CARRIERS, type ShopCarriers } from "~/domain/tracking/catalogue/shop-carriers";
import type { DetectionHints } from "~/domain/tracking/detection/candidate";
import { detectCarrier } from "~/domain/tracking/detection/detect-carrier";

/** A carrier, and what it was told by. */
export interface ResolvedCarrier {
  /** Milepost's code; null when it is not known. */
  carrier: string | null;
  /** mapped: the shop's own word for a name; company: Shopify's tracking company; number: the number's format alone. */
  source: "mapped" | "company" | "number" | "unknown";
}

/** A format must be this telling, and this far ahead of every other carrier's, to stand for a carrier. */
const CERTAIN = 0.8;
const AHEAD = 0.15;

/** Company names that say that no company was named. */
const NO_NAME = new Set(["", "other", "unknown", "n/a", "na", "none", "-"]);

/** True when the number alone has to tell the carrier: what the shop's history is read for. */
export function namesNoCompany(company: string | null): boolean {
  return NO_NAME.has(company?.trim().toLowerCase() ?? "");
}

/** What is known besides company and number. */
export interface ResolveHints extends DetectionHints {
  /** The carrier that the shop's numbers of this shape all but always went with. */
  usual?: string | null;
}

/**
 * Which carrier a tracking number belongs to: what the shop said of the name, then what Shopify was told, then the
 * number's format with the shop's history and the countries at both ends, and null rather than a guess. A company that
 * is named and not known (an own fleet, a local courier) is not overruled by the format of its numbers.
 */
export function resolveCarrier(
  company: string | null,
  number: string,
  hints: ResolveHints,
  shop: ShopCarriers = NO_SHOP_CARRIERS,
): ResolvedCarrier {
  const typed = company?.trim() ?? "";
  const mapped = carrierByShopName(typed, shop);
  if (mapped !== null) return { carrier: mapped, source: "mapped" };
  if (!namesNoCompany(typed)) {
    const { carrier } = matchCarrier(typed);
    return carrier === null ? { carrier: null, source: "unknown" } : { carrier, source: "company" };
  }
  const [best, ...others] = detectCarrier(number, hints);
  // A habit chooses between carriers whose formats fit; alone it is no reason.
  const usual = [best, ...others].find((each) => each !== undefined && each.carrier === hints.usual);
  if (usual) return { carrier: usual.carrier, source: "number" };
  const rival = others.find((each) => each.carrier !== best?.carrier);
  if (best && best.score >= CERTAIN && (!rival || best.score - rival.score >= AHEAD)) return { carrier: findCarrier(best.carrier)?.code ?? best.carrier, source: "number" };
  return { carrier: null, source: "unknown" };
}
