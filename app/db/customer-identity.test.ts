import { describe, expect, it } from "vitest";

import { normaliseEmail, normalisePhone, normalisePostalCode, orderNameKey } from "./customer-identity";

describe("what is compared", () => {
  it.each([[" Ines@Example.COM ", "ines@example.com"], ["", null], [null, null], ["no mail", null], [`${"a".repeat(400)}@x.y`, null]])("e-mail %j", (typed, email) =>
    expect(normaliseEmail(typed)).toBe(email));

  it.each([
    ["+351 912 345 678", null, "+351912345678"],
    ["912 345 678", "PT", "+351912345678"],
    ["0171 2345678", "DE", "+491712345678"],
    ["912 345 678", null, null],
    ["912 345 678", "XX", null],
    ["call me", "PT", null],
    ["", "PT", null],
    ["9".repeat(200), "PT", null],
  ])("phone %j in %s", (typed, country, phone) => expect(normalisePhone(typed, country)).toBe(phone));

  it.each([["1200-195", "1200195"], [" sw1a 1aa", "SW1A1AA"], ["", null], ["-", null]])("postal code %j", (typed, code) => expect(normalisePostalCode(typed)).toBe(code));
  it.each([["#1001", "1001"], ["eu-1001 ", "EU1001"], ["＃１００１", "1001"]])("order name %j", (typed, key) => expect(orderNameKey(typed)).toBe(key));
});
