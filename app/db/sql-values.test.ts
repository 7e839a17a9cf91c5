import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { jsonRows } from "./sql-values";

describe("rows as JSON for PostgreSQL", () => {
  it("replaces NUL and half surrogates, and nothing else", () => {
    const text = "a\u0000b \ud800 c\udfff \ud83d\ude00 \\u0000 \n \u0001";
    expect(JSON.parse(jsonRows([{ text }]))).toEqual([{ text: "a\ufffdb \ufffd c\ufffd \ud83d\ude00 \\u0000 \n \u0001" }]);
  });

  it("changes no text that is well formed and has no NUL", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(!text.includes("\u0000"));
        expect(JSON.parse(jsonRows([{ text, [text]: 1n }]))).toEqual([{ text, [text]: "1" }].map((row) => (text === "text" ? { text: "1" } : row)));
      }),
    );
  });
});
