const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** A text as it may stand in an XML element or attribute; control characters are left out. */
export function escapeXml(text: string): string {
  return text.replace(/\p{Cc}/gu, "").replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
