import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { MOST_LINES, readLines } from "./read-lines";

const parts = (pasted: string) => {
  const read = readLines(pasted);
  return read.ok ? read.lines.map(({ line, wanted }) => [line, wanted.number, wanted.carrier, wanted.order]) : read.problem;
};

describe("pasted numbers", () => {
  it("are read one a line, with carrier and order", () => {
    expect(parts("1Z999AA10123456784\r\n\n 9400 1000 , USPS , #1001\n123456789012;FedEx\nRR1\t\t1002\n55555,#1003\n")).toEqual([
      [1, "1Z999AA10123456784", null, null],
      [3, "9400 1000", "USPS", "#1001"],
      [4, "123456789012", "FedEx", null],
      [5, "RR1", null, "1002"],
      [6, "55555", null, "#1003"],
    ]);
  });

  it("are refused as a whole when there are none or too many", () => {
    expect(parts(" \n , ;\n")).toMatch(/at least one/);
    expect(parts("1234\n".repeat(MOST_LINES))).toHaveLength(MOST_LINES);
    expect(parts("1234\n".repeat(MOST_LINES + 1))).toMatch(/1001 numbers/);
    expect(parts("x".repeat(300_000))).toMatch(/too much/);
  });

  it("never fail, and keep their places", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."1Z #,;\t\n\rА\u2028\u0000\"") }), (pasted) => {
        const read = readLines(pasted);
        if (!read.ok) return;
        const places = read.lines.map(({ line }) => line);
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
      { numRuns: 1_000 },
    );
  });
});
