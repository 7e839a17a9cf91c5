/** Markup that is safe to send: made by `html` alone, so that text cannot get in without being escaped. */
export class SafeHtml {
  /** @param markup already escaped */
  constructor(readonly markup: string) {}
  toString(): string {
    return this.markup;
  }
}

export type HtmlValue = SafeHtml | string | number | null | false | readonly HtmlValue[];

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
  "=": "&#61;",
  // Shopify runs the page through Liquid: without braces there is no `{{` and no `{%` to run.
  "{": "&#123;",
  "}": "&#125;",
  "%": "&#37;",
};

/**
 * Text as it may stand in markup and in quoted attributes, and in a page that Shopify renders as Liquid: what HTML or
 * Liquid could take for syntax is written as a character reference.
 */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`={}%]/g, (char) => ENTITIES[char] ?? char).replaceAll("\u0000", "");
}

/**
 * Markup with values in it. Every value is escaped unless it was itself made by `html`; null and false are left out;
 * lists are joined.
 */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): SafeHtml {
  return new SafeHtml(parts.reduce((made, part, index) => made + render(values[index - 1] ?? null) + part));
}

function render(value: HtmlValue): string {
  if (value === null || value === false) return "";
  if (value instanceof SafeHtml) return value.markup;
  if (Array.isArray(value)) return value.map(render).join("");
  return escapeHtml(String(value));
}

/** An https address (or http on this very machine, where the simulator lives); null for anything else. */
export function safeLink(address: string | null | undefined): string | null {
  if (!address || address.length > 2_000) return null;
  try {
    const url = new URL(address);
    if (url.username !== "" || url.password !== "") return null;
    const local = url.protocol === "http:" && /^(localhost|127\.0\.0\.1|\[::1\]|[\w.-]+\.localhost)$/.test(url.hostname);
    return url.protocol === "https:" || local ? url.href : null;
  } catch {
    return null;
  }
}
