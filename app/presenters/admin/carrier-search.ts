import type { Tx } from "~/db/database.server";
import { ownCarriers } from "~/db/shop-carriers.server";
import { findCarrier } from "~/domain/tracking/catalogue/catalogue";
import { compactName } from "~/domain/tracking/catalogue/normalise-name";
import { searchCarriers } from "~/domain/tracking/catalogue/search-carriers";
import type { OwnCarrier } from "~/domain/tracking/catalogue/shop-carriers";
import { detectCarrier } from "~/domain/tracking/detection/detect-carrier";

/** A carrier that can be chosen. */
export interface CarrierChoice {
  code: string;
  name: string;
  country: string | null;
  /** True for a carrier of the shop's own. */
  own: boolean;
}

const MOST = 20;

/**
 * Carriers for what is typed, the shop's own first. While nothing is typed: those whose formats fit the number, the
 * likeliest first, then the shop's own.
 */
export function carrierChoices(typed: string, number: string, own: readonly OwnCarrier[]): CarrierChoice[] {
  const wanted = compactName(typed.slice(0, 100));
  const ours = own
    .filter((each) => wanted === "" || compactName(each.name).includes(wanted))
    .map(({ code, name }) => ({ code, name, country: null, own: true }));
  const found =
    typed.trim() === ""
      ? [...new Set(detectCarrier(number).map((each) => each.carrier))].map(findCarrier).filter((each) => each !== null)
      : searchCarriers(typed.slice(0, 100), MOST);
  const known = found.map(({ code, name, country }) => ({ code, name, country, own: false }));
  return (wanted === "" ? [...known, ...ours] : [...ours, ...known]).slice(0, MOST);
}

/** The choices as one shop has them. */
export async function shopCarrierChoices(tx: Tx, shopId: string, typed: string, number: string): Promise<CarrierChoice[]> {
  return carrierChoices(typed, number, await ownCarriers(tx, shopId));
}
