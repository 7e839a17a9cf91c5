import { describe, expect, it } from "vitest";

import { processorTime } from "~tests/setup/processor-time";

import { toAskedNumber, toNumberKey } from "./number-key";

const PLAIN = "1Z999AA10123456784";
const SPELLINGS = [" 1z999aa10123456784 ", "1Z-999-AA1-01-2345-6784", "１Ｚ９９９ＡＡ１０１２３４５６７８４", "1Z999\u0410\u041010123456784", "1Z999AA1\u200b0123456784", "1 Z 9 9 9 A A 1 0 1 2 3 4 5 6 7 8 4"];

describe("a tracking number", () => {
  it.each(SPELLINGS)("written as %j is found again and asked for as the plain one", (spelling) => {
    expect(toNumberKey(spelling)).toBe(PLAIN);
    expect(toAskedNumber(spelling)).toBe(PLAIN);
  });

  it("of no known format keeps its dashes and its case when it is asked for", () => {
    expect(toAskedNumber(" ab-12/x \t9")).toBe("ab-12/x9");
    expect(toNumberKey(" ab-12/x \t9")).toBe("AB12X9");
  });

  it.each(["", "   ", "💥", "\u0000", "—"])("%j has no key", (nothing) => expect(toNumberKey(nothing)).toBe(""));

  it("of 10,000 characters is cut, quickly", () => {
    const spent = processorTime(() => {
      for (let index = 0; index < 50; index += 1) {
        expect(toNumberKey("А1 ".repeat(3_400))).toHaveLength(64);
        expect(toAskedNumber("9".repeat(10_000))).toHaveLength(255);
      }
    });
    expect(spent).toBeLessThan(1_250);
  });
});
