import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { processorTime } from "~tests/setup/processor-time";

import { safePlace, safeWords } from "./safe-words";

const place = { city: null, region: null, country: null, postalCode: null, text: null };

describe("a carrier's words on a public page", () => {
  it.each([
    ["Departed from Facility", "Departed from Facility"],
    ["  Arrived \n at\thub ", "Arrived at hub"],
    ["Delivered, Front Door. Signed by: J SMITH", "Delivered, Front Door"],
    ["DELIVERED - RECEIVED BY MÜLLER", "DELIVERED"],
    ["Unterschrieben von: Anna Berg", null],
    ["Zugestellt, übergeben an Frau Berg", "Zugestellt"],
    ["Livré, signé par DUPONT", "Livré"],
    ["Delivered to neighbour Mrs Jones at no. 4", null],
    ["MARTHA JONES signed for the parcel at 12 Elm", null],
    ["Signed for by neighbour", "Signed for by neighbour"],
    ["Zugestellt am 30.09.2026", "Zugestellt am 30.09.2026"],
    ["Delivered to local post office", "Delivered to local post office"],
    ["Left at 12 Rose Lane", null],
    ["Zustellung Hauptstraße 14", null],
    ["Entregado en Calle Mayor, 7", null],
    ["Call +49 170 1234567", null],
    ["Mail anna@example.com", null],
    ["Parcel 0034043412 sorted", null],
    ["Sorted in Leipzig 2", "Sorted in Leipzig 2"],
    ["", null],
    [null, null],
  ])("%j is shown as %j", (text, expected) => {
    expect(safeWords(text)).toBe(expected);
  });

  it("stay one short line, whatever they were", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 600 }), (text) => {
        const words = safeWords(text);
        if (words === null) return;
        expect(words.length).toBeLessThanOrEqual(160);
        expect(words).not.toMatch(/[\p{Cc}\n\u2028@]{2}|\n/u);
      }),
    );
  });

  it("answer quickly to a text made to be slow", () => {
    const slow = ["1 ", "a", "1 a a a a ", "rue ", "(", "signed by ", "ﷺ"].map((part) => part.repeat(100_000));
    expect(processorTime(() => slow.forEach((text) => safeWords(text)))).toBeLessThan(500);
  });

  it("name a town and no more", () => {
    expect(safePlace({ ...place, city: "Leipzig", region: "SN", country: "DE", postalCode: "04129" })).toBe("Leipzig, SN, DE");
    expect(safePlace({ ...place, country: "DE" })).toBe("DE");
    expect(safePlace({ ...place, text: "Leipzig, Germany" })).toBe("Leipzig, Germany");
    expect(safePlace({ ...place, text: "12 Rose Lane, Leeds" })).toBeNull();
    expect(safePlace({ ...place, city: "12 Rose Lane", country: "GB" })).toBe("GB");
    expect(safePlace(null)).toBeNull();
  });
});
