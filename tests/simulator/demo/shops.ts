import { towns, type Place } from "../carriers/places";
import type { ThemeName } from "../storefront/themes";
import { alderProducts, saltmarshProducts, type DemoProduct } from "./products";

export interface DemoLocation {
  key: string;
  name: string;
  street: string;
  place: Place;
}

/** A shop of the demo: who it is, where it packs, what it sells. */
export interface DemoShop {
  key: "alder" | "saltmarsh";
  /** NAME.myshopify.com */
  domain: string;
  name: string;
  tagline: string;
  email: string;
  owner: string;
  currency: string;
  zone: string;
  locale: string;
  home: Place;
  /** The first is the one that ships most. */
  locations: readonly DemoLocation[];
  products: readonly DemoProduct[];
  /** The theme that is published until another one is. */
  theme: ThemeName;
  /** Colours of the storefront. */
  look: { paper: string; ink: string; accent: string; accentInk: string };
}

function town(country: string, city: string): Place {
  const found = towns[country]?.find((place) => place.city === city);
  if (!found) throw new Error(`no town ${city} in ${country}`);
  return found;
}

export const alderAndFinch: DemoShop = {
  key: "alder",
  domain: "alder-and-finch.myshopify.com",
  name: "Alder & Finch",
  tagline: "Things for outside, and for coming home to",
  email: "hello@alderandfinch.example",
  owner: "Nora Lindqvist",
  currency: "USD",
  zone: "America/New_York",
  locale: "en",
  home: town("US", "Burlington"),
  locations: [
    { key: "burlington", name: "Burlington workshop", street: "12 Pine Street", place: town("US", "Burlington") },
    { key: "reno", name: "Reno warehouse", street: "480 Greg Street", place: { city: "Reno", region: "NV", country: "US", postalCode: "89502", zone: "America/Los_Angeles" } },
    { key: "rotterdam", name: "Rotterdam depot", street: "Waalhaven 21", place: { city: "Rotterdam", region: null, country: "NL", postalCode: "3087 BM", zone: "Europe/Amsterdam" } },
  ],
  products: alderProducts,
  theme: "meadow",
  look: { paper: "#faf6ec", ink: "#26332c", accent: "#2f5d4a", accentInk: "#ffffff" },
};

export const saltmarshSupply: DemoShop = {
  key: "saltmarsh",
  domain: "saltmarsh-supply.myshopify.com",
  name: "Saltmarsh Supply",
  tagline: "Plain goods for wet places",
  email: "post@saltmarshsupply.example",
  owner: "Gareth Pugh",
  currency: "GBP",
  zone: "Europe/London",
  locale: "en",
  home: town("GB", "Bristol"),
  locations: [{ key: "bristol", name: "Bristol stockroom", street: "3 Narrow Quay", place: town("GB", "Bristol") }],
  products: saltmarshProducts,
  theme: "coast",
  look: { paper: "#f3f5f4", ink: "#1d2b33", accent: "#1f5673", accentInk: "#ffffff" },
};

export const demoShops: readonly DemoShop[] = [alderAndFinch, saltmarshSupply];

/** @throws Error for a key that is none */
export function demoShop(key: string): DemoShop {
  const found = demoShops.find((shop) => shop.key === key);
  if (!found) throw new Error(`no demo shop "${key}"`);
  return found;
}
