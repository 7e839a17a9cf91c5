import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { explainScan } from "~/cli/explain";

import { knownScans, knownWordings } from "../fixtures/known-scans";

const SCANS = knownScans();

/** The lines of a fixture that are no remarks. */
function fixture(name: string): string[] {
  return readFileSync(new URL(`../fixtures/${name}`, import.meta.url), "utf8").split("\n").filter((line) => line !== "" && !line.startsWith("#"));
}

describe("scans of every language, by what they mean", () => {
  it("are many, of many carriers", () => {
    expect(SCANS.length).toBeGreaterThan(2_000);
    expect(new Set(SCANS.map(({ carrier }) => carrier)).size).toBeGreaterThan(60);
  });

  it.each([...new Set(SCANS.map(({ language }) => language))])("%s", (language) => {
    const wrong = SCANS.filter((scan) => scan.language === language)
      .map((scan) => ({ ...scan, said: explainScan({ carrier: scan.carrier, code: null, text: scan.text }).status }))
      .filter(({ status, said }) => said !== status);
    expect(wrong).toEqual([]);
  });

  it("and the wordings that were learned", () => {
    const wrong = knownWordings()
      .map((scan) => ({ ...scan, said: explainScan({ carrier: scan.carrier === "generic" ? null : scan.carrier, code: null, text: scan.text }).status }))
      .filter(({ status, said }) => said !== status);
    expect(wrong).toEqual([]);
  });

  it("with the carriers' codes beside the words", () => {
    const scans = fixture("scans-with-codes.txt").map((line) => line.split("|"));
    expect(scans.length).toBeGreaterThan(100);
    const wrong = scans.filter(([carrier = "", code = "", status, ...text]) => explainScan({ carrier, code, text: text.join("|") }).status !== status);
    expect(wrong).toEqual([]);
  });

  it("never take for a delivery what only looks like one", () => {
    const texts = fixture("no-deliveries.txt");
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.filter((text) => explainScan({ carrier: null, code: null, text }).status === "DELIVERED")).toEqual([]);
  });
});
