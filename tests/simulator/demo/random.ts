/** Draws that are the same for the same seed. */
export interface Draw {
  /** 0 ≤ value < 1 */
  next(): number;
  /** A whole number from 0 to below `count`. */
  below(count: number): number;
  chance(share: number): boolean;
  /** @throws Error for an empty list */
  pick<Item>(list: readonly Item[]): Item;
  /** One of the keys, as often as its weight says. */
  weighted<Key extends string>(weights: Readonly<Partial<Record<Key, number>>>): Key;
}

/** mulberry32, a small public-domain generator: good enough to shuffle a demo, not for secrets. */
export function createDraw(seed: number): Draw {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick(list) {
      const item = list[below(list.length)];
      if (item === undefined) throw new Error("nothing to pick from");
      return item;
    },
    weighted(weights) {
      const entries = Object.entries(weights) as [Extract<keyof typeof weights, string>, number][];
      let point = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        point -= weight;
        if (point < 0) return key;
      }
      const last = entries.at(-1);
      if (!last) throw new Error("nothing to pick from");
      return last[0];
    },
  };
}
