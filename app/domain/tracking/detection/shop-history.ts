/** How often numbers of one shape went with one carrier. */
export interface ShapeCount {
  shape: string;
  carrier: string;
  count: number;
}

/** A number's outline: a digit is 9, a letter A. Numbers of one format and most of its services share it. */
export function shapeOf(number: string): string {
  return number.normalize("NFKC").toUpperCase().replace(/[^A-Z0-9]/g, "").replace(/[0-9]/g, "9").replace(/[A-Z]/g, "A");
}

/**
 * How many of a shop's shipments went with each carrier, of those whose numbers look like this one; of all where none
 * looks like it.
 */
export function historyFor(number: string, counts: readonly ShapeCount[]): Record<string, number> {
  const shape = shapeOf(number);
  const alike = counts.filter((each) => each.shape === shape);
  const history: Record<string, number> = {};
  for (const { carrier, count } of alike.length > 0 ? alike : counts) history[carrier] = (history[carrier] ?? 0) + count;
  return history;
}

/** From so many numbers of one shape on, and with this share of them, a shop's habit is as good as its word. */
const HABIT = 20;
const HABIT_SHARE = 0.95;

/** The carrier with which this shop's numbers of this shape go all but always; null when there is no such habit. */
export function usualCarrier(number: string, counts: readonly ShapeCount[]): string | null {
  const shape = shapeOf(number);
  const alike = counts.filter((each) => each.shape === shape);
  const total = alike.reduce((sum, each) => sum + each.count, 0);
  return total < HABIT ? null : (alike.find((each) => each.count >= total * HABIT_SHARE)?.carrier ?? null);
}
