import { describe, expect, it } from "vitest";

import { processorTime } from "~tests/setup/processor-time";

import { detectCarrier } from "./detect-carrier";

const first = (number: string, hints = {}): string | undefined => detectCarrier(number, hints)[0]?.carrier;

describe("detectCarrier", () => {
  it.each([
    ["1Z 999 AA1 01 2345 6784", "ups", "ups"],
    ["9400 1000 0000 0000 0000 06", "usps", "usps_impb_n"],
    ["771234567890", "fedex", "fedex_12"],
    ["TBA123456789012", "amazon", "amazon_logistics"],
    ["GFUS01234567890123", "gofo", "gofo_us"],
    ["LTN12345678N1", "landmark", "landmark_global"],
    ["YT2412345678901234", "yunexpress", "yunexpress"],
    ["1LS712345678901", "lasership", "lasership_1ls7"],
    ["1LS7112013123456-1", "lasership", "LaserShip 1LS7 (18)"],
    ["RB123456785GB", "royal_mail", "s10"],
    ["RB123456785TW", "taiwan_post", "s10"],
    ["3SABCD1234567890", "postnl", "postnl_3s"],
    ["6A12345678901", "colissimo", "colissimo_13"],
    ["SF1234567890123", "sf_express", "sf_express_sf"],
    ["4PX3000123456789CN", "4px", "4px_cn"],
    ["00340434111111111117", "dhl_parcel_de", "dhl_parcel_de_sscc"],
  ])("reads %s as %s", (number, carrier, format) => {
    expect(detectCarrier(number)[0]).toMatchObject({ carrier, format });
  });

  it("reads any spelling of the same number alike", () => {
    const plain = detectCarrier("1Z999AA10123456784");
    expect(plain[0]?.carrier).toBe("ups");
    for (const spelling of [
      " 1z999aa10123456784 ",
      "1Z-999-AA1-01-2345-6784",
      "１Ｚ９９９ＡＡ１０１２３４５６７８４",
      "1Z999\u0410\u041010123456784",
      "1Z999AA1\u200b0123456784",
      "1 Z 9 9 9 A A 1 0 1 2 3 4 5 6 7 8 4",
    ]) {
      expect(detectCarrier(spelling)).toEqual(plain);
    }
  });

  it.each(["", "   ", "n/a", "track me", "#1001", "1Z999AA10123456785", "RB123456786GB", "RB123456785ZZ", "💥", "１"])(
    "knows nothing about %j",
    (number) => expect(detectCarrier(number)).toEqual([]),
  );

  it("refuses what is too long, quickly", () => {
    const long = "1Z".repeat(5_000);
    const spent = processorTime(() => {
      for (let i = 0; i < 1_000; i++) expect(detectCarrier(long)).toEqual([]);
    });
    expect(spent).toBeLessThan(500);
    expect(detectCarrier("9".repeat(65))).toEqual([]);
  });

  it("lets the shop's history and the countries decide between formats that fit alike", () => {
    // Valid for FedEx (weights and modulo 11) and for Purolator (Luhn).
    const number = Array.from({ length: 100_000 }, (_, i) => String(300_000_000_000 + i)).find((candidate) => {
      const carriers = detectCarrier(candidate).map((fit) => fit.carrier);
      return carriers.includes("fedex") && carriers.includes("purolator");
    });
    expect(number).toBeDefined();
    if (number === undefined) return;
    expect(first(number)).toBe("fedex");
    expect(first(number, { history: { purolator: 90, fedex: 10 } })).toBe("purolator");
    expect(first(number, { destinationCountry: "CA" })).toBe("purolator");
    expect(first(number, { destinationCountry: "US" })).toBe("fedex");
  });

  it("never scores a certainty", () => {
    for (const { score } of detectCarrier("1Z999AA10123456784", { history: { ups: 1_000 } })) {
      expect(score).toBeLessThan(1);
      expect(score).toBeGreaterThan(0);
    }
  });

  it("survives odd histories", () => {
    const hints = { history: { ups: -5, fedex: 0 }, originCountry: "", destinationCountry: null };
    expect(first("1Z999AA10123456784", hints)).toBe("ups");
  });
});
