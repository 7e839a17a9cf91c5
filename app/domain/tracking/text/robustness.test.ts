import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { knownScans } from "~tests/fixtures/known-scans";
import { processorTime } from "~tests/setup/processor-time";

import { classifyText } from "./classify-text";

const SCANS = knownScans().map((scan) => ({ ...scan, answer: classifyText(scan.text).status }));
const DELIVERIES = SCANS.filter(({ status, answer }) => status === "DELIVERED" && answer === "DELIVERED");

/** What carriers' systems do to a text on its way, none of which changes what it says. */
const DISGUISES: Record<string, (text: string) => string> = {
  "capital letters": (text) => text.toUpperCase(),
  "small letters": (text) => text.toLowerCase(),
  "A Capital For Every Word": (text) => text.replace(/(^|[^\p{L}\p{M}'’])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase()),
  "no accents": (text) => text.normalize("NFD").replace(/\p{M}/gu, ""),
  "accents as signs of their own": (text) => text.normalize("NFD"),
  "blanks everywhere": (text) => `  ${text.replace(/ /g, "   ")} \n`,
  tabs: (text) => text.replace(/ /g, "\t"),
  "blanks that do not break": (text) => text.replace(/ /g, "\u00a0"),
  "invisible characters": (text) => text.replace(/ /g, " \u200b").replace(/(\w{4})(\w)/g, "$1\u00ad$2"),
  "HTML entities by number": (text) => [...text].map((sign) => (/[a-z0-9 ]/i.test(sign) ? sign : `&#${sign.codePointAt(0) ?? 0};`)).join(""),
  "HTML entities by name": (text) => text.normalize("NFC").replace(/é/g, "&eacute;").replace(/ü/g, "&uuml;").replace(/ã/g, "&atilde;").replace(/'/g, "&apos;"),
  "entities escaped twice": (text) => text.normalize("NFC").replace(/é/g, "&amp;eacute;").replace(/ä/g, "&amp;auml;"),
  markup: (text) => `<p class="scan"><b>${text}</b></p>`,
  "a point at the end": (text) => `${text}.`,
  quotes: (text) => `"${text}"`,
  brackets: (text) => `(${text})`,
  "curly apostrophes": (text) => text.replace(/'/g, "’"),
  "full width": (text) => text.replace(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)),
};

const NEGATIONS: readonly (readonly [string, (text: string) => string])[] = [
  ["not …", (text) => `Not ${text}`], ["… - not delivered", (text) => `${text} - not delivered`], ["… not", (text) => `${text} not`],
  ["nicht …", (text) => `Nicht ${text}`], ["… nicht", (text) => `${text} nicht`], ["non …", (text) => `Non ${text}`], ["pas …", (text) => `Pas ${text}`],
  ["no …", (text) => `No ${text}`], ["niet …", (text) => `Niet ${text}`], ["… niet", (text) => `${text} niet`], ["não …", (text) => `Não ${text}`], ["kein …", (text) => `Kein ${text}`],
];

describe("what changes no meaning changes no answer", () => {
  it.each(Object.entries(DISGUISES))("%s", (_, disguise) => {
    const changed = SCANS.filter(({ text, answer }) => classifyText(disguise(text)).status !== answer).map(({ text }) => text);
    expect(changed).toEqual([]);
  });
});

describe("a delivery denied is none", () => {
  it.each(NEGATIONS)("%s", (_, deny) => {
    expect(DELIVERIES.length).toBeGreaterThan(200);
    expect(DELIVERIES.filter(({ text }) => classifyText(deny(text)).status === "DELIVERED").map(({ text }) => text)).toEqual([]);
  });

  it("nor is one that is asked for, hoped for or awaited", () => {
    for (const text of ["Delivered?", "Zugestellt?", "Livré ?", "¿Entregado?", "Consegnato?", "Bezorgd?", "Entregue?"]) expect(classifyText(text).status, text).toBe("UNKNOWN");
    for (const text of ["To be delivered tomorrow", "Wird morgen zugestellt", "Sera livré demain", "Será entregado mañana", "Sarà consegnato domani", "Wordt morgen bezorgd", "Será entregue amanhã"]) {
      expect(classifyText(text).status, text).toBe("IN_TRANSIT");
    }
  });
});

describe("noise", () => {
  const letters = fc.stringMatching(/^[a-z]{1,12}$/);

  it("never becomes a delivery or a return", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 400 }), fc.array(letters, { maxLength: 30 }).map((words) => words.join(" "))), (noise) => {
        fc.pre(!/deliver|zugestellt|ausgeliefert|geliefert|livre|distribue|entreg|consegnat|recapitat|bezorgd|afgeleverd|signed|firmat/i.test(noise));
        expect(["DELIVERED", "RETURNED"]).not.toContain(classifyText(noise).status);
      }),
      { numRuns: 2_000 },
    );
  });

  it("of any size and any script is read in no time", () => {
    const hostile = [
      "delivered ".repeat(5_000), "a".repeat(10_000), "not ".repeat(5_000), "&amp;".repeat(5_000), "&#x".repeat(5_000), "<".repeat(10_000), "<a ".repeat(4_000), "?".repeat(10_000),
      ".".repeat(10_000), ", . ".repeat(4_000), "\u0301".repeat(10_000), "\u202e".repeat(10_000), "zugestellt nicht ".repeat(1_000), "\ud83d\udce6".repeat(5_000), "livré à ".repeat(2_000),
      " ".repeat(10_000) + "Delivered", "é".repeat(10_000), "ﷺ".repeat(10_000), "entregue ao a ".repeat(1_000),
    ];
    for (const text of hostile) {
      // Some ten milliseconds; a pattern that backtracks without end would take minutes.
      expect(processorTime(() => classifyText(text)), text.slice(0, 20)).toBeLessThan(1_000);
    }
    expect(classifyText(`${" ".repeat(5_000)}Delivered`).status).toBe("DELIVERED");
  });
});
