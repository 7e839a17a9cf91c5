/** What one process saw of shoppers' addresses in one hour: numbers alone, no address. */
export interface ObservedHour {
  /** The process, by a random id. */
  processId: string;
  /** The hour's begin, ms since the epoch. */
  hour: number;
  requests: number;
  /** Requests whose address could not be known. */
  unknown: number;
  /** Different addresses among the others, counted up to `MOST_ADDRESSES`. */
  addresses: number;
}

/** Where counting stops: more are a sign that addresses arrive, however many they are. */
export const MOST_ADDRESSES = 100;

/** Requests of one hour below which nothing is concluded. */
const ENOUGH = 20;
/** Requests per address from which on an hour with many requests looks like visitors who share addresses. */
const MANY_PER_ADDRESS = 10;

/** What the hours of the last day say of the proxies in front of the app. */
export type AddressDiagnosis =
  | { kind: "too_few"; requests: number }
  | { kind: "ok"; requests: number; unknown: number }
  /** Visitors share one address, or a few: a proxy's or Shopify's own. */
  | { kind: "shared"; requests: number; addresses: number }
  | { kind: "unknown"; requests: number };

/** Judges whether limits by address can work, from what the web processes stored. */
export function diagnoseAddresses(hours: readonly ObservedHour[]): AddressDiagnosis {
  const busy = hours.filter((each) => each.requests >= ENOUGH);
  const requests = busy.reduce((sum, each) => sum + each.requests, 0);
  if (requests === 0) return { kind: "too_few", requests: hours.reduce((sum, each) => sum + each.requests, 0) };
  const unknown = busy.reduce((sum, each) => sum + each.unknown, 0);
  if (unknown === requests) return { kind: "unknown", requests };
  const known = busy.filter((each) => each.requests - each.unknown >= ENOUGH);
  if (known.length > 0 && known.every(isShared)) return { kind: "shared", requests, addresses: Math.max(...known.map((each) => each.addresses)) };
  return { kind: "ok", requests, unknown };
}

function isShared({ requests, unknown, addresses }: ObservedHour): boolean {
  return addresses === 1 || (addresses < MOST_ADDRESSES && requests - unknown >= addresses * MANY_PER_ADDRESS);
}
