import type { TokenCache } from "~/integrations/carriers/port";

/** A token is renewed this long before it ends, so that it does not end on the way. */
const MARGIN_MS = 60_000;
const MAX_TOKENS = 5_000;

/**
 * Keeps access tokens until they expire. However many callers need a token at that moment, one renewal runs and all
 * wait for it; a renewal that fails is told to all of them and kept by none.
 * @param now milliseconds since the epoch
 */
export function createTokenCache(now: () => number): TokenCache {
  const kept = new Map<string, { token: string; expiresAt: number }>();
  const running = new Map<string, Promise<string>>();

  const renewNow = async (key: string, renew: () => Promise<{ token: string; expiresAt: number }>): Promise<string> => {
    try {
      const fresh = await renew();
      if (kept.size >= MAX_TOKENS) dropExpired(kept, now());
      kept.set(key, fresh);
      return fresh.token;
    } finally {
      running.delete(key);
    }
  };

  return {
    get(key, renew) {
      const known = kept.get(key);
      if (known !== undefined && known.expiresAt - MARGIN_MS > now()) return Promise.resolve(known.token);
      const waiting = running.get(key);
      if (waiting !== undefined) return waiting;
      const started = renewNow(key, renew);
      running.set(key, started);
      return started;
    },
    drop(key) {
      kept.delete(key);
    },
  };
}

function dropExpired(kept: Map<string, { token: string; expiresAt: number }>, now: number): void {
  for (const [key, { expiresAt }] of kept) if (expiresAt <= now) kept.delete(key);
  const oldest = kept.keys().next();
  if (kept.size >= MAX_TOKENS && oldest.done !== true) kept.delete(oldest.value);
}
