/**
 * Tracking numbers made from a serial, with the check digit of their format.
 * Formats and check digits: the public tracking_number_data set (MIT), UPU S10, ISO 7064 (MOD 37,36).
 */

/** Weighted sum modulo 10; letters count as UPS counts them, (code − 3) mod 10. */
export function mod10(serial: string, evens: number, odds: number): number {
  let sum = 0;
  [...serial].forEach((sign, index) => {
    const value = /\d/.test(sign) ? Number(sign) : (sign.charCodeAt(0) - 3) % 10;
    sum += value * (index % 2 === 0 ? evens : odds);
  });
  return (10 - (sum % 10)) % 10;
}

/** UPU S10: weights 8 6 4 2 3 5 9 7, modulo 11; 10 counts as 0 and 11 as 5. */
export function s10Check(serial: string): number {
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(serial[index]), 0);
  const check = 11 - (sum % 11);
  if (check === 10) return 0;
  return check === 11 ? 5 : check;
}

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** ISO 7064 MOD 37,36: the check character of DPD's 14-digit numbers. */
export function mod3736(serial: string): string {
  let carry = 36;
  for (const sign of serial) {
    const sum = (carry + ALPHABET.indexOf(sign)) % 36 || 36;
    carry = (sum * 2) % 37;
  }
  return ALPHABET.charAt((37 - carry) % 36);
}

const FEDEX_WEIGHTS = [3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1];

function digits(serial: number, length: number): string {
  return String(serial % 10 ** length).padStart(length, "0");
}

/** One maker per format: a serial (0 to 9,999,999) gives the same number every time. */
export const numberMakers = {
  ups(serial: number): string {
    const body = `84E19703${digits(serial, 7)}`;
    return `1Z${body}${mod10(body, 1, 2)}`;
  },
  usps(serial: number): string {
    const body = `94001936300${digits(serial, 10)}`;
    return body + String(mod10([...body].reverse().join(""), 3, 1));
  },
  fedex(serial: number): string {
    const body = `7849${digits(serial, 7)}`;
    const sum = FEDEX_WEIGHTS.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
    return body + String((sum % 11) % 10);
  },
  dhl_express(serial: number): string {
    const body = `46${digits(serial, 7)}`;
    return body + String(Number(body) % 7);
  },
  canada_post(serial: number): string {
    const body = `70371412${digits(serial, 7)}`;
    return body + String(mod10(body, 3, 1));
  },
  dpd(serial: number): string {
    const body = `1550432${digits(serial, 7)}`;
    return body + mod3736(body);
  },
  gls(serial: number): string {
    const body = `5028${digits(serial, 7)}`;
    return body + String(mod10(body, 3, 1));
  },
  /** S10 of one posting country, e.g. "GB"; the service letters tell the class. */
  s10(serial: number, country: string, service: string): string {
    const body = `4${digits(serial, 7)}`;
    return `${service}${body}${s10Check(body)}${country}`;
  },
  evri: (serial: number): string => `H03QTA00${digits(serial, 8)}`,
  postnl: (serial: number): string => `3SALFN${digits(serial, 9)}`,
} as const;
