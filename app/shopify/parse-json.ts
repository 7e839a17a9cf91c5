/** JSON texts that may hold what PostgreSQL takes in no text: NUL, and halves of surrogate pairs. */
const SUSPICIOUS = /\\u(?:0000|d[89a-f])/i;

/**
 * Parses what Shopify sent. Characters that cannot be stored (NUL, lone surrogates: somebody's broken paste) are left
 * out or replaced, so that one of them does not keep an order from being stored for ever.
 * @throws SyntaxError
 */
export function parseStorableJson(text: string): unknown {
  return SUSPICIOUS.test(text) ? JSON.parse(text, (_key, value: unknown) => (typeof value === "string" ? storable(value) : value)) : JSON.parse(text);
}

function storable(value: string): string {
  return value.replaceAll("\u0000", "").replace(/\p{Surrogate}/gu, "\uFFFD");
}
