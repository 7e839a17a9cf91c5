/** `gid://shopify/Order/123` for a decimal id. */
export function gid(type: string, id: string): string {
  return `gid://shopify/${type}/${id}`;
}

/** The type and decimal id of a gid, or null where the text is none. */
export function parseGid(text: string): { type: string; id: string } | null {
  const match = /^gid:\/\/shopify\/([A-Za-z]+)\/([^/?]+)(?:\?.*)?$/.exec(text);
  return match?.[1] && match[2] ? { type: match[1], id: match[2] } : null;
}

/** The decimal id of a gid of the given type, or of a bare decimal id; null where it is neither. */
export function idOf(type: string, text: string): string | null {
  if (/^\d+$/.test(text)) return text;
  const parsed = parseGid(text);
  return parsed?.type === type ? parsed.id : null;
}

/** Compares two decimal ids by their value: they may be larger than a number can hold. */
export function compareIds(left: string, right: string): number {
  return left.length - right.length || (left < right ? -1 : left > right ? 1 : 0);
}
