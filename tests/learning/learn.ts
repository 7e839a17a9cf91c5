import type { TrackingStatus } from "~/domain/tracking/status";
import { featureKey, featuresOf, textKey } from "~/domain/tracking/text/likeness/features";
import type { LikenessModel } from "~/domain/tracking/text/likeness/model";

export interface Lesson {
  /** In its normal form. */
  text: string;
  status: TrackingStatus;
}

const EPOCHS = 12;
const RATE = 2;
/** Pulls every weight towards nothing, so that a feature seen once does not decide. */
const DECAY = 1e-6;

/**
 * Learns a model from texts whose meaning is known: logistic regression by stochastic gradient descent with AdaGrad's steps
 * (Duchi, Hazan, Singer 2011). The same lessons give the same model: their order is shuffled by a seeded generator.
 *
 * @param options.minimum features seen in fewer lessons are left out
 */
export function learn(lessons: readonly Lesson[], statuses: readonly TrackingStatus[], options: { minimum: number }): LikenessModel {
  const width = statuses.length;
  const keys = lessons.map((lesson) => [...featuresOf(lesson.text)].map(featureKey));
  const rows = numbered(keys, options.minimum);
  const samples = keys.map((all) => all.map((key) => rows.get(key)).filter((row) => row !== undefined));
  const weights = new Float64Array(rows.size * width);
  const steps = new Float64Array(rows.size).fill(1e-8);
  const wanted = lessons.map((lesson) => statuses.indexOf(lesson.status));
  const random = generator(20_261_125);
  const order = lessons.map((_, index) => index);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const index of order) step(weights, steps, samples[index] ?? [], wanted[index] ?? 0, width);
    const kept = 1 - DECAY * lessons.length;
    for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] ?? 0) * kept;
  }
  const known = new Map(lessons.map(({ text, status }) => [textKey(text), status]));
  return { statuses, rows, known, ...quantised(weights) };
}

/** One lesson: what the model says of it is moved towards what it means. */
function step(weights: Float64Array, steps: Float64Array, rows: readonly number[], wanted: number, width: number): void {
  if (rows.length === 0) return;
  const root = Math.sqrt(rows.length);
  const sums = new Float64Array(width);
  for (const row of rows) for (let column = 0; column < width; column++) sums[column] = (sums[column] ?? 0) + (weights[row * width + column] ?? 0);
  const highest = Math.max(...sums);
  const gradient = sums.map((sum) => Math.exp((sum - highest) / root));
  const total = gradient.reduce((one, other) => one + other, 0);
  for (let column = 0; column < width; column++) gradient[column] = ((gradient[column] ?? 0) / total - (column === wanted ? 1 : 0)) / root;
  const square = gradient.reduce((sum, one) => sum + one * one, 0);
  for (const row of rows) {
    const past = (steps[row] ?? 0) + square;
    steps[row] = past;
    const rate = RATE / Math.sqrt(past);
    for (let column = 0; column < width; column++) weights[row * width + column] = (weights[row * width + column] ?? 0) - rate * (gradient[column] ?? 0);
  }
}

/** A row for every feature that enough lessons have. */
function numbered(keys: readonly (readonly number[])[], minimum: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const all of keys) for (const key of all) counts.set(key, (counts.get(key) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= minimum).map(([key]) => key).sort((one, other) => one - other);
  return new Map(kept.map((key, row) => [key, row]));
}

/** Weights as whole numbers of one byte. */
function quantised(weights: Float64Array): Pick<LikenessModel, "scale" | "weights"> {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const scale = 127 / largest;
  return { scale, weights: Int8Array.from(weights, (weight) => Math.round(weight * scale)) };
}

/** Fisher and Yates. */
function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const held = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = held;
  }
}

/** Mulberry32: numbers from 0 to 1 that follow from the seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
