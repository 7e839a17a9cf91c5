import type { TrackingStatus } from "../../status";
import type { LikenessModel } from "./model";

/** A model as it is kept in a source file. */
export interface EncodedModel {
  /** What it was learned from: a digest of the lessons. */
  lessons: string;
  statuses: readonly TrackingStatus[];
  scale: number;
  /** Keys of the rows in rising order, 32 bits each, little-endian, in base64. */
  keys: string;
  /** Rows of one byte per status, in base64. */
  weights: string;
  /** Keys of the known scans, 64 bits each, little-endian, in base64. */
  texts: string;
  /** What each of them means: its place in `statuses`, one byte, in base64. */
  meanings: string;
}

/** @throws RangeError when keys and weights do not fit together */
export function decodeModel(encoded: EncodedModel): LikenessModel {
  const { statuses, scale } = encoded;
  const rows = new Map(keysOf(encoded.keys).map((key, row) => [key, row]));
  const weights = new Int8Array(bytesOf(encoded.weights).buffer);
  const meanings = bytesOf(encoded.meanings);
  const known = new Map<number, TrackingStatus>();
  longKeysOf(encoded.texts).forEach((key, index) => {
    const status = statuses[meanings[index] ?? statuses.length];
    if (status !== undefined) known.set(key, status);
  });
  if (rows.size * statuses.length !== weights.length || known.size !== meanings.length) throw new RangeError("The learned model is damaged: run `npm run learn:scans`.");
  return { statuses, scale, rows, weights, known };
}

/** The rows of `model.rows` must be numbered in the order of their keys. */
export function encodeModel(model: LikenessModel, lessons: string): EncodedModel {
  const { statuses, scale, rows, weights, known } = model;
  return {
    lessons, statuses, scale,
    keys: base64Of(bytesOfKeys([...rows.keys()])),
    weights: base64Of(new Uint8Array(weights.buffer)),
    texts: base64Of(bytesOfLongKeys([...known.keys()])),
    meanings: base64Of(Uint8Array.from(known.values(), (status) => statuses.indexOf(status))),
  };
}

function keysOf(base64: string): number[] {
  const view = new DataView(bytesOf(base64).buffer);
  return Array.from({ length: view.byteLength / 4 }, (_, index) => view.getUint32(index * 4, true));
}

function longKeysOf(base64: string): number[] {
  const view = new DataView(bytesOf(base64).buffer);
  return Array.from({ length: view.byteLength / 8 }, (_, index) => Number(view.getBigUint64(index * 8, true)));
}

function bytesOfLongKeys(keys: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(keys.length * 8));
  keys.forEach((key, index) => view.setBigUint64(index * 8, BigInt(key), true));
  return new Uint8Array(view.buffer);
}

function bytesOfKeys(keys: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(keys.length * 4));
  keys.forEach((key, index) => view.setUint32(index * 4, key, true));
  return new Uint8Array(view.buffer);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

function base64Of(bytes: Uint8Array): string {
  const PART = 8_192;
  let letters = "";
  for (let start = 0; start < bytes.length; start += PART) letters += String.fromCharCode(...bytes.subarray(start, start + PART));
  return btoa(letters);
}
