import { describe, expect, it } from "vitest";

import { createFormat } from "./format";

const AT = "2026-11-24T01:30:00.000Z";

describe("formatting", () => {
  it("writes instants in the shop's zone and language", () => {
    const newYork = createFormat({ locale: "en-US", timeZone: "America/New_York" });
    expect(newYork.dateTime(AT)).toBe("Nov 23, 2026, 8:30 PM");
    expect(createFormat({ locale: "de", timeZone: "Europe/Berlin" }).date(AT)).toBe("24. Nov. 2026");
  });

  it("falls back to English and UTC for what is not understood, and never throws", () => {
    const format = createFormat({ locale: "not a locale", timeZone: "Mars/Olympus" });
    expect(format.time(AT)).toBe("1:30 AM");
    expect(format.money(100, "??")).toBe("100 ??");
    expect(format.country("ZZZ")).toBe("ZZZ");
  });

  it("counts minor units as each currency has them", () => {
    const format = createFormat({ locale: "en-US", timeZone: "UTC" });
    expect(format.money(12_950, "USD")).toBe("$129.50");
    expect(format.money(1_200, "JPY")).toBe("¥1,200");
    expect(format.money(1_500, "KWD")).toBe("KWD 1.500");
  });

  it("tells how far an instant is away, in both directions", () => {
    const { ago } = createFormat({ locale: "en", timeZone: "UTC" });
    expect(ago("2026-11-24T00:30:00.000Z", AT)).toBe("1 hour ago");
    expect(ago("2026-11-26T02:00:00.000Z", AT)).toBe("in 2 days");
    expect(ago("2026-11-24T01:30:20.000Z", AT)).toBe("this minute");
  });
});
