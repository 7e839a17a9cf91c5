import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { readOffset, readTime, type ClockHints } from "./times";

const iso = (said: unknown, hints?: ClockHints) => {
  const time = readTime(said, hints);
  return time === null ? null : [new Date(time.at).toISOString(), time.certainty, time.zone];
};

describe("readTime", () => {
  it.each<[string, ClockHints | undefined, string, string, string | null]>([
    ["2026-11-19T13:10:00-06:00", undefined, "2026-11-19T19:10:00.000Z", "exact", "-06:00"],
    ["2026-11-19T13:10:00Z", undefined, "2026-11-19T13:10:00.000Z", "exact", "+00:00"],
    ["2026-11-19 13:10:00.123456 +0530", undefined, "2026-11-19T07:40:00.123Z", "exact", "+05:30"],
    ["2026-11-19T13:10:00", undefined, "2026-11-19T13:10:00.000Z", "local", null],
    ["2026-11-19T13:10:00", { zone: "Europe/Berlin" }, "2026-11-19T12:10:00.000Z", "local", "Europe/Berlin"],
    ["2026-11-19", undefined, "2026-11-19T00:00:00.000Z", "date", null],
    ["2026-11-19T00:00:00", { zone: "America/New_York" }, "2026-11-19T05:00:00.000Z", "date", "America/New_York"],
    ["2026-11-19T00:00:00-05:00", undefined, "2026-11-19T05:00:00.000Z", "exact", "-05:00"],
    ["2026-11-19T00:00:00Z", { utcMidnightIsDate: true }, "2026-11-19T00:00:00.000Z", "date", null],
    ["20261119", undefined, "2026-11-19T00:00:00.000Z", "date", null],
    ["20261119 074700", undefined, "2026-11-19T07:47:00.000Z", "local", null],
    ["20261119 074700Z", undefined, "2026-11-19T07:47:00.000Z", "exact", "+00:00"],
    ["20261119 074700-05:00", undefined, "2026-11-19T12:47:00.000Z", "exact", "-05:00"],
    ["January 6, 2016 10:45 pm", undefined, "2016-01-06T22:45:00.000Z", "local", null],
    ["January 6, 2016 12:30 am", undefined, "2016-01-06T00:30:00.000Z", "local", null],
    ["6 January 2016 12:30 pm", undefined, "2016-01-06T12:30:00.000Z", "local", null],
    ["03/04/2026 09:00", { order: "dmy" }, "2026-04-03T09:00:00.000Z", "local", null],
    ["03/04/2026 09:00", { order: "mdy" }, "2026-03-04T09:00:00.000Z", "local", null],
    ["/Date(1700000000000+0100)/", undefined, "2023-11-14T22:13:20.000Z", "exact", null],
  ])("reads %j", (said, hints, at, certainty, zone) => {
    expect(iso(said, hints)).toEqual([at, certainty, zone]);
  });

  it.each(["", "string", "null", "2026-13-01", "2026-02-30", "25:00", "13:10", "03/04/2026", "0000-00-00", "1776-07-04", "9999-12-31", "2026-11-19T13:70:00", {}, null, undefined, Number.NaN])(
    "does not guess %j",
    (said) => {
      expect(readTime(said)).toBeNull();
    },
  );

  it("never throws", () => {
    fc.assert(fc.property(fc.anything(), fc.option(fc.string(), { nil: null }), (said, zone) => {
      const time = readTime(said, { zone });
      return time === null || Number.isFinite(time.at);
    }));
  });
});

describe("readOffset", () => {
  it.each([["-5", "-05:00"], ["-0500", "-05:00"], ["-04.00", "-04:00"], ["UTC+05:30", "+05:30"], ["Z", "+00:00"], ["", null], ["+99:00", null], ["EST", null]])("reads %j", (said, expected) => {
    expect(readOffset(said)).toBe(expected);
  });
});
