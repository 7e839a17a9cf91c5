import { carrierNames } from "../calling/carrier-names";

const names = carrierNames("17track");

/** Milepost's code for 17TRACK's number; null for a number that the catalogue does not know. */
export function carrierOfKey(key: number | null): string | null {
  return key === null ? null : names.ours(String(key));
}

/** 17TRACK's number for Milepost's code; null lets 17TRACK detect the carrier. */
export function keyOfCarrier(code: string | null): number | null {
  const key = names.theirs(code);
  return key === null ? null : Number(key);
}
