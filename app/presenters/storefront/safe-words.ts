import type { EventPlace } from "~/domain/tracking/event";

/** Longest text of a carrier that is shown, in characters. */
const MAX_WORDS = 160;

const MAIL = /[^\s@]+@[^\s@]+\.\p{L}{2,}/u;
/** Seven digits and more in a row, separators aside: a phone number, a code, an id. */
const LONG_NUMBER = /(?:\d[\s().\-/]*){7,}/;
/** House number and street, in either order, in the languages carriers write in. */
const STREET =
  /\d+[a-z]?[\s,]+(?:[\p{L}'.-]+\s+){0,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|way|close|place|pl|terrace)\b|(?:stra(?:ß|ss)e|str\.|weg|allee|gasse|platz|straat|laan)\s*\d|\b(?:rue|avenue|boulevard|chemin|impasse|calle|avenida|plaza|via|viale|piazza|rua|avenida)\s+[\p{L}'.\s-]+,?\s*\d|\b\d+\s*(?:,|bis|ter)?\s*(?:rue|avenue|boulevard|chemin|impasse|calle|via|rua)\b/iu;
/** From here on a person's name may follow. */
const PERSON =
  /(?:\b(?:signed\s+(?:for\s+)?by|signature(?:\s+of)?|received\s+by|accepted\s+by|delivered\s+to(?!\s+(?:the\s+)?(?:carrier|courier|local|post|agent|partner|locker|mailbox|parcel|pick|access|neighbou?r))|recipient|signatory|consignee|attn|neighbou?r)\b|unterschrieben\s+von|quittiert\s+von|empf(?:ä|ae)nger(?:name)?|(?:ü|ue)bergeben\s+an|nachbarn?|signé\s+par|reçu\s+par|remis\s+à|destinataire|firmado\s+por|recibido\s+por|entregado\s+a|destinatario|firmato\s+da|ricevuto\s+da|getekend\s+door|ontvangen\s+door|assinado\s+por|recebido\s+por).*$/isu;

/**
 * A carrier's own words as a public page may show them: one line, without what may name or reach a person. What is
 * left of the text when a name was cut off is shown; a text with an address, an e-mail or a long number is not.
 */
export function safeWords(text: string | null): string | null {
  if (text === null) return null;
  const line = text.normalize("NFC").replace(/[\p{C}\p{Z}\s]+/gu, " ").trim();
  const cut = line.replace(PERSON, "").replace(/[\s,;:.(–-]+$/u, "").trim();
  if (cut === "" || MAIL.test(cut) || LONG_NUMBER.test(cut) || STREET.test(cut)) return null;
  return cut.length > MAX_WORDS ? `${cut.slice(0, MAX_WORDS - 1).trimEnd().toWellFormed()}…` : cut;
}

/**
 * Where a scan was, no closer than a town: "Leipzig, DE". A place that came in one line is shown only when it has no
 * number in it, for it could be a door.
 */
export function safePlace(place: EventPlace | null): string | null {
  if (!place) return null;
  const parts = [place.city, place.region, place.country].map((part) => safeWords(part)).filter((part) => part !== null && !/\d{3,}/.test(part));
  const unique = parts.filter((part, index) => parts.indexOf(part) === index);
  if (place.city !== null && unique.length > 0) return unique.join(", ");
  const line = safeWords(place.text);
  if (line !== null && !/\d/.test(line)) return line;
  return unique.length > 0 ? unique.join(", ") : null;
}
