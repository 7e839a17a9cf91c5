import { formatsOf, type FormatFacts, type NumberFormat } from "../number-format";

/**
 * Posts that number parcels with a GS1 serial shipping container code (GS1 General Specifications: one extension
 * digit, the company prefix, a serial number and a check digit by modulo 10, in all 18), with or without the
 * application identifier 00 before it. The prefixes are GS1's: 590 0773 Poczta Polska, 70 Norway (Posten and Bring),
 * 73 50 Sweden and 57 Denmark (PostNord), 94 New Zealand.
 */
function sscc(carrier: string, id: string, prefix: string, weight: number, country: string): NumberFormat[] {
  const facts: FormatFacts = {
    id,
    pattern: new RegExp(`^((?:00)?[0-9]${prefix}[0-9]{${16 - prefix.length}})([0-9])$`),
    lengths: [18, 20],
    starts: "0123456789",
    check: { algorithm: "mod10", evens: 3, odds: 1 },
    weight,
    countries: [country],
  };
  return formatsOf(carrier, [facts]);
}

export const SSCC_POST_FORMATS: readonly NumberFormat[] = [
  ...sscc("poczta_polska", "poczta_polska_sscc", "5900773", 0.9, "PL"),
  ...sscc("bring", "bring_sscc", "7072", 0.82, "NO"),
  ...sscc("postnord", "postnord_sscc_se", "7350", 0.78, "SE"),
  ...sscc("postnord", "postnord_sscc_dk", "57", 0.58, "DK"),
  ...sscc("new_zealand_post", "new_zealand_post_sscc", "942", 0.7, "NZ"),
];
