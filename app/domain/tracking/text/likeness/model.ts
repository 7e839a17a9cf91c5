import type { TrackingStatus } from "../../status";
import { featureKey, featuresOf, textKey, wordsOf } from "./features";

/**
 * What was learned from scans whose meaning is known: for every feature how much it speaks for each status. A multinomial
 * logistic regression; the weights are whole numbers from -127 to 127, `scale` of which make one unit.
 */
export interface LikenessModel {
  /** What the weights of a row stand for, in order. */
  statuses: readonly TrackingStatus[];
  scale: number;
  /** Row of a feature by its key; see `featureKey`. */
  rows: ReadonlyMap<number, number>;
  /** Rows one after the other, each as long as `statuses`. */
  weights: Int8Array;
  /** The known scans themselves: a text in its normal form by its key, and what it means. */
  known: ReadonlyMap<number, TrackingStatus>;
}

/** How like the known scans of each status a text is. */
export interface Likeness {
  /** Probabilities that sum up to 1, in the order of the model's statuses. */
  shares: readonly number[];
  /** The share of the text's words that occur in a known scan, from 0 to 1. */
  known: number;
  /** The same of all its features: a word whose key is another's by chance is alone. */
  seen: number;
}

/** What a text means that is a known scan word for word; null for every other. */
export function knownMeaning(model: LikenessModel, normalText: string): TrackingStatus | null {
  return model.known.get(textKey(normalText)) ?? null;
}

/** Compares a text in its normal form with what was learned; null when no word of it was ever seen. */
export function likenessOf(model: LikenessModel, normalText: string): Likeness | null {
  const width = model.statuses.length;
  const sums = new Float64Array(width);
  const features = featuresOf(normalText);
  let count = 0;
  for (const feature of features) {
    const row = model.rows.get(featureKey(feature));
    if (row === undefined) continue;
    count += 1;
    for (let column = 0; column < width; column++) sums[column] = (sums[column] ?? 0) + (model.weights[row * width + column] ?? 0);
  }
  const words = wordsOf(normalText);
  const known = words.filter((word) => model.rows.has(featureKey(`w:${word}`))).length;
  if (known === 0) return null;
  return { shares: softmax(sums, model.scale * Math.sqrt(count)), known: known / words.length, seen: count / features.size };
}

/** Shares in proportion to e to the power of each sum. */
function softmax(sums: Float64Array, divisor: number): readonly number[] {
  const highest = Math.max(...sums);
  const powers = [...sums].map((sum) => Math.exp((sum - highest) / divisor));
  const total = powers.reduce((one, other) => one + other, 0);
  return powers.map((power) => power / total);
}
