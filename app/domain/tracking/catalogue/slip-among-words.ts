import { nearestName } from "./fuzzy-name";
import type { NamedCarrier, NameIndex } from "./name-index";
import { isNoise, meantWords } from "./name-noise";

const LONGEST = 3;

/** "Evrii", "upss", "dhll": a key that stayed down. */
function withoutDoubles(word: string, { strong }: NameIndex): NamedCarrier | null {
  for (let place = 1; place < word.length; place++) {
    if (word[place] !== word[place - 1]) continue;
    const named = strong.get(word.slice(0, place) + word.slice(place + 1));
    if (named !== undefined && named.words.length > 2 && named.beside !== "little") return named;
  }
  return null;
}

/** A name with a slip in it, when all the other words only tell a service or a country. */
export function slipAmongWords(tokens: readonly string[], index: NameIndex): NamedCarrier | null {
  for (let length = Math.min(tokens.length, LONGEST); length >= 1; length--) {
    for (let start = 0; start + length <= tokens.length; start++) {
      const run = tokens.slice(start, start + length);
      if (run.every(isNoise) || index.strong.has(run.join(""))) continue;
      const beside = [...tokens.slice(0, start), ...tokens.slice(start + length)];
      if (!meantWords(beside).every(isNoise)) continue;
      const named = (length === 1 ? withoutDoubles(run[0] ?? "", index) : null) ?? nearestName(run, index.fuzzy, beside.length === 0);
      // "Correios PAC" is no slip of "Correos Paq": a name that stands there as it is counts.
      const said = run.map((token) => index.strong.get(token)).find((known) => known !== undefined);
      if (named !== null && (said === undefined || said.carrier === named.carrier)) return named;
    }
  }
  return null;
}
