/**
 * Whether a text has one thing and, anywhere after it, another; what `/one.*other/` finds in quadratic time where the
 * first comes again and again.
 * @param one a pattern without the flag "g"
 * @param other a pattern without the flag "g"
 */
export function inThisOrder(text: string, one: RegExp, other: RegExp): boolean {
  const first = one.exec(text);
  return first !== null && other.test(text.slice(first.index + first[0].length));
}
