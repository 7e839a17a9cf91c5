/**
 * An instant as Shopify's search takes it: ISO 8601 in UTC to the second, in quotes. Shopify's reference shows no
 * fractions of a second, so they are cut off: a search from an instant on may find a little more, and never less.
 * @param at milliseconds since the epoch
 */
export function searchInstant(at: number): string {
  return `'${new Date(at).toISOString().replace(/\.\d{3}Z$/, "Z")}'`;
}
