import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { numberKey } from "~/db/shipments.server";
import { toNumberKey } from "~/domain/tracking/number-key";

import { readNumber } from "./read-number";

describe("a tracking number that was given", () => {
  it.each([
    ["1Z999AA10123456784", "1Z999AA10123456784"],
    ["  1z 999 aa1 0123456784 ", "1Z999AA10123456784"],
    ["９４００ 1000", "94001000"],
    ["RR 123 456 785 DE", "RR123456785DE"],
    ['="00340434161094042557"', "00340434161094042557"],
    ["'00123", "00123"],
    ["\u200b1234\u00ad5678", "12345678"],
    ["2026/00123", "202600123"],
    ["12–34—56", "123456"],
  ])("%j is read", (given, key) => expect(readNumber(given)).toMatchObject({ ok: true, key, lookAlikes: false }));

  it("with Cyrillic or Greek letters that look Latin is put right, and says so", () => {
    expect(readNumber("RА123456785СN")).toEqual({ ok: true, number: "RA123456785CN", key: "RA123456785CN", lookAlikes: true });
  });

  it.each([
    ["", /no tracking number/],
    ["\u200b\u0000", /no tracking number/],
    ["hello", /not a tracking number/],
    ["Order shipped on 5 May 2026", /not a tracking number/],
    ["Tracking: 12345678", /not a tracking number/],
    ["=HYPERLINK(1)", /not a tracking number/],
    ["+49 431 1234567", /not a tracking number/],
    ["n/a", /not a tracking number/],
    ["12", /at least 4/],
    ["1.23457E+15", /set the column to text/],
    ["1,2E+11", /set the column to text/],
    ["包裹123456", /no tracking number has/],
    ["Ж123456", /no tracking number has/],
    ["9".repeat(65), /too long/],
    ["9".repeat(5_000), /too long/],
  ])("%.40j is refused", (given, problem) => {
    const read = readNumber(given);
    expect(read.ok ? "" : read.problem).toMatch(problem);
  });

  it("never fails, and is compared as every other number is", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom(..."1Z9 -/А０\"='.E+\u200b") })), (given) => {
        const read = readNumber(given);
        if (!read.ok) return;
        expect(read.key).toMatch(/^[A-Z0-9]{4,64}$/);
        expect(numberKey(read.number)).toBe(read.key);
        expect(toNumberKey(read.number)).toBe(read.key);
      }),
      { numRuns: 2_000 },
    );
  });
});
