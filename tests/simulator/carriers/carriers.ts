import { numberMakers } from "./numbers";

/** Whom the simulator plays: carriers that answer for their own numbers, and aggregators that answer for everybody's. */
export const PROVIDERS = ["ups", "usps", "fedex", "dhl", "royal_mail", "17track", "aftership", "easypost"] as const;
export type ProviderCode = (typeof PROVIDERS)[number];

export interface SimCarrier {
  /** Milepost's code. */
  code: string;
  /** What a merchant sees as "shipping carrier" in Shopify; Shopify's exact spelling. */
  company: string;
  /** Who answers for it besides the aggregators, which all know its parcels; "17track" where nobody else does. */
  provider: ProviderCode;
  /** 17TRACK's number of the carrier (its public carrier list). */
  key: number;
  country: string;
  homepage: string;
  services: readonly string[];
  number(serial: number): string;
}

/** The carriers that the simulator knows: five answer for themselves, the others through aggregators alone. */
export const simCarriers: readonly SimCarrier[] = [
  { code: "ups", company: "UPS", provider: "ups", key: 100002, country: "US", homepage: "https://www.ups.com/", services: ["UPS Ground", "UPS 2nd Day Air"], number: numberMakers.ups },
  { code: "usps", company: "USPS", provider: "usps", key: 21051, country: "US", homepage: "https://www.usps.com/", services: ["USPS Ground Advantage", "Priority Mail"], number: numberMakers.usps },
  { code: "fedex", company: "FedEx", provider: "fedex", key: 100003, country: "US", homepage: "https://www.fedex.com/", services: ["FedEx Home Delivery", "FedEx 2Day"], number: numberMakers.fedex },
  { code: "dhl_express", company: "DHL Express", provider: "dhl", key: 100001, country: "DE", homepage: "https://mydhl.express.dhl/", services: ["EXPRESS WORLDWIDE"], number: numberMakers.dhl_express },
  { code: "royal_mail", company: "Royal Mail", provider: "royal_mail", key: 11031, country: "GB", homepage: "https://www.royalmail.com/", services: ["Tracked 24", "Tracked 48"], number: (serial) => numberMakers.s10(serial, "GB", "JX") },
  { code: "canada_post", company: "Canada Post", provider: "17track", key: 3041, country: "CA", homepage: "https://www.canadapost.ca/", services: ["Expedited Parcel"], number: numberMakers.canada_post },
  { code: "dpd", company: "DPD", provider: "17track", key: 101108, country: "DE", homepage: "https://www.dpd.com/", services: ["DPD CLASSIC"], number: numberMakers.dpd },
  { code: "evri", company: "Evri", provider: "17track", key: 100331, country: "GB", homepage: "https://www.evri.com/", services: ["ParcelShop and home"], number: numberMakers.evri },
  { code: "gls", company: "GLS", provider: "17track", key: 100005, country: "DE", homepage: "https://gls-group.eu/", services: ["EuroBusinessParcel"], number: numberMakers.gls },
  { code: "postnl", company: "PostNL", provider: "17track", key: 14041, country: "NL", homepage: "https://www.postnl.nl/", services: ["Standard parcel"], number: numberMakers.postnl },
];

/** @throws Error for a code the simulator does not know */
export function simCarrier(code: string): SimCarrier {
  const found = simCarriers.find((carrier) => carrier.code === code);
  if (!found) throw new Error(`the simulator knows no carrier "${code}"`);
  return found;
}
