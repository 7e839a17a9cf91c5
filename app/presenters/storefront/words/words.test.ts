import { describe, expect, it } from "vitest";

import { fill, wordsOf, type PageLanguage } from ".";

/** Every text with the way to it. */
function texts(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

const placesOf = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort().join(" ");

describe("the page's words", () => {
  it.each(["de", "fr", "es"] as PageLanguage[])("are complete in %s, with the same places for values", (language) => {
    const english = texts(wordsOf("en"));
    const other = new Map(texts(wordsOf(language)));
    expect([...other.keys()].sort()).toEqual(english.map(([path]) => path).sort());
    for (const [path, text] of english) {
      expect(other.get(path)?.trim(), path).not.toBe("");
      expect(placesOf(other.get(path) ?? ""), path).toBe(placesOf(text));
    }
  });

  it("fill in values and leave unknown places to be seen", () => {
    expect(fill("Order {name} of {constructor}", { name: "#1" })).toBe("Order #1 of {constructor}");
  });
});
