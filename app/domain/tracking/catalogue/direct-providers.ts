import { canonicalCode, findCarrier } from "./catalogue";

/**
 * Carriers that a provider answers for besides the one of its own code and that one's country units. Sources: La Poste's
 * tracking API (numbers of La Poste, Colissimo and Chronopost), DHL's unified tracking API (its services), Australia
 * Post's (StarTrack), and Amazon Shipping, whose parcels Amazon Logistics carries.
 */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  la_poste: ["colissimo", "chronopost"],
  amazon_shipping: ["amazon_logistics"],
  australia_post: ["startrack"],
  dhl: ["dhl_express", "dhl_parcel_de", "dhl_ecommerce", "dhl_parcel", "dhl_freight", "dhl_global_forwarding"],
};

/**
 * How well a provider's own connection answers for a carrier's numbers: 2 as that carrier, 1 among others, 0 not at all.
 * Between two that can answer, the higher is asked first.
 */
export function answersFor(provider: string, carrier: string | null): 0 | 1 | 2 {
  if (carrier === null) return 0;
  if (provider === carrier) return 2;
  const wanted = findCarrier(carrier)?.code ?? carrier;
  const own = findCarrier(provider)?.code ?? provider;
  if (own === wanted || own === canonicalCode(wanted)) return 2;
  const also = Object.hasOwn(ALSO, provider) ? (ALSO[provider] ?? []) : [];
  return also.includes(wanted) || also.includes(canonicalCode(wanted)) ? 1 : 0;
}

/** Every carrier that a provider answers for, as shipments have it. */
export function carriersOf(provider: string): string[] {
  const own = findCarrier(provider)?.code ?? provider;
  const also = Object.hasOwn(ALSO, provider) ? (ALSO[provider] ?? []) : [];
  return [...new Set([provider, own, ...also])];
}
