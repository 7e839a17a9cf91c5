import { findCarrier } from "~/domain/tracking/catalogue/catalogue";
import { searchCarriers } from "~/domain/tracking/catalogue/search-carriers";
import { detectCarrier } from "~/domain/tracking/detection/detect-carrier";

/** A carrier that can be chosen. */
export interface CarrierChoice {
  code: string;
  name: string;
  country: string | null;
}

const MOST = 20;

/** Carriers for what is typed; while nothing is typed, those whose formats fit the number, the likeliest first. */
export function carrierChoices(typed: string, number: string): CarrierChoice[] {
  const found =
    typed.trim() === ""
      ? [...new Set(detectCarrier(number).map((each) => each.carrier))].map(findCarrier).filter((each) => each !== null)
      : searchCarriers(typed.slice(0, 100), MOST);
  return found.slice(0, MOST).map(({ code, name, country }) => ({ code, name, country }));
}
