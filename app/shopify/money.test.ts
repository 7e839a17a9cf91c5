import { describe, expect, it } from "vitest";

import { toMinorUnits } from "./money";

describe("toMinorUnits", () => {
  it.each([
    ["48.50", "EUR", 4850n],
    ["48", "EUR", 4800n],
    ["1200", "JPY", 1200n],
    ["1200.0", "JPY", 1200n],
    ["1.2345", "KWD", 1235n],
    ["0.005", "USD", 1n],
    ["-3.1", "USD", -310n],
    ["90071992547409931.99", "USD", 9007199254740993199n],
  ])("%s %s is %s", (amount, currency, minor) => expect(toMinorUnits(amount, currency)).toBe(minor));

  it.each(["", "1,5", "abc", "1e3"])("refuses %j", (amount) => expect(() => toMinorUnits(amount, "EUR")).toThrow(RangeError));
});
