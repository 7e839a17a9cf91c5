import type fc from "fast-check";

import { checkCharacter } from "~/domain/tracking/detection/check-digits";
import { DIGITS, type NumberFormat } from "~/domain/tracking/detection/number-format";

/** The number with its check digit put right, `shift` places on. */
export function withCheck(format: NumberFormat, number: string, shift = 0): string {
  const match = new RegExp(format.pattern.source, "d").exec(number);
  const place = match?.indices?.[2];
  if (format.check === null || !match || !place) return number;
  const right = checkCharacter(format.check, match[1] ?? "");
  const digit = shift === 0 ? right : DIGITS.charAt((DIGITS.indexOf(right) + shift) % 10);
  return number.slice(0, place[0]) + digit + number.slice(place[1]);
}

/** Numbers of a format's shape, as valid ones. */
export function checked(format: NumberFormat, shape: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return shape.map((number) => withCheck(format, number)).filter((number) => format.pattern.test(number));
}
