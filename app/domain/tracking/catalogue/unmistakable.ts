const words = (line: string): ReadonlySet<string> => new Set(line.split(/\s+/).filter((word) => word !== ""));

/**
 * Carriers whose names are made-up words or official names, which nobody writes to mean something else: any words may
 * follow them ("FedEx One Rate", "Royal Mail OBA 48"), for a new service must not make the carrier unknown.
 */
const UNMISTAKABLE_CARRIERS: ReadonlySet<string> = words(`
  usps fedex dhl dhl_express dhl_ecommerce dhl_ecommerce_asia dhl_parcel dhl_parcel_de deutsche_post dpd gls evri royal_mail parcelforce
  colissimo chronopost mondial_relay colis_prive relais_colis postnl bpost postnord purolator canpar canada_post intelcom nationex
  australia_post startrack couriers_please sendle aramex new_zealand_post japan_post swiss_post austrian_post poste_italiane
  seur nacex correos_express ctt_express inpost packeta zasilkovna yunexpress yanwen cainiao 4px sf_express china_post delhivery
  blue_dart dtdc ekart xpressbees ecom_express shadowfax india_post ontrac lasership pitney_bowes asendia asendia_usa singapore_post
  ninja_van pos_malaysia jt_express korea_post hong_kong_post israel_post nova_poshta tuffnells an_post sicepat omniva venipak
  poczta_polska magyar_posta ceska_posta yurtici_kargo fan_courier old_dominion jne servientrega estafeta`);

/** Their names of three letters that mean nothing else; other short names count only where services follow. */
const SHORT_NAMES: ReadonlySet<string> = words("dhl dpd gls usps evri dtdc seur 4px");

/** Initials that are a carrier's when written in capitals, and a word or somebody else's otherwise. */
export const CAPITAL_INITIALS: ReadonlySet<string> = words("ups tnt brt sda acs ptt mrw ctt sf dx jne lbc xpo dsv tcs");

/**
 * Names that are ordinary words too: "Speedy delivery", "Toll free" and "Hunter courier" name nobody, so that beside
 * them only countries and services may stand that nobody would name without a carrier.
 */
export const ORDINARY_NAMES: ReadonlySet<string> = words(`
  speedy bring toll hunter bonds ninja kerry kex landmark rl pilot passport spring oca sapo ram skynet lex stallion dao posten
  puro tcg aras ics swa interlink legion ipec sameday lonestar earlybird redpack globalpost directfreight usmail uspost
  speedpost surat sprint tge dfe omniparcel eparcel courierpost
  postat postag postch posteit bepost ilpost clickanddrop postedelivery rm cp sf`);

/** Names of one word that, written as two, are ordinary words: services may stand beside them, and no more. */
export const ORDINARY_WHEN_SPLIT: ReadonlySet<string> = new Set(["star track", "fast way", "in post", "an post", "on trac", "courier please", "couriers please"]);

/** Official names that several countries' posts share: a foreign country beside them names another post. */
export const SHARED_POST_NAMES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["correos", words("es espana spain spanien espagne")],
  ["correios", words("br brasil brazil brasilien")],
  ["laposte", words("fr france frankreich")],
  ["diepost", words("ch schweiz switzerland suisse")],
  ["posten", words("no norge norway")],
  ["ptt", words("tr turkey turkiye")],
]);

/** True when any words may follow this name, given compact. */
export function isUnmistakable(compact: string, carrier: string): boolean {
  if (ORDINARY_NAMES.has(compact) || SHARED_POST_NAMES.has(compact)) return false;
  return SHORT_NAMES.has(compact) || (UNMISTAKABLE_CARRIERS.has(carrier) && (compact.length > 4 || compact.charCodeAt(0) > 0x2fff));
}
