import { address, segment } from "../calling/address";
import { BASE_URL_FIELD, basic, credential } from "../calling/connection";
import { testByNumber } from "../calling/test";
import { createTrack } from "../calling/track";
import type { CarrierAdapter } from "../port";
import { explainCorreos, parseCorreos } from "./parse";

const LANGUAGES: Readonly<Record<string, string>> = { en: "EN", fr: "FR", ca: "CA", eu: "EU", gl: "GL", es: "ES" };

const track = createTrack({
  batch: 1,
  request: ([query], context) => ({
    method: "GET",
    url: address(context, "https://localizador.correos.es", `/canonico/eventos_envio_servicio_auth/${segment(query?.number ?? "")}?codIdioma=${LANGUAGES[query?.locale?.slice(0, 2) ?? ""] ?? "ES"}&indUltEvento=N`),
    headers: { accept: "application/json", authorization: basic(credential(context, "user"), credential(context, "password")) },
  }),
  parse: parseCorreos,
});

/** Correos: the business form of its localizador by polling. */
export const correos: CarrierAdapter = {
  code: "correos",
  name: "Correos",
  kind: "carrier",
  aliases: ["correos_spain"],
  credentials: [
    { key: "user", label: "Web service user", kind: "text", required: true, help: "Given with your contract for tracking." },
    { key: "password", label: "Password", kind: "secret", required: true, help: "Of the same user." },
    BASE_URL_FIELD,
  ],
  // Correos publishes no figures.
  limits: { batch: 1, perSecond: 2, perDay: null },
  parse: parseCorreos,
  explain: explainCorreos,
  track,
  test: testByNumber(track, "PQ0000000000000000000X"),
};
