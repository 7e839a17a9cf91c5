import { knownCarrier, shopTrackingUrl, type OwnCarrier } from "~/domain/tracking/catalogue/shop-carriers";

import type { CarrierDirectory } from "./shipment-view";

/** Carriers as the catalogue and the shop know them. */
export function carrierDirectory(own: readonly OwnCarrier[]): CarrierDirectory {
  const shop = { own, names: new Map<string, string>() };
  return {
    name: (code) => knownCarrier(code, shop)?.name ?? null,
    trackingUrl: (code, number) => shopTrackingUrl(code, number, shop),
  };
}
