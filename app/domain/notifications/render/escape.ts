/** HTML that may be put into HTML as it is: made by `html` alone. */
export class SafeHtml {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

type Part = SafeHtml | string | number | null | false | readonly SafeHtml[];

/**
 * A template whose values are escaped unless they are HTML of this template already. Attributes stand in double
 * quotes. null and false leave nothing.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): SafeHtml {
  return new SafeHtml(strings.reduce((text, string, index) => text + partText(parts[index - 1]) + string));
}

function partText(part: Part | undefined): string {
  if (part === null || part === undefined || part === false) return "";
  if (part instanceof SafeHtml) return part.text;
  if (typeof part === "string" || typeof part === "number") return escapeHtml(String(part));
  return part.map((each) => each.text).join("");
}

/** Longer addresses are not linked, in UTF-16 code units. */
const MAX_ADDRESS = 2_000;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as it stands in an element or a quoted attribute; characters that no page may hold are left out. */
export function escapeHtml(text: string): string {
  // Tab, line feed and carriage return are the only control characters that HTML allows.
  return text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char).replace(/[^\P{Cc}\t\n\r]/gu, "");
}

/** An http or https address, else null: nothing else is linked or loaded. */
export function webAddress(value: string | null): string | null {
  if (value === null || value.length > MAX_ADDRESS || !URL.canParse(value)) return null;
  const url = new URL(value);
  return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
}
