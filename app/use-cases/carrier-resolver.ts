import { carrierHistory } from "~/db/carrier-resolution.server";
import type { Tx } from "~/db/database.server";
import { shopCarriers } from "~/db/shop-carriers.server";
import { historyFor, usualCarrier } from "~/domain/tracking/detection/shop-history";
import { namesNoCompany, resolveCarrier, type ResolvedCarrier } from "~/shopify/resolve-carrier";

/** What is known of a shipment before its carrier is. */
export interface Unresolved {
  trackingCompany: string | null;
  number: string;
  originCountry: string | null;
  destinationCountry: string | null;
}

export type CarrierResolver = (shipment: Unresolved) => ResolvedCarrier;

/**
 * How one shop's carriers are found, for a batch of shipments: its own carriers and names are read once, its history
 * once, and only where some number has to tell the carrier by itself.
 */
export async function carrierResolver(tx: Tx, shopId: string, batch: readonly Pick<Unresolved, "trackingCompany">[]): Promise<CarrierResolver> {
  const shop = await shopCarriers(tx, shopId);
  const counts = batch.some((each) => namesNoCompany(each.trackingCompany)) ? await carrierHistory(tx, shopId) : [];
  return ({ trackingCompany, number, originCountry, destinationCountry }) =>
    resolveCarrier(trackingCompany, number, { originCountry, destinationCountry, history: historyFor(number, counts), usual: usualCarrier(number, counts) }, shop);
}
