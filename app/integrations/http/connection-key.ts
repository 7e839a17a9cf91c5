import { createHash } from "node:crypto";

import type { Credentials } from "~/integrations/carriers/port";

/** A key for one provider with one set of credentials: the same for the same values, and it tells nothing of them. */
export function connectionKey(provider: string, credentials: Credentials): string {
  const sorted = Object.entries(credentials).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${provider}:${createHash("sha256").update(JSON.stringify(sorted)).digest("hex").slice(0, 32)}`;
}
