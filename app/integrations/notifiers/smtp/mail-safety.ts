import { boundedText } from "~/domain/tracking/text/bounded-text";

/** Longest sender with its name that is read, in UTF-16 code units. */
const MAX_SENDER = 1_000;
/** Longest address by RFC 5321 4.5.3.1.3 (256 with its angle brackets). */
const MAX_ADDRESS = 254;

/**
 * True for one plain address. Stricter than RFC 5322: no quotes, comments, lists or control characters, each of which
 * could smuggle a second recipient or header in. Letters beyond ASCII are allowed (SMTPUTF8).
 */
export function isPlainAddress(value: string): boolean {
  return value.length <= MAX_ADDRESS && /^[^\s"(),:;<>@[\\\]\p{Cc}]+@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u.test(value) && !value.includes("..");
}

/** Text as it may stand in a header: one line, at most `max` characters. */
export function headerText(value: string, max = 200): string {
  const line = boundedText(value, 16 * max).replace(/[\p{Cc}\u2028\u2029]+/gu, " ").replace(/\s+/g, " ").trim();
  return boundedText(line, max).trim();
}

/** Splits "Name <a@b>" or "a@b"; null when it holds no plain address. */
export function parseSender(value: string): { name: string; address: string } | null {
  const said = boundedText(value, MAX_SENDER).trim();
  const opens = said.indexOf("<");
  if (opens === -1) return isPlainAddress(said) ? { name: "", address: said } : null;
  const name = said.slice(0, opens).trim().replace(/^"|"$/g, "");
  const address = said.endsWith(">") ? said.slice(opens + 1, -1).trim() : "";
  return isPlainAddress(address) && !/[">]/.test(name) ? { name: headerText(name), address } : null;
}
