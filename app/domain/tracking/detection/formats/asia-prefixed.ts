import { formatsOf, LETTERS, DIGITS, type NumberFormat } from "../number-format";

const JAPAN = ["JP"];

/**
 * Asian and Pacific carriers whose numbers tell themselves by a prefix. Sources: the carriers' own tracking pages and
 * patterns that several public tracking tools agree upon. Letters that also begin others' numbers weigh less.
 */
export const ASIA_PREFIXED_FORMATS: readonly NumberFormat[] = [
  ...formatsOf("yto_express", [{ id: "yto_yt", pattern: /^YT[0-9]{13}$/, lengths: [15], starts: "Y", weight: 0.86 }]),
  ...formatsOf("jt_express", [
    { id: "jt_express_jt", pattern: /^JT[0-9]{13}$/, lengths: [15], starts: "J", weight: 0.86 },
    { id: "jt_express_12", pattern: /^J[A-Z][0-9]{10}$/, lengths: [12], starts: "J", weight: 0.62 },
  ]),
  ...formatsOf("jd_logistics", [{ id: "jd_logistics_jd", pattern: /^JD(?:[0-9]{13}|[A-Z]{2}[0-9]{11})$/, lengths: [15], starts: "J", weight: 0.82 }]),
  ...formatsOf("deppon", [{ id: "deppon_dpk", pattern: /^DPK[0-9]{12}$/, lengths: [15], starts: "D", weight: 0.93 }]),
  ...formatsOf("yanwen", [{ id: "yanwen_yp", pattern: /^[A-Z]{2}[0-9]{9}Y[PW]$/, lengths: [13], starts: LETTERS, weight: 0.85 }]),
  ...formatsOf("wanb_express", [{ id: "wanb_wnb", pattern: /^WNB[A-Z]{2}[0-9]{8,12}YQ$/, lengths: [15, 16, 17, 18, 19], starts: "W", weight: 0.95 }]),
  ...formatsOf("sunyou", [{ id: "sunyou_sy", pattern: /^SY[A-Z]{2,3}[0-9]{8,10}$/, lengths: [12, 13, 14, 15], starts: "S", weight: 0.78 }]),
  ...formatsOf("shopee_xpress", [
    { id: "shopee_spx", pattern: /^SPX(?:ID|MY|SG|TH|PH|VN|BR|MX|CL|CO|TW)[0-9A-Z]{9,18}$/, lengths: [14, 15, 16, 17, 18, 19, 20, 21, 22, 23], starts: "S", weight: 0.93 },
    { id: "shopee_country", pattern: /^(?:ID|MY|SG|TH|PH|VN|BR|TW)[0-9]{12,14}[A-Z]$/, lengths: [15, 16, 17], starts: "IMSTPVB", weight: 0.5 },
  ]),
  ...formatsOf("ninja_van", [{ id: "ninja_van_nv", pattern: /^NV(?:SG|MY|ID|PH|TH|VN)[A-Z0-9]{6,20}$/, lengths: [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24], starts: "N", weight: 0.85 }]),
  ...formatsOf("lazada_logistics", [
    { id: "lazada_lex", pattern: /^LEX[A-Z]{2}[0-9]{8,12}[A-Z]{0,2}$/, lengths: [13, 14, 15, 16, 17, 18, 19], starts: "L", weight: 0.82 },
    { id: "lazada_mympa", pattern: /^MYMPA[0-9]{9}$/, lengths: [14], starts: "M", weight: 0.88, countries: ["MY"] },
  ]),
  ...formatsOf("flash_express", [{ id: "flash_express_th", pattern: /^TH[0-9]{2}[0-9A-Z]{8,12}$/, lengths: [12, 13, 14, 15, 16], starts: "T", weight: 0.48, countries: ["TH"] }]),
  ...formatsOf("pos_malaysia", [
    { id: "pos_malaysia_14", pattern: /^E[A-Z]{2}[0-9]{9}MY$/, lengths: [14], starts: "E", weight: 0.93, countries: ["MY"] },
    { id: "pos_malaysia_pl", pattern: /^PL[0-9]{12}$/, lengths: [14], starts: "P", weight: 0.75, countries: ["MY"] },
  ]),
  ...formatsOf("ekart", [{ id: "ekart_fmp", pattern: /^FMP[CP][0-9]{10}$/, lengths: [14], starts: "F", weight: 0.95, countries: ["IN"] }]),
  ...formatsOf("dtdc", [{ id: "dtdc_9", pattern: /^[A-Z][0-9]{8}$/, lengths: [9], starts: LETTERS, weight: 0.3, countries: ["IN"] }]),
  ...formatsOf("startrack", [{ id: "startrack_z", pattern: /^[A-Z0-9]{3}Z[0-9]{8}$/, lengths: [12], starts: DIGITS + LETTERS, weight: 0.72, countries: ["AU"] }]),
  ...formatsOf("australia_post", [{ id: "australia_post_consignment", pattern: /^[0-9]{2}[A-Z][A-Z0-9]{2}[0-9]{7}$/, lengths: [12], starts: DIGITS, weight: 0.55, countries: ["AU"] }]),
  ...formatsOf("fastway", [{ id: "fastway_12", pattern: /^[A-Z]{2}[0-9]{10}$/, lengths: [12], starts: LETTERS, weight: 0.4, countries: ["AU", "NZ", "IE", "ZA"] }]),
  ...formatsOf("japan_post", [
    { id: "japan_post_12", pattern: /^([0-9]{11})([0-9])$/, lengths: [12], starts: DIGITS, check: { algorithm: "mod7" }, weight: 0.36, countries: JAPAN },
  ]),
];
