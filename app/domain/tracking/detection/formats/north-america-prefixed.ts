import { formatsOf, type NumberFormat } from "../number-format";

/**
 * North American carriers beyond tracking_number_data. Sources: the carriers' own tracking pages and mails, and
 * patterns that several public tracking tools agree upon.
 */
export const NORTH_AMERICA_PREFIXED_FORMATS: readonly NumberFormat[] = [
  ...formatsOf("uniuni", [
    { id: "uniuni_uus", pattern: /^UUS[0-9A-Z]{8,37}$/, lengths: Array.from({ length: 30 }, (_, place) => place + 11), starts: "U", weight: 0.93, countries: ["US", "CA"] },
  ]),
  ...formatsOf("intelcom", [{ id: "intelcom_intlcm", pattern: /^INTLCM[A-Z][0-9]{9}$/, lengths: [16], starts: "I", weight: 0.96, countries: ["CA"] }]),
  ...formatsOf("bonshaw", [{ id: "bonshaw_bni", pattern: /^BNI[0-9]{9}$/, lengths: [12], starts: "B", weight: 0.8, countries: ["CA"] }]),
  ...formatsOf("ups_mail_innovations", [
    { id: "ups_mail_innovations", pattern: /^MI[0-9]{6}[A-Z0-9]{6,22}$/, lengths: Array.from({ length: 17 }, (_, place) => place + 14), starts: "M", weight: 0.78, countries: ["US"] },
  ]),
  ...formatsOf("pitney_bowes", [{ id: "pitney_bowes_upaa", pattern: /^UPAA[A-Z][0-9]{10,16}$/, lengths: [15, 16, 17, 18, 19, 20, 21], starts: "U", weight: 0.9 }]),
  ...formatsOf("fedex", [{ id: "fedex_door_tag", pattern: /^DT[0-9]{12}$/, lengths: [14], starts: "D", weight: 0.75, countries: ["US", "CA"] }]),
];
