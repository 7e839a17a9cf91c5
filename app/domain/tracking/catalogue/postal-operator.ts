import { S10_OPERATORS } from "../detection/formats/s10-operators";
import { compactName } from "./normalise-name";

/** Words for a country's post, in the languages in which posts call themselves. */
const POST_WORDS: ReadonlySet<string> = new Set("post posts poste postes posta posten correos correo correios posti postal postoffice postalservice".split(" "));
/** Words that change nothing beside them. */
const FILLERS: ReadonlySet<string> = new Set("the of de del du da do la le service services office company group corporation official national ems tracked registered parcel parcels mail express and et al".split(" "));

const LANGUAGES = ["en", "de", "fr", "es", "it", "nl", "pt"] as const;

/** What a country's own post is called after, where it is not the country's name. */
const ADJECTIVES: Readonly<Record<string, string>> = {
  AU: "australian", BE: "belgian", BR: "brazilian", BG: "bulgarian", CA: "canadian", CN: "chinese", HR: "croatian", CZ: "czech", DK: "danish",
  NL: "dutch", EG: "egyptian", EE: "estonian", FI: "finnish", FR: "french", DE: "german", GR: "greek", HU: "hungarian", IS: "icelandic",
  IN: "indian", ID: "indonesian", IE: "irish", IL: "israeli", IT: "italian", JP: "japanese", KR: "korean", LV: "latvian", LT: "lithuanian",
  MY: "malaysian", MT: "maltese", MX: "mexican", NO: "norwegian", PL: "polish", PT: "portuguese", RO: "romanian", RU: "russian", RS: "serbian",
  SK: "slovak", SI: "slovenian", ES: "spanish", SE: "swedish", CH: "swiss", TH: "thai", TR: "turkish", UA: "ukrainian", AT: "austrian",
};

let byCountry: ReadonlyMap<string, string> | null = null;

function countries(): ReadonlyMap<string, string> {
  if (byCountry !== null) return byCountry;
  const found = new Map<string, string>();
  for (const language of LANGUAGES) {
    const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
    for (const code of Object.keys(S10_OPERATORS)) {
      const name = compactName(names.of(code) ?? "");
      if (name !== "" && !found.has(name)) found.set(name, code);
    }
  }
  for (const [code, adjective] of Object.entries(ADJECTIVES)) found.set(adjective, code);
  byCountry = found;
  return found;
}

/**
 * The post of the country that is named beside a word for "post" and nothing else: "Correos de Ecuador",
 * "Post Slovenia", "Schwedische Post" by its country's name in seven languages. Null when something else is said.
 * The operators are those of S10; the names of the countries come from Unicode CLDR through Intl.
 */
export function postalOperatorOf(tokens: readonly string[]): string | null {
  if (!tokens.some((token) => POST_WORDS.has(token))) return null;
  const rest = tokens.filter((token) => !POST_WORDS.has(token) && !FILLERS.has(token));
  if (rest.length === 0 || rest.length > 4) return null;
  const code = countries().get(rest.join(""));
  return code === undefined ? null : (S10_OPERATORS[code] ?? null);
}
