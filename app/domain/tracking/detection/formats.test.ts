import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkCharacter } from "./check-digits";
import { detectCarrier } from "./detect-carrier";
import { NUMBER_FORMATS } from "./formats/all";
import { S10_CHECK } from "./formats/s10";
import { S10_OPERATORS } from "./formats/s10-operators";
import { checked, withCheck } from "../../../../tests/arbitraries/generated-numbers";
import { DIGITS, type NumberFormat } from "./number-format";

/** IMpb numbers look ahead, which fast-check cannot generate from: their parts are put together here. */
const digits = (length: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const IMPB: Readonly<Record<string, fc.Arbitrary<string>>> = {
  usps_impb_n: fc.tuple(fc.constantFrom("", "42010023"), digits(3), digits(7), digits(8)).map(
    ([routing, service, rest, mailer]) => `${routing}94${service}9${mailer}${rest}0`,
  ),
  usps_impb_c: fc.tuple(fc.constantFrom("", "42010023", "420100231234"), digits(3), digits(8), digits(7)).map(
    ([routing, service, mailer, rest]) => `${routing}92${service}9${mailer}${rest}0`,
  ),
  australia_post_article: digits(18).map((rest) => `AB1${rest}`),
};

function numbersOf(format: NumberFormat): fc.Arbitrary<string> {
  return checked(format, IMPB[format.id] ?? fc.stringMatching(format.pattern));
}

describe.each(NUMBER_FORMATS.map((format) => [format.id, format] as const))("format %s", (id, format) => {
  it("is found in every number made from it", () => {
    fc.assert(
      fc.property(numbersOf(format), (number) => {
        expect(format.lengths).toContain(number.length);
        expect(format.starts).toContain(number.charAt(0));
        const found = detectCarrier(number);
        expect(found.some((candidate) => candidate.format === id && candidate.carrier === format.carrier)).toBe(true);
        expect(found.every(({ score }) => score > 0 && score < 1)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it.runIf(format.check !== null)("is not found when the check digit is wrong", () => {
    fc.assert(
      fc.property(numbersOf(format), fc.integer({ min: 1, max: 9 }), (number, shift) => {
        const wrong = withCheck(format, number, shift);
        fc.pre(wrong !== number && format.pattern.test(wrong));
        expect(detectCarrier(wrong).map((candidate) => candidate.format)).not.toContain(id);
      }),
      { numRuns: 40 },
    );
  });
});

describe("S10", () => {
  const letters = fc.stringMatching(/^[A-Z]{2}$/);
  const country = fc.constantFrom(...Object.keys(S10_OPERATORS));

  it("names the operator of the country first", () => {
    fc.assert(
      fc.property(letters, digits(8), country, (service, serial, code) => {
        const number = `${service}${serial}${checkCharacter(S10_CHECK, serial)}${code}`;
        expect(detectCarrier(number)[0]).toMatchObject({ carrier: S10_OPERATORS[code], format: "s10" });
      }),
    );
  });

  it("asks for the right check digit", () => {
    fc.assert(
      fc.property(letters, digits(8), country, fc.integer({ min: 1, max: 9 }), (service, serial, code, shift) => {
        const wrong = DIGITS.charAt((Number(checkCharacter(S10_CHECK, serial)) + shift) % 10);
        const formats = detectCarrier(`${service}${serial}${wrong}${code}`).map((candidate) => candidate.format);
        expect(formats).not.toContain("s10");
      }),
    );
  });
});

it("never throws, whatever is typed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (typed) => {
      expect(Array.isArray(detectCarrier(typed))).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
