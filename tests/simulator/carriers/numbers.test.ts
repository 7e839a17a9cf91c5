import { describe, expect, it } from "vitest";
import { simCarriers } from "./carriers";
import { mod10, mod3736, numberMakers, s10Check } from "./numbers";

describe("check digits, on published numbers", () => {
  it("UPS 1Z", () => expect(mod10("879E93034683444", 1, 2)).toBe(0));
  it("USPS, weights from the right", () => expect(mod10([..."940011120108080548301"].reverse().join(""), 3, 1)).toBe(6));
  it("S10", () => expect(s10Check("12345678")).toBe(5));
  it("DPD, ISO 7064", () => {
    expect(mod3736("09980000020033")).toBe("F");
    expect(mod3736("09980000020034")).toBe("D");
  });
  it("FedEx 12 and DHL Express", () => {
    expect(numberMakers.fedex(0)).toMatch(/^7849\d{8}$/);
    expect(Number(numberMakers.dhl_express(42).slice(0, 9)) % 7).toBe(Number(numberMakers.dhl_express(42).at(-1)));
  });
});

describe("the carriers' numbers", () => {
  it("are the same for the same serial, and differ for others", () => {
    for (const carrier of simCarriers) {
      expect(carrier.number(1234)).toBe(carrier.number(1234));
      const many = new Set(Array.from({ length: 500 }, (_, serial) => carrier.number(serial)));
      expect(many.size).toBe(500);
    }
  });
});
