import { describe, expect, it } from "vitest";
import { checkCharacter, checkDigitFits } from "./check-digits";
import type { CheckRule } from "./number-format";

/** Worked by hand from the published rules. */
const KNOWN: [string, CheckRule, string, string][] = [
  ["UPS 1Z (letters count as ASCII - 3)", { algorithm: "mod10", evens: 1, odds: 2 }, "999AA1012345678", "4"],
  ["S10, remainder in the ordinary range", { algorithm: "s10" }, "12345678", "5"],
  ["S10, 10 is written 0", { algorithm: "s10" }, "00000050", "0"],
  ["S10, 11 is written 5", { algorithm: "s10" }, "00000000", "5"],
  ["Luhn", { algorithm: "luhn" }, "7992739871", "3"],
  ["modulo 7", { algorithm: "mod7" }, "331881001", String(331881001 % 7)],
  ["Identcode", { algorithm: "identcode" }, "56310243031", "3"],
  ["ISO 7064 MOD 37,36", { algorithm: "mod37_36" }, "09980000020034", "D"],
];

describe("check digits", () => {
  it.each(KNOWN)("%s", (_name, rule, serial, digit) => {
    expect(checkCharacter(rule, serial)).toBe(digit);
    expect(checkDigitFits(rule, serial, digit)).toBe(true);
    expect(checkDigitFits(rule, serial, digit === "1" ? "2" : "1")).toBe(false);
  });
});
