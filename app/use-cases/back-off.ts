const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/**
 * How long to wait before the next try: 5 s, 15 s, 45 s … at most 4 h, spread by ±25 % so that what failed together is
 * not tried together.
 * @param attempts tries made so far, from 1
 * @param seed anything that differs between two waiting things; the spread is a function of it, so that it can be tested
 */
export function backOff(attempts: number, seed: string): number {
  const base = Math.min(5 * SECOND * 3 ** Math.max(0, attempts - 1), 4 * HOUR);
  let hash = attempts;
  for (let index = 0; index < seed.length; index += 1) hash = (Math.imul(hash, 31) + seed.charCodeAt(index)) >>> 0;
  return Math.round(base * (0.75 + 0.5 * (hash / 2 ** 32)));
}
