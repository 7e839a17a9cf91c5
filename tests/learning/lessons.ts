import { createHash } from "node:crypto";

import { featuresOf } from "~/domain/tracking/text/likeness/features";
import { normaliseText } from "~/domain/tracking/text/normalise-text";
import { readByRules } from "~/domain/tracking/text/read-rules";

import { knownScans, knownWordings } from "../fixtures/known-scans";
import type { Lesson } from "./learn";

/**
 * The known scans in their normal form, each once, in an order that does not hang on the files'. What a carrier says in a sense
 * of its own is left out: it would be wrong of the others.
 */
export function lessons(): readonly Lesson[] {
  const general = [...knownWordings(), ...knownScans()]
    .map(({ text, carrier, status }) => ({ text: normaliseText(text), carrier, status }))
    .filter(({ text, carrier }) => readByRules(text, carrier).force !== "decides" || readByRules(text, null).force === "decides");
  const byText = new Map(general.map(({ text, status }) => [text, status]));
  return [...byText].map(([text, status]) => ({ text, status })).sort((one, other) => (one.text < other.text ? -1 : 1));
}

/** Tells whether a model was learned from these lessons and by the rules as they are now. */
export function digestOf(all: readonly Lesson[]): string {
  const hash = createHash("sha256");
  for (const { text, status } of all) hash.update(`${status}\n${[...featuresOf(text)].join("\n")}\n`);
  return hash.digest("hex");
}
