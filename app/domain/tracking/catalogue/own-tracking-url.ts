import { boundedText, LONGEST } from "../text/bounded-text";

/** Where the number stands in a merchant's tracking page. */
export const NUMBER_PLACE = "{number}";

const MAX_LENGTH = 500;

/** What a template is when it can be used, or a sentence that says what to mend. */
export type TemplateReading = { template: string } | { problem: string };

/**
 * Reads the tracking page that a merchant types for a carrier of their own. Shoppers' browsers open it, so it has to be
 * an https page of a public host that the number cannot change; the app itself never asks for it.
 */
export function readTemplate(typed: string): TemplateReading {
  const template = boundedText(typed, LONGEST.typed).trim();
  if (template.length > MAX_LENGTH) return { problem: `Use an address of at most ${MAX_LENGTH} characters.` };
  if (!template.includes(NUMBER_PLACE)) return { problem: `Write ${NUMBER_PLACE} where the tracking number belongs, as in https://example.com/track/${NUMBER_PLACE}.` };
  // Signs that no address needs unencoded, and that are syntax elsewhere.
  if (/[\s\p{Cc}"'<>`\\]/u.test(template) || /[{}]/.test(template.replaceAll(NUMBER_PLACE, ""))) {
    return { problem: "Leave out blanks, quotes, backslashes, and brackets other than those of {number}." };
  }
  const [one, other] = [addressOf(template, "1"), addressOf(template, "22")];
  if (one === null || other === null) return { problem: "Enter a whole address that begins with https://." };
  if (one.protocol !== "https:") return { problem: "Use an address that begins with https://." };
  if (one.username !== "" || one.password !== "") return { problem: "Leave out the user name and password." };
  if (one.origin !== other.origin) return { problem: "The number may stand after the host name only." };
  if (!isPublicName(one.hostname)) return { problem: "Use the host name of a public website." };
  return { template };
}

/** A tracking page's address with the number in it, encoded; null where the template cannot be used (any more). */
export function fillOwnTemplate(template: string, number: string): string | null {
  const text = boundedText(number, LONGEST.name).trim();
  if (text === "" || !("template" in readTemplate(template))) return null;
  return addressOf(template, text)?.href ?? null;
}

function addressOf(template: string, number: string): URL | null {
  // encodeURIComponent leaves these five signs as they are; a quote would end an attribute in careless markup.
  const encoded = encodeURIComponent(number.toWellFormed()).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const address = template.replaceAll(NUMBER_PLACE, () => encoded);
  return URL.canParse(address) ? new URL(address) : null;
}

/** A name such as "track.example.com": no address in digits, no name of an inner network. */
function isPublicName(host: string): boolean {
  if (!host.includes(".") || host.includes(":") || host.endsWith(".")) return false;
  return !/^[\d.]+$/.test(host) && !/\.(?:local|localhost|internal|intranet|lan|home|corp|test|invalid|onion|arpa)$/.test(host);
}
