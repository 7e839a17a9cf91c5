import { describe, expect, it } from "vitest";

import { describeEstimate } from "./describe-estimate";
import { createFormat } from "./format";
import { pageLocale, wordsOf } from "./words";

const now = Date.UTC(2026, 10, 24, 12);
const format = createFormat({ tag: "en-GB", timeZone: "Europe/Berlin", now });
const at = Date.UTC(2026, 10, 23, 23, 30);

describe("days and times", () => {
  it("are those of the place where known, else of the shop", () => {
    expect(format.dayKey({ at, certainty: "exact", zone: null })).toBe("2026-11-24");
    expect(format.clock({ at, certainty: "exact", zone: null })).toBe("00:30");
    expect(format.dayKey({ at, certainty: "exact", zone: "America/New_York" })).toBe("2026-11-23");
    expect(format.clock({ at, certainty: "exact", zone: "-05:00" })).toBe("18:30");
    expect(format.clock({ at, certainty: "exact", zone: "not a zone" })).toBe("00:30");
  });

  it("show a day as it was said, and no clock where none was given", () => {
    const day = { at: Date.UTC(2026, 10, 20), certainty: "date" as const, zone: null };
    expect(format.dayKey(day)).toBe("2026-11-20");
    expect(format.clock(day)).toBeNull();
    expect(format.clock({ at, certainty: "received", zone: null })).toBeNull();
    expect(format.clock({ at: Date.UTC(2026, 10, 20, 8, 5), certainty: "local", zone: null })).toBe("08:05");
  });

  it("leave this year out and name another", () => {
    expect(format.day({ at, certainty: "exact", zone: null })).toBe("Tuesday 24 November");
    expect(format.day({ at: Date.UTC(2025, 11, 31, 12), certainty: "exact", zone: null })).toMatch(/^Wednesday,? 31 December 2025$/);
  });

  it("survive a shop whose zone is not one", () => {
    expect(createFormat({ tag: "de", timeZone: "Mars/Olympus", now }).clock({ at, certainty: "exact", zone: null })).toBe("23:30");
  });
});

describe("the expected date", () => {
  const options = { words: wordsOf("en").estimate, tag: "en-GB", zone: "America/New_York", now };
  const hour = 3_600_000;

  it("is not guessed", () => {
    expect(describeEstimate(null, options)).toBeNull();
  });

  it("is the day that was named, in whatever zone it was midnight", () => {
    const utc = Date.UTC(2026, 10, 26);
    expect(describeEstimate({ earliest: utc, latest: utc, precision: "day" }, options)).toEqual({ past: false, text: "Expected on Thursday 26 November" });
    expect(describeEstimate({ earliest: utc + 5 * hour, latest: utc + 5 * hour, precision: "day" }, options)?.text).toBe("Expected on Thursday 26 November");
    expect(describeEstimate({ earliest: utc, latest: utc + 48 * hour, precision: "day" }, options)?.text).toMatch(/^Expected 26\s?–\s?28 November$/);
  });

  it("is a window within a day, or about a time", () => {
    const from = Date.UTC(2026, 10, 24, 18);
    expect(describeEstimate({ earliest: from, latest: from + 3 * hour, precision: "instant" }, options)?.text).toBe("Expected on Tuesday 24 November between 13:00 and 16:00");
    expect(describeEstimate({ earliest: from, latest: from, precision: "instant" }, options)?.text).toBe("Expected on Tuesday 24 November, around 13:00");
  });

  it("is said to be over when it is, and a day lasts until its end", () => {
    const yesterday = Date.UTC(2026, 10, 23);
    expect(describeEstimate({ earliest: yesterday, latest: yesterday, precision: "day" }, options)).toEqual({ past: true, text: "Was expected by Monday 23 November" });
    expect(describeEstimate({ earliest: Date.UTC(2026, 10, 24), latest: Date.UTC(2026, 10, 24), precision: "day" }, options)?.past).toBe(false);
  });
});

describe("the page's language", () => {
  it("is the first that it speaks, with its region's way of writing dates", () => {
    expect(pageLocale("de-AT", "fr")).toEqual({ tag: "de-AT", language: "de" });
    expect(pageLocale("it", null, "es_MX")).toEqual({ tag: "es-MX", language: "es" });
    expect(pageLocale("it", "constructor", "<x>", undefined, "")).toEqual({ tag: "en", language: "en" });
    expect(pageLocale("fr-XXXXXXXXX")).toEqual({ tag: "en", language: "en" });
  });
});
