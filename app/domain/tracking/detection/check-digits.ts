import type { CheckRule } from "./number-format";

const ZERO = 48;

/** A letter counts as (ASCII code - 3) mod 10: the rule UPS prints for its 1Z numbers. */
function valueAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code <= 57 ? code - ZERO : (code - 3) % 10;
}

function mod10(serial: string, evens: number, odds: number): number {
  let sum = 0;
  for (let i = 0; i < serial.length; i++) sum += valueAt(serial, i) * (i % 2 === 0 ? evens : odds);
  return (10 - (sum % 10)) % 10;
}

function mod7(serial: string): number {
  let rest = 0;
  for (let i = 0; i < serial.length; i++) rest = (rest * 10 + valueAt(serial, i)) % 7;
  return rest;
}

/** Luhn, ISO/IEC 7812-1. */
function luhn(serial: string): number {
  let sum = 0;
  for (let i = serial.length - 1, twice = true; i >= 0; i--, twice = !twice) {
    const value = valueAt(serial, i) * (twice ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return (10 - (sum % 10)) % 10;
}

function weighted(serial: string, weights: readonly number[], modulo1: number, modulo2: number): number {
  let sum = 0;
  for (let i = 0; i < serial.length; i++) sum += valueAt(serial, i) * (weights[i] ?? 0);
  return (sum % modulo1) % modulo2;
}

/** ISO/IEC 7064 MOD 37,36: the answer is 0..35, letters being 10..35. */
function mod37And36(serial: string): number {
  let rest = 36;
  for (let i = 0; i < serial.length; i++) {
    const code = serial.charCodeAt(i);
    rest += code <= 57 ? code - ZERO : code - 55;
    if (rest > 36) rest -= 36;
    rest *= 2;
    if (rest > 36) rest -= 37;
  }
  return (37 - rest) % 36;
}

const S10_WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7] as const;

/** UPU S10: 11 minus the weighted sum mod 11, where 10 is written 0 and 11 is written 5. */
function s10(serial: string): number {
  const digit = 11 - weighted(serial, S10_WEIGHTS, 11, 11);
  return digit === 10 ? 0 : digit === 11 ? 5 : digit;
}

/** Deutsche Post Identcode: weights 4 and 9 in turn, up to the next ten. */
function identcode(serial: string): number {
  return mod10(serial, 4, 9);
}

/**
 * The value the check digit of `serial` must have (0..35), by the published rule of its format.
 * `serial` holds only A-Z and 0-9.
 */
function checkValue(rule: CheckRule, serial: string): number {
  switch (rule.algorithm) {
    case "mod10": {
      const { prefix } = rule;
      const whole = prefix !== undefined && !serial.startsWith(prefix.unless) ? prefix.content + serial : serial;
      return mod10(whole, rule.evens, rule.odds);
    }
    case "mod7":
      return mod7(serial);
    case "luhn":
      return luhn(serial);
    case "weighted":
      return weighted(serial, rule.weights, rule.modulo1, rule.modulo2);
    case "mod37_36":
      return mod37And36(serial);
    case "s10":
      return s10(serial);
    case "identcode":
      return identcode(serial);
  }
}

/** The same as a character: 0-9, then A-Z. */
export function checkCharacter(rule: CheckRule, serial: string): string {
  return checkValue(rule, serial).toString(36).toUpperCase();
}

/** True when `check`, one character, is what the rule asks for. */
export function checkDigitFits(rule: CheckRule, serial: string, check: string): boolean {
  const code = check.charCodeAt(0);
  return checkValue(rule, serial) === (code <= 57 ? code - ZERO : code - 55);
}
