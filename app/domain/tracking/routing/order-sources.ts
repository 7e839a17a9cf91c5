import { answersFor } from "../catalogue/direct-providers";

/** A merchant's exception for one carrier: who is asked first, and who never. */
export interface CarrierRoute {
  first: readonly string[];
  never: readonly string[];
}

/**
 * Who is asked for a carrier's shipments, in order: those the merchant put first, then the carrier's own connection
 * (before one that answers for it among others), then the aggregators as the merchant ordered them; without those that are never to be asked.
 *
 * @param connected the shop's connections in its order
 * @param carrier Milepost's code; null when it is not known (aggregators can still find out)
 */
export function orderSources<Source extends { provider: string; kind: "carrier" | "aggregator" }>(
  connected: readonly Source[],
  carrier: string | null,
  route: CarrierRoute | undefined,
): Source[] {
  const able = connected.filter((each) => (each.kind === "aggregator" || answersFor(each.provider, carrier) > 0) && !route?.never.includes(each.provider));
  const rank = (each: Source) => {
    const first = route?.first.indexOf(each.provider) ?? -1;
    return first >= 0 ? first - 1_000 : each.kind === "carrier" ? -answersFor(each.provider, carrier) : 0;
  };
  // Sorting is stable: equals keep the shop's order.
  return [...able].sort((a, b) => rank(a) - rank(b));
}
