import { address, segment } from "../calling/address";
import { BASE_URL_FIELD, credential } from "../calling/connection";
import { testByNumber } from "../calling/test";
import { createTrack } from "../calling/track";
import type { CarrierAdapter } from "../port";
import { explainLaPoste, parseLaPoste } from "./parse";

const BATCH = 10;
const LANGUAGES: Readonly<Record<string, string>> = { de: "de_DE", en: "en_GB", es: "es_ES", it: "it_IT", nl: "nl_NL", fr: "fr_FR" };

const track = createTrack({
  batch: BATCH,
  request: (queries, context) => ({
    method: "GET",
    url: address(context, "https://api.laposte.fr", `/suivi/v2/idships/${queries.map((query) => segment(query.number)).join(",")}?lang=${LANGUAGES[queries[0]?.locale?.slice(0, 2) ?? ""] ?? "fr_FR"}`),
    headers: { accept: "application/json", "X-Okapi-Key": credential(context, "api_key") },
  }),
  parse: parseLaPoste,
});

/** La Poste Suivi v2 by polling: Colissimo, Chronopost and letters. It has no webhooks. */
export const laPoste: CarrierAdapter = {
  code: "la_poste",
  name: "La Poste",
  kind: "carrier",
  aliases: ["colissimo", "chronopost", "laposte"],
  credentials: [{ key: "api_key", label: "Okapi key", kind: "secret", required: true, help: "From developer.laposte.fr, product Suivi v2." }, BASE_URL_FIELD],
  // Ten numbers in a list are told by public clients; no quota is published.
  limits: { batch: BATCH, perSecond: 1, perDay: null },
  parse: parseLaPoste,
  explain: explainLaPoste,
  track,
  test: testByNumber(track, "EW000000000FR"),
};
