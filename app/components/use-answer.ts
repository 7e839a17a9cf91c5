import { useCallback, useEffect, useState } from "react";

import { useLive } from "./use-live";

/** How often the page looks whether the carrier has answered, and how long at most, ms. */
const EVERY_MS = 5_000;
const AT_MOST_MS = 60_000;

/**
 * Reads the page again after a source was asked, until it has answered: not all the time, for every reading of a
 * shipment's page is a look at a customer's data.
 * @param lastAskedAt when a source was last asked, as the page says it
 * @returns what is called when a source is being asked
 */
export function useAnswer(lastAskedAt: string | null): () => void {
  const [waiting, setWaiting] = useState<{ before: string | null } | null>(null);
  const open = waiting !== null && waiting.before === lastAskedAt;
  useLive(open ? EVERY_MS : null);
  useEffect(() => {
    if (waiting === null) return undefined;
    const timer = setTimeout(() => setWaiting(null), AT_MOST_MS);
    return () => clearTimeout(timer);
  }, [waiting]);
  return useCallback(() => setWaiting({ before: lastAskedAt }), [lastAskedAt]);
}
