/**
 * How one kind of tracking number looks, as data.
 *
 * Most formats are facts taken from jkeen/tracking_number_data (MIT, notice in ./LICENSE-formats), rewritten over
 * the compact number: upper case, no spaces, no dashes.
 */
export interface NumberFormat {
  /** Id as tracking_number_data has it (its `name` where it gives no id); our own for formats beyond it. */
  id: string;
  carrier: string;
  /** Anchored. Group 1 is the serial number and group 2 the check digit where `check` is given. */
  pattern: RegExp;
  /** Every length the compact number can have. */
  lengths: readonly number[];
  /** Every character it can begin with. */
  starts: string;
  check: CheckRule | null;
  /** 0..1: how telling a fit is: the check digit's strength, the prefix's rarity, how common the carrier is. */
  weight: number;
  /** Where the carrier collects or delivers, ISO 3166-1 alpha-2; null when everywhere. */
  countries: readonly string[] | null;
  service: ServiceRule | null;
}

/** A check digit: the algorithm and its numbers. */
export type CheckRule =
  | { algorithm: "mod10"; evens: number; odds: number; prefix?: { unless: string; content: string } }
  | { algorithm: "mod7" }
  | { algorithm: "luhn" }
  | { algorithm: "weighted"; weights: readonly number[]; modulo1: number; modulo2: number }
  | { algorithm: "mod37_36" }
  | { algorithm: "s10" }
  | { algorithm: "identcode" };

/** Which characters name the service, and what they can say. */
export interface ServiceRule {
  within: "number" | "serial";
  start: number;
  length: number;
  names: Readonly<Record<string, string>>;
  /** Added to the weight when the characters are known, and taken off when they are not. */
  tells: number;
}

export const DIGITS = "0123456789";
export const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** A format with what is seldom given left out. */
export type FormatFacts = Pick<NumberFormat, "id" | "pattern" | "lengths" | "starts" | "weight"> &
  Partial<Pick<NumberFormat, "check" | "service" | "countries">>;

/** The formats of one carrier, with everything unsaid said as null. */
export function formatsOf(carrier: string, facts: readonly FormatFacts[]): NumberFormat[] {
  return facts.map((fact) => ({ check: null, service: null, countries: null, ...fact, carrier }));
}
