import { cleanJsonText } from "~/domain/text/clean-text";

/**
 * Parses what Shopify sent. Characters that cannot be stored (U+0000, unpaired surrogates) become U+FFFD, so that one of
 * them does not keep an order from being stored for ever.
 * @throws SyntaxError
 */
export function parseStorableJson(text: string): unknown {
  return JSON.parse(cleanJsonText(text)) as unknown;
}
