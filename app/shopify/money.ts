/** Currencies whose minor unit is not a hundredth (ISO 4217). */
const DIGITS: Readonly<Record<string, number>> = {
  ...Object.fromEntries("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" ").map((code) => [code, 0])),
  ...Object.fromEntries("BHD IQD JOD KWD LYD OMR TND".split(" ").map((code) => [code, 3])),
};

/** Digits after the point of a currency's minor unit. */
export function minorDigits(currency: string): number {
  return DIGITS[currency] ?? 2;
}

/**
 * A decimal amount as whole minor units, computed on the text so that nothing is rounded on the way; digits beyond the
 * minor unit are rounded half up.
 * @throws RangeError when it is not a decimal number
 */
export function toMinorUnits(amount: string, currency: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount.trim());
  if (!match) throw new RangeError("Not a decimal amount.");
  const [, sign, whole = "0", fraction = ""] = match;
  const digits = minorDigits(currency);
  const padded = fraction.padEnd(digits + 1, "0");
  const minor = BigInt(whole + padded.slice(0, digits)) + (Number(padded[digits]) >= 5 ? 1n : 0n);
  return sign ? -minor : minor;
}
