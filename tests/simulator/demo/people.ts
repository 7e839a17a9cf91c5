import { towns, type Place } from "../carriers/places";
import type { Draw } from "./random";

/** A made-up shopper. Phones are of the ranges kept for fiction, mail addresses of example domains. */
export interface Person {
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  street: string;
  place: Place;
  locale: string;
}

interface Names {
  first: readonly string[];
  last: readonly string[];
  streets: readonly string[];
  street: (name: string, house: number) => string;
  phone: (serial: number) => string;
  locale: string;
}

const two = (value: number) => String(value % 100).padStart(2, "0");
const three = (value: number) => String(value % 1_000).padStart(3, "0");
const english = (name: string, house: number) => `${house} ${name}`;
const continental = (name: string, house: number) => `${name} ${house}`;

const english_names = {
  first: ["June", "Marcus", "Priya", "Theo", "Hannah", "Luis", "Maya", "Owen", "Camille", "Desmond", "Ruth", "Kenji", "Alice", "Tomasz", "Imani", "Walter", "Sofia", "Elliot", "Grace", "Rafael", "Beatrix", "Jonah", "Leila", "Arthur"],
  last: ["Okafor", "Bennett", "Ramirez", "Whitaker", "Nguyen", "Castellano", "Brooks", "Lindgren", "Patel", "Hollis", "Moreau", "Kowalski", "Tanaka", "Abernathy", "Fuentes", "Mercer", "Haddad", "Sorensen", "Oakes", "Delgado", "Fairweather", "Quinn"],
};

const names: Readonly<Record<string, Names>> = {
  US: { ...english_names, streets: ["Maple Street", "Lakeview Avenue", "Cedar Lane", "Prospect Street", "Willow Road", "Mill Street", "Orchard Drive", "Elm Street"], street: english, phone: (n) => `+1202555${String(100 + (n % 100)).padStart(4, "0")}`, locale: "en-US" },
  CA: { ...english_names, streets: ["King Street", "Birch Avenue", "Harbour Road", "Riverside Drive"], street: english, phone: (n) => `+1613555${String(100 + (n % 100)).padStart(4, "0")}`, locale: "en-CA" },
  GB: { ...english_names, streets: ["Church Lane", "Station Road", "Castle Street", "Mill Lane", "Victoria Terrace"], street: english, phone: (n) => `+447700900${three(n)}`, locale: "en-GB" },
  AU: { ...english_names, streets: ["Sandy Bay Road", "High Street", "Wattle Street"], street: english, phone: (n) => `+614915701${two(n)}`, locale: "en-AU" },
  DE: { first: ["Greta", "Jonas", "Anneliese", "Matthias", "Frieda", "Lukas"], last: ["Brandt", "Hofmann", "Schreiber", "Vogel", "Lenz"], streets: ["Lindenstraße", "Gartenweg", "Bahnhofstraße"], street: continental, phone: (n) => `+4930231250${two(n)}`, locale: "de" },
  NL: { first: ["Sanne", "Daan", "Femke", "Joris"], last: ["de Vries", "Bakker", "Visser", "Smit"], streets: ["Oudegracht", "Kerkstraat", "Molenweg"], street: continental, phone: (n) => `+319701058${three(n)}0`, locale: "nl" },
  FR: { first: ["Margaux", "Julien", "Odile", "Baptiste"], last: ["Lefèvre", "Garnier", "Chevalier", "Roussel"], streets: ["rue des Tilleuls", "avenue de la Gare"], street: english, phone: (n) => `+3319900${two(n)}${two(n * 7)}`, locale: "fr" },
  DK: { first: ["Freja", "Mikkel", "Astrid"], last: ["Holm", "Kjær", "Nielsen"], streets: ["Nørregade", "Skovvej"], street: continental, phone: (n) => `+4520123${three(n)}`, locale: "da" },
};

/** Countries in which the demo has shoppers. */
export const shopperCountries: readonly string[] = Object.keys(names);

/**
 * The shopper with this serial: the same draw and serial give the same person.
 * @throws Error for a country without names
 */
export function drawPerson(draw: Draw, country: string, serial: number): Person {
  const set = names[country];
  const places = towns[country];
  if (!set || !places) throw new Error(`no shoppers in ${country}`);
  const firstName = draw.pick(set.first);
  const lastName = draw.pick(set.last);
  const plain = `${firstName}.${lastName}`.normalize("NFD").replace(/[^A-Za-z.]/g, "").toLowerCase();
  return {
    firstName,
    lastName,
    email: `${plain}.${serial}@example.com`,
    phone: set.phone(serial),
    street: set.street(draw.pick(set.streets), 1 + draw.below(140)),
    place: draw.pick(places),
    locale: set.locale,
  };
}
