import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { detectCarrier } from "./detect-carrier";

/** More than this is called likely. */
const LOW = 0.5;

const best = (typed: string): number => detectCarrier(typed)[0]?.score ?? 0;

describe("what is no tracking number", () => {
  it.each([
    "#1001", "100234", "#10023-A", "SO-2024-00123", "INV-000123", "ORD-1234567890", "ORDER1234567", "112-1234567-1234567",
    "415-555-2671", "(415) 555-2671", "212.555.1234", "+14155552671", "+44 7911 123456", "07911 123456", "jane@example.com",
    "2024-11-25", "20241125", "25/11/2024", "2024-11-25 10:30", "SKU-12345", "TSHIRT-BLK-XL", "ABC-123-XYZ", "AB1234567", "hello world",
    "Free shipping", "n/a", "123456", "1234567890", "123456789012", "0000000000", "000000000000", "999999999999", "4111111111111111",
    "978-3-16-148410-0", "4006381333931", "gid://shopify/Fulfillment/5123456789012", "5123456789012", "550e8400-e29b-41d4-a716-446655440000",
    "https://example.com/track/1", "DE89370400440532013000", "GB82WEST12345698765432", "SUMMER2024", "90210", "SW1A 1AA", "1234567890123456",
  ])("%s scores low or not at all", (typed) => {
    expect(best(typed)).toBeLessThanOrEqual(LOW);
  });

  it("is never a word", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z]{1,40}$/), (word) => {
        expect(detectCarrier(word)).toEqual([]);
      }),
    );
  });

  it("is no short order number", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^#?[A-Z]{0,3}-?[0-9]{1,7}$/), (order) => {
        expect(best(order)).toBeLessThanOrEqual(LOW);
      }),
      { numRuns: 500 },
    );
  });
});

describe("numbers as they are pasted", () => {
  const plain = detectCarrier("1Z999AA10123456784");
  it.each(['"1Z999AA10123456784"', "#1Z999AA10123456784", " 1Z999AA10123456784,", "“1z 999 aa1 01 2345 6784”", "1Z999AA10123456784."])("%s is read", (typed) => {
    expect(detectCarrier(typed)).toEqual(plain);
  });

  it("reads GS1 brackets", () => {
    expect(detectCarrier("(420) 22153 (91) 01026837331000039521")[0]).toMatchObject({ carrier: "usps", format: "usps_legacy" });
    expect(detectCarrier("(00) 340434111111111117")[0]?.carrier).toBe("dhl_parcel_de");
  });

  it("lets a wrong S10 number be nothing for sure", () => {
    expect(best("RX123456789DE")).toBeLessThanOrEqual(LOW);
    expect(best("LX123456789US")).toBeLessThanOrEqual(LOW);
  });
});
