import type { NamedCarrier } from "./name-index";

interface Refinement {
  /** The carrier when it is another than the one named. */
  carrier?: string;
  /** Shopify's company for it. */
  company: string | null;
  /** Any of these words tells it. */
  told: readonly string[];
}

const words = (line: string): readonly string[] => line.split(" ");
const BRITAIN = words("uk gb britain england scotland wales");
const GERMANY = words("de germany deutschland allemagne alemania duitsland germania");

/**
 * What other words make of a carrier's name, wherever they stand: Shopify has companies of their own for some
 * countries' parts of a carrier, and a few firms share a first name. The first that is told counts.
 */
const REFINEMENTS: Readonly<Record<string, readonly Refinement[]>> = {
  dpd: [
    { company: "DPD Local", told: words("local interlink") },
    { company: "DPD UK", told: BRITAIN },
    { company: "DPD Ireland", told: words("ie ireland eire") },
  ],
  gls: [{ company: "GLS Italy", told: words("it italy italia italien corriere") }],
  tnt: [{ company: "TNT Australia", told: words("au aus australia") }],
  aramex: [{ company: "Aramex Australia", told: words("au aus australia") }],
  amazon_logistics: [{ company: "Amazon Logistics UK", told: BRITAIN }],
  postnord: [
    { company: "PostNord SE", told: words("se sverige sweden schweden suede swedish") },
    { company: "PostNord DK", told: words("dk danmark denmark danemark danish") },
    { company: "PostNord NO", told: words("norge norway norwegen norwegian") },
  ],
  // Hermes in Britain is Evri since 2022.
  hermes: [{ carrier: "evri", company: "Evri", told: [...BRITAIN, "parcelnet", "evri"] }],
  dhl: [
    { carrier: "dhl_express", company: "DHL Express", told: words("express worldwide") },
    { carrier: "dhl_ecommerce", company: "DHL eCommerce", told: words("ecommerce smartmail") },
    { carrier: "dhl_parcel_de", company: "DHL", told: [...GERMANY, ...words("paket packet pakete packchen warenpost kleinpaket packstation")] },
    { carrier: "dhl_parcel", company: "DHL Parcel", told: words("parcel nl nederland netherlands") },
  ],
  correos: [{ carrier: "correos_express", company: null, told: ["express"] }],
  bpost: [{ carrier: "bpost_international", company: "BPost International", told: words("international intl") }],
  asendia: [{ carrier: "asendia_usa", company: "Asendia USA", told: words("us usa america") }],
};

/** The carrier as the other words make it; the name as it is when it already tells more than its carrier's usual one. */
export function refineName(named: NamedCarrier, usual: NamedCarrier, tokens: readonly string[]): NamedCarrier {
  if (named.company !== usual.company || !Object.hasOwn(REFINEMENTS, named.carrier)) return named;
  const refinement = REFINEMENTS[named.carrier]?.find(({ told }) => told.some((word) => tokens.includes(word)));
  return refinement === undefined ? named : { carrier: refinement.carrier ?? named.carrier, company: refinement.company };
}
