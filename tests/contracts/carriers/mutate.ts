import fc from "fast-check";

/** One change to a body: what networks, gateways and careless services do to them. */
type Mutation = { kind: "cut" | "drop" | "repeat" | "flip" | "insert"; at: number; length: number; text: string };

const MUTATION: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom("cut", "drop", "repeat", "flip", "insert"),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
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
