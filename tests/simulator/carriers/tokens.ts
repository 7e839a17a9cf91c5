import { createHash } from "node:crypto";

/** Access tokens of one provider: handed out for an hour of the simulator's clock, counted from 1. */
export interface TokenDesk {
  issue(client: string): { token: string; expiresIn: number; issuedAt: number };
  /** "unknown" and "expired" are told apart, as the providers do. */
  check(authorization: string | undefined): "ok" | "unknown" | "expired";
}

const LIFE_SECONDS = 3_600;

export function createTokenDesk(provider: string, now: () => number): TokenDesk {
  const issued = new Map<string, number>();
  return {
    issue(client) {
      const token = createHash("sha256").update(`${provider}|${client}|${issued.size + 1}|${now()}`).digest("hex").slice(0, 40);
      issued.set(token, now() + LIFE_SECONDS * 1_000);
      return { token, expiresIn: LIFE_SECONDS, issuedAt: now() };
    },
    check(authorization) {
      const until = issued.get(/^Bearer (.+)$/.exec(authorization ?? "")?.[1] ?? "");
      if (until === undefined) return "unknown";
      return until > now() ? "ok" : "expired";
    },
  };
}
