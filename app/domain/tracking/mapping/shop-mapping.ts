import type { TrackingEvent } from "../event";
import { foldText } from "./fold-text";
import type { MappingEntry, ScanMatch } from "./rule";

/** A shop's mapping, ready to read scans with. */
export interface ShopMapping {
  /** The number of its version; 0 for a shop that has none. */
  version: number;
  /** The entry that reads a scan heard of at this instant (milliseconds since the epoch); null leaves it as built in. */
  find(scan: ScanMatch & { receivedAt: number }): MappingEntry | null;
}

/** What a shop without rules reads with: every scan stays as built in. */
export const NO_MAPPING: ShopMapping = { version: 0, find: () => null };

interface ProviderIndex {
  both: Map<string, MappingEntry[]>;
  text: Map<string, MappingEntry[]>;
  code: Map<string, MappingEntry[]>;
}

/**
 * Makes a mapping of its entries. Finding costs the same for one rule and for thousands; a scan of a provider without
 * rules costs one look into a map.
 */
export function compileMapping(version: number, entries: readonly MappingEntry[]): ShopMapping {
  if (entries.length === 0) return { ...NO_MAPPING, version };
  const providers = new Map<string, ProviderIndex>();
  for (const entry of entries) {
    const index = providers.get(entry.provider) ?? { both: new Map(), text: new Map(), code: new Map() };
    providers.set(entry.provider, index);
    if (entry.code !== null && entry.text !== null) add(index.both, bothKey(entry.code, foldText(entry.text)), entry);
    else if (entry.text !== null) add(index.text, foldText(entry.text), entry);
    else if (entry.code !== null) add(index.code, entry.code, entry);
  }
  return {
    version,
    find({ provider, code, text, receivedAt }) {
      const index = providers.get(provider);
      if (!index) return null;
      const words = text !== null && index.both.size + index.text.size > 0 ? foldText(text) : "";
      // The most specific rule wins: code and text, then the text, which says more than a code, then the code.
      return (
        (code !== null && words !== "" ? at(index.both.get(bothKey(code, words)), receivedAt) : null) ??
        (words !== "" ? at(index.text.get(words), receivedAt) : null) ??
        (code !== null ? at(index.code.get(code), receivedAt) : null)
      );
    },
  };
}

const bothKey = (code: string, words: string) => `${code}\u0000${words}`;

function add(map: Map<string, MappingEntry[]>, key: string, entry: MappingEntry): void {
  const known = map.get(key);
  if (known) known.push(entry);
  else map.set(key, [entry]);
}

function at(entries: readonly MappingEntry[] | undefined, instant: number): MappingEntry | null {
  return entries?.find((entry) => (entry.from === null || entry.from <= instant) && (entry.until === null || instant < entry.until)) ?? null;
}

/**
 * A scan as the shop reads it. What the merchant added by hand stands above every rule. The built-in reading is kept
 * beside the shop's own, so that reading twice is reading once.
 */
export function readEvent(event: TrackingEvent, mapping: ShopMapping): TrackingEvent {
  const entry = event.source === "manual" ? null : mapping.find(event);
  if (!entry) return event;
  const builtIn = event.builtIn ?? { status: event.status, detail: event.detail, mapping: event.mapping, returnLeg: event.returnLeg };
  return {
    ...event,
    status: entry.status,
    detail: entry.detail,
    mapping: `shop@${entry.version}`,
    returnLeg: returnLegOf(entry.status, builtIn),
    builtIn,
  };
}

/** Whether the source's parser took the scan for one on the way back because of how it was understood. */
const readAsReturn = (status: TrackingEvent["status"]) => status === "RETURNING" || status === "RETURNED";

/**
 * Parsers mark a scan that they understand as a return as one of the leg back; a shop that understands it otherwise
 * takes the mark off. A delivery alone keeps it: what is delivered on the way back has gone back to the sender, and a
 * rule for a "delivered" code must not make it a delivery to the shopper.
 */
function returnLegOf(status: TrackingEvent["status"], builtIn: NonNullable<TrackingEvent["builtIn"]>): boolean {
  if (readAsReturn(status)) return true;
  return status === "DELIVERED" || !readAsReturn(builtIn.status) ? builtIn.returnLeg : false;
}
