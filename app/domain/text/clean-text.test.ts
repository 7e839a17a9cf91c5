import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { cleanJsonText, cleanText, cleanTextOrNull } from "./clean-text";

/** Texts with many U+0000 and surrogates, whole and single. */
const anyText = fc.array(fc.oneof(fc.constantFrom("\u0000", "\ud800", "\udfff", "\ud83d\ude00", "\\", "\\u0000", "u0000", '"', "a", "é"), fc.string({ unit: "binary", maxLength: 3 })), { maxLength: 12 }).map((parts) => parts.join(""));
const isClean = (text: string) => text.isWellFormed() && !text.includes("\u0000");

describe("clean text", () => {
  it.each([
    ["a\u0000b", "a\uFFFDb"],
    ["\ud800x\udfff", "\uFFFDx\uFFFD"],
    ["\ud83d\ude00 \u0001 é", "\ud83d\ude00 \u0001 é"],
    ["", ""],
  ])("of %j is %j", (text, clean) => expect(cleanText(text)).toBe(clean));

  it("may be absent", () => {
    expect([cleanTextOrNull(null), cleanTextOrNull(undefined), cleanTextOrNull("a\u0000")]).toEqual([null, null, "a\uFFFD"]);
  });

  it("is storable, and stays the same when it was", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text);
        expect(isClean(clean)).toBe(true);
        expect(cleanText(clean)).toBe(clean);
        if (isClean(text)) expect(clean).toBe(text);
      }),
    );
  });
});

describe("clean JSON text", () => {
  it.each([
    ['{"a": "x\\u0000y"}', { a: "x\uFFFDy" }],
    ['["\\ud800", "\\uD83D\\uDE00", "\\udc00\\ud800"]', ["\uFFFD", "\ud83d\ude00", "\uFFFD\uFFFD"]],
    ['["\\\\u0000", "\\\\\\u0000", "\\ud800\\u0000"]', ["\\u0000", "\\\uFFFD", "\uFFFD\uFFFD"]],
    ['{"\\u0000key": 1.5}', { "\uFFFDkey": 1.5 }],
  ])("of %s parses to the clean value", (json, value) => expect(JSON.parse(cleanJsonText(json))).toEqual(value));

  it("means the same value with clean strings, escaped in any way", () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, escaped) => {
        const units = Array.from({ length: text.length }, (_, index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, "0")}`);
        const json = escaped ? `["${units.join("")}"]` : JSON.stringify([text]);
        expect(JSON.parse(cleanJsonText(json))).toEqual([cleanText(text)]);
      }),
    );
  });

  it("takes no deeper stack for a deeper value, and linear time", () => {
    const depth = 200_000;
    const json = `${"[".repeat(depth)}"\\u0000"${"]".repeat(depth)}`;
    expect(cleanJsonText(json)).toBe(json.replace("\\u0000", "\\ufffd"));
  });

  it("leaves other text alone", () => {
    expect(cleanJsonText("<a>\\d \\n &#0;</a>")).toBe("<a>\\d \\n &#0;</a>");
  });
});
