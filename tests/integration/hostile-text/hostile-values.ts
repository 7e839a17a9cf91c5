import fc from "fast-check";

/** Texts that a database, a parser or a number column may refuse: U+0000, single surrogates, huge and odd numbers and instants. */
const KNOWN = [
  "\u0000", "a\u0000b", "\ud800", "x\udfff", "\ud83d", "%00", "%E0%A4%A", "%", "%ff", "\\u0000", '"\\ud800"', "", " ", "null", "-1", "0", "1e400", "NaN",
  "9".repeat(25), "-9223372036854775809", "9223372036854775808", "2147483648", "+275760-09-13T00:00:00.000Z", "-271821-04-20T00:00:00.000Z", "0000-00-00", "9999-12-31",
  "10000-01-01", "0001-01-01", "2026-11-09T10:00:00Z", "\u202e", "﷽".repeat(20), "__proto__", "constructor", "{}", '{"a":"\\u0000"}', "[[]]", "'; drop table shop; --",
] as const;

/** Any text, with one of the above, or part of one, in most of them. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...KNOWN),
  fc.array(fc.oneof(fc.constantFrom(...KNOWN), fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 4 }).map((parts) => parts.join("")),
);

/** Where in a value a text is put, 0 up to 1. */
export const places: fc.Arbitrary<{ at: number; value: string }[]> = fc.array(fc.record({ at: fc.nat({ max: 9_999 }).map((part) => part / 10_000), value: hostileText }), { minLength: 1, maxLength: 4 });

/** Runs of one property; more with HOSTILE_RUNS. */
export const RUNS = Number(process.env["HOSTILE_RUNS"] ?? "20");

/** An answer's status, whether it was returned or thrown; an Error is a programming error and passes through. */
export async function statusOf(work: () => unknown): Promise<number> {
  try {
    const answer: unknown = await work();
    return answer instanceof Response ? answer.status : 200;
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status;
    throw thrown;
  }
}
