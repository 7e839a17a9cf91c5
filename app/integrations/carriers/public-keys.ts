import type { JsonWebKey } from "node:crypto";

import type { HttpClient } from "./port";
import { decodeBody } from "./reading/body";
import { fields, listAt, text } from "./reading/values";

export type PublicKey = JsonWebKey & { kid?: string };

/** How long a set of keys is used without asking again, and the least time between two tries for a key it lacks, in ms. */
const KEEP_MS = 12 * 3_600_000;
const ASK_AGAIN_MS = 60_000;

/** The public keys with which a provider's signatures are checked (JWKS, RFC 7517). */
export interface PublicKeys {
  /**
   * The keys at an address. Kept for half a day; asked for anew when the wanted key is not among them (the provider has
   * changed its keys), at most once a minute, so that made-up key ids cannot make Milepost knock there all the time.
   * The keys that were known stay when the provider does not answer.
   */
  at(url: string, wanted: string | undefined): Promise<readonly PublicKey[]>;
}

/** Keys that are asked for when they are wanted, kept for a while, and asked for again seldom when one is missing. */
export function createPublicKeys(http: HttpClient, now: () => number): PublicKeys {
  const known = new Map<string, { keys: readonly PublicKey[]; askedAt: number; goodAt: number; asking: Promise<void> | null }>();
  return {
    async at(url, wanted) {
      const entry = known.get(url) ?? { keys: [], askedAt: Number.NEGATIVE_INFINITY, goodAt: Number.NEGATIVE_INFINITY, asking: null };
      known.set(url, entry);
      const enough = entry.keys.some((key) => key.kid === wanted) && now() - entry.goodAt < KEEP_MS;
      if (!enough && now() - entry.askedAt >= ASK_AGAIN_MS && entry.asking === null) {
        entry.askedAt = now();
        entry.asking = http
          .send({ method: "GET", url, headers: { accept: "application/json" }, timeoutMs: 5_000 })
          .then(({ status, body }) => {
            const keys = status >= 200 && status < 300 ? readKeys(body) : [];
            if (keys.length > 0) Object.assign(entry, { keys, goodAt: now() });
          })
          .finally(() => {
            entry.asking = null;
          });
      }
      await entry.asking;
      return entry.keys;
    },
  };
}

function readKeys(body: string): PublicKey[] {
  const decoded = decodeBody(body);
  if (decoded.kind !== "json") return [];
  return listAt(decoded.value, "keys").flatMap((key) => {
    const kid = text(fields(key)["kid"]);
    return kid === null ? [] : [{ ...(fields(key) as JsonWebKey), kid }];
  });
}
