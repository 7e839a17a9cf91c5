import { DIGITS, formatsOf, LETTERS, type NumberFormat } from "../number-format";

/**
 * European carriers whose numbers have no check digit that is published. A prefix of letters tells much, a length of
 * digits little. Sources: the carriers' own help pages on tracking numbers (Parcelforce, Packeta, Venipak, Evri,
 * InPost, Posti), and patterns that several public tracking tools agree upon.
 */
export const EUROPE_PREFIXED_FORMATS: readonly NumberFormat[] = [
  ...formatsOf("packeta", [{ id: "packeta_z", pattern: /^Z[0-9]{10}$/, lengths: [11], starts: "Z", weight: 0.88, countries: ["CZ", "SK", "HU", "RO", "PL", "DE", "AT"] }]),
  ...formatsOf("venipak", [{ id: "venipak_v", pattern: /^V[0-9]{5}E[0-9]{7}$/, lengths: [14], starts: "V", weight: 0.95, countries: ["LT", "LV", "EE", "PL"] }]),
  ...formatsOf("posti", [{ id: "posti_jjfi", pattern: /^JJFI[0-9]{16,21}$/, lengths: [20, 21, 22, 23, 24, 25], starts: "J", weight: 0.95, countries: ["FI"] }]),
  ...formatsOf("pocztex", [{ id: "pocztex_px", pattern: /^PX[0-9]{10}$/, lengths: [12], starts: "P", weight: 0.82, countries: ["PL"] }]),
  ...formatsOf("tnt", [{ id: "tnt_consignment_ww", pattern: /^G[DE][0-9]{9}(?:WW|GB)$/, lengths: [13], starts: "G", weight: 0.8 }]),
  ...formatsOf("whistl", [{ id: "whistl_sh", pattern: /^(?:SH|L1)[0-9]{16}$/, lengths: [18], starts: "SL", weight: 0.6, countries: ["GB"] }]),
  ...formatsOf("parcelforce", [{ id: "parcelforce_14", pattern: /^[A-Z]{4}[0-9]{10}$/, lengths: [14], starts: LETTERS, weight: 0.5, countries: ["GB"] }]),
  ...formatsOf("evri", [
    { id: "evri_16_wide", pattern: /^[A-Z][0-9]{2}[A-Z][A-Z0-9]{2}[0-9]{10}$/, lengths: [16], starts: LETTERS, weight: 0.72, countries: ["GB"] },
    { id: "evri_16_digits", pattern: /^[0-9]{16}$/, lengths: [16], starts: DIGITS, weight: 0.3, countries: ["GB"] },
  ]),
  ...formatsOf("colis_prive", [{ id: "colis_prive_17", pattern: /^[A-Z][0-9]{16}$/, lengths: [17], starts: LETTERS, weight: 0.55, countries: ["FR"] }]),
  ...formatsOf("chronopost", [{ id: "chronopost_13_wide", pattern: /^[A-Z]{2}[0-9]{9}(?:JB|JF|TS)$/, lengths: [13], starts: LETTERS, weight: 0.75, countries: ["FR"] }]),
  ...formatsOf("poste_italiane", [
    { id: "poste_italiane_13", pattern: /^(?:[A-Z][0-9]{3}[A-Z][0-9]{8}|[0-9]{3}[A-Z][0-9]{8}[A-Z])$/, lengths: [13], starts: DIGITS + LETTERS, weight: 0.6, countries: ["IT"] },
  ]),
  ...formatsOf("correos_express", [{ id: "correos_express_23", pattern: /^[0-9]{23}$/, lengths: [23], starts: DIGITS, weight: 0.5, countries: ["ES", "PT"] }]),
  ...formatsOf("ctt_express", [{ id: "ctt_express_22", pattern: /^00[0-9]{20}(?:001)?$/, lengths: [22, 25], starts: "0", weight: 0.45, countries: ["ES", "PT"] }]),
  ...formatsOf("austrian_post", [{ id: "austrian_post_22", pattern: /^1[0-9]{21}$/, lengths: [22], starts: "1", weight: 0.5, countries: ["AT"] }]),
  ...formatsOf("gls", [
    { id: "gls_11", pattern: /^[0-9]{11}$/, lengths: [11], starts: DIGITS, weight: 0.3, countries: ["DE", "AT", "BE", "DK", "FR", "HU", "IE", "IT", "LU", "NL", "PL", "RO", "SI", "SK", "CZ"] },
    { id: "gls_12", pattern: /^[0-9]{12}$/, lengths: [12], starts: DIGITS, weight: 0.2, countries: ["DE", "AT", "BE", "DK", "FR", "HU", "IT", "LU", "NL", "PL"] },
  ]),
  ...formatsOf("nova_poshta", [{ id: "nova_poshta_14", pattern: /^(?:20|59)[0-9]{12}$/, lengths: [14], starts: "25", weight: 0.3, countries: ["UA"] }]),
];
