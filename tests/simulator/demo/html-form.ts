/** A form of a page, as a browser would send it if nobody touched it. */
export interface PageForm {
  action: string;
  method: "GET" | "POST";
  fields: URLSearchParams;
  /** Names of all its fields, those without a value (radio buttons) among them. */
  names: Set<string>;
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "i").exec(tag);
  return found ? decode(found[1] ?? found[2] ?? "") : null;
}

function decode(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_all, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&quot;/g, '"').replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
}

/** The forms of a page of our own making; no parser for any page there is. */
export function formsOf(page: string): PageForm[] {
  return [...page.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/gi)].map(([, head = "", inner = ""]) => {
    const fields = new URLSearchParams();
    const names = new Set<string>();
    for (const [tag] of inner.matchAll(/<(?:input|select|textarea|button)\b[^>]*>/gi)) {
      const name = attribute(tag, "name");
      if (name === null) continue;
      names.add(name);
      const kind = attribute(tag, "type") ?? "text";
      if (tag.startsWith("<input") && (kind === "hidden" || kind === "text")) fields.set(name, attribute(tag, "value") ?? "");
    }
    return { action: attribute(` ${head}`, "action") ?? "", method: /post/i.test(attribute(` ${head}`, "method") ?? "") ? "POST" : "GET", fields, names };
  });
}
