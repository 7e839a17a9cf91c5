import fc from "fast-check";

/**
 * Where in a body: 0 up to 1, evenly. Not `fc.double`, which draws evenly among the numbers that can be written: nearly all of
 * them lie next to 0, and nearly all mutations would hit the first letters.
 */
export const SHARE: fc.Arbitrary<number> = fc.nat({ max: 9_999 }).map((part) => part / 10_000);

/** One change to a body: what networks, gateways and careless services do to them. */
type Mutation = { kind: "cut" | "drop" | "repeat" | "flip" | "insert"; at: number; length: number; text: string };

const MUTATION: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom("cut", "drop", "repeat", "flip", "insert"),
  at: SHARE,
  length: fc.integer({ min: 1, max: 40 }),
  text: fc.oneof(fc.constantFrom("null", "{}", "[]", '""', "0", "true", "</a>", "<", '"', ",", "é\u202e", "\u0000", "__proto__", "9".repeat(30)), fc.string({ maxLength: 12 })),
});

/** Some of them, one after the other. */
export const MUTATIONS: fc.Arbitrary<Mutation[]> = fc.array(MUTATION, { minLength: 1, maxLength: 4 });

export function mutate(body: string, mutations: readonly Mutation[]): string {
  return mutations.reduce((text, { kind, at, length, text: given }) => {
    const from = Math.floor(at * text.length);
    const to = Math.min(text.length, from + length);
    if (kind === "cut") return text.slice(0, from);
    if (kind === "drop") return text.slice(0, from) + text.slice(to);
    if (kind === "repeat") return text.slice(0, to) + text.slice(from, to) + text.slice(to);
    if (kind === "insert") return text.slice(0, from) + given + text.slice(from);
    return text.slice(0, from) + given.slice(0, to - from) + text.slice(to);
  }, body);
}

/** Values of a JSON body swapped for others of any kind: what a provider's new version does. */
export function swapValues(body: string, picks: readonly { at: number; value: unknown }[]): string {
  const root: unknown = JSON.parse(body);
  for (const { at, value } of picks) {
    const places: { holder: Record<string, unknown>; key: string }[] = [];
    collect(root, places);
    const place = places[Math.floor(at * places.length)];
    if (place !== undefined) place.holder[place.key] = value;
  }
  return JSON.stringify(root);
}

function collect(value: unknown, places: { holder: Record<string, unknown>; key: string }[]): void {
  if (typeof value !== "object" || value === null) return;
  for (const key of Object.keys(value)) {
    places.push({ holder: value as Record<string, unknown>, key });
    collect((value as Record<string, unknown>)[key], places);
  }
}

/** One move inside a JSON body: two values change places, a key is lost, a list grows by one of its own. */
type Move = { kind: "exchange" | "alike" | "lose" | "double" | "wrap"; from: number; to: number };

const MOVE: fc.Arbitrary<Move> = fc.record({ kind: fc.constantFrom("exchange", "alike", "alike", "lose", "double", "wrap"), from: SHARE, to: SHARE });

export const REARRANGEMENTS: fc.Arbitrary<Move[]> = fc.array(MOVE, { minLength: 1, maxLength: 6 });

/** Moves what a JSON body holds: codes into the places of others, a status under another scan, the same scan twice. */
export function rearrange(body: string, moves: readonly Move[]): string {
  const root: unknown = JSON.parse(body);
  for (const { kind, from, to } of moves) {
    const places: { holder: Record<string, unknown>; key: string }[] = [];
    collect(root, places);
    const one = places[Math.floor(from * places.length)];
    if (one === undefined) continue;
    // "alike": with the value of the same key elsewhere, as when the code of one scan stands at another.
    const others = kind === "alike" ? places.filter((place) => place.key === one.key && place.holder !== one.holder) : places;
    const other = others[Math.floor(to * others.length)];
    if (other === undefined) continue;
    const value = one.holder[one.key];
    if (kind === "lose") delete one.holder[one.key];
    else if (kind === "wrap") one.holder[one.key] = [value];
    else if (kind === "double" && Array.isArray(value)) value.push(structuredClone(value[0]));
    else if (kind === "exchange" || kind === "alike") {
      // Copies, so that a value put under itself makes no ring.
      const theirs = structuredClone(other.holder[other.key]);
      other.holder[other.key] = structuredClone(value);
      one.holder[one.key] = theirs;
    }
  }
  return JSON.stringify(root);
}
