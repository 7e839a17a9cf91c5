import { boundedText } from "~/domain/tracking/text/bounded-text";

/**
 * Removes what names or reaches a person from a scan before it is kept: recipient, signer, street, phone, e-mail,
 * signature and photograph. Place names, codes and times stay.
 */
const PERSONAL = new RegExp(
  "^(@)?(" +
    [
      "received_?by(_?name)?", "signed_?(for_?)?by(_?name)?", "signed_?for_?name", "signat(ory|ure).*", "signer.*", "recipient(?!_?(country|zip|postal)).*",
      "consignee.*", "consignor.*", "receiver(_?name)?", "addressee.*", "attention_?name", "person_?name", "company_?name", "(first|last|full|family|given|customer|contact)_?name",
      "contact", "customer", "firm", "street.*", "address_?lines?.*", "address_?\\d", "line_?\\d", "house_?(number|no).*", "e?_?mail(_?address)?.*",
      "phone.*", "mobile.*", "telephone.*", "cell_?phone.*", "(delivery_?)?photo.*", "pod(_?.*)?", "proof_?of_?delivery.*", "image.*", "access_?code", "pin(_?code)?",
      "latitude", "longitude", "coordinates", "geo_?(coordinates|location|point)?", "lat", "lng", "lon", "ship(per)?_?name", "sender_?name", "neighbou?r_?name",
    ].join("|") +
    ")$",
  "i",
);

const MAX_DEPTH = 12;
const MAX_LIST = 200;
const MAX_KEYS = 200;
const MAX_KEY = 100;
const MAX_TEXT = 2_000;
/** Looked for from the first character of a name on only: from every character of it, a long one would take long. */
const MAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu;

/**
 * A copy of a raw scan without personal data.
 * @param alsoDrop further keys that are personal in one provider's bodies only, e.g. "name" in those of USPS
 */
export function withoutPersonalData(raw: unknown, alsoDrop: readonly string[] = []): unknown {
  return copy(raw, new Set(alsoDrop.map((key) => key.toLowerCase())), 0);
}

function copy(value: unknown, alsoDrop: ReadonlySet<string>, depth: number): unknown {
  if (typeof value === "string") return boundedText(value, MAX_TEXT).replace(MAIL, "…");
  if (typeof value !== "object" || value === null) return value ?? null;
  if (depth >= MAX_DEPTH) return null;
  if (Array.isArray(value)) return value.slice(0, MAX_LIST).map((item) => copy(item, alsoDrop, depth + 1));
  const kept: [string, unknown][] = [];
  for (const [key, inner] of Object.entries(value)) {
    if (kept.length >= MAX_KEYS) break;
    if (key.length > MAX_KEY || PERSONAL.test(key) || alsoDrop.has(key.toLowerCase())) continue;
    kept.push([key, copy(inner, alsoDrop, depth + 1)]);
  }
  return Object.fromEntries(kept);
}
