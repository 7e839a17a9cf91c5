import type { Request, RequestHandler, Response } from "express";
import { PROVIDERS, type ProviderCode } from "./carriers";

/** What can be broken with a provider on command. */
export const FAULT_KINDS = ["slow", "failing", "rate_limited", "out_of_order", "wrong_number", "not_json", "truncated", "auth", "silent_push"] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** Sentences for the control page. */
export const faultWords: Readonly<Record<FaultKind, string>> = {
  slow: "Answers after 4 seconds",
  failing: "Answers 503",
  rate_limited: "Answers 429 with Retry-After",
  out_of_order: "Scans in a jumbled order, some twice",
  wrong_number: "Answers about another shipment",
  not_json: "An HTML page instead of JSON",
  truncated: "The body breaks off half-way",
  auth: "Refuses the credentials",
  silent_push: "Sends no webhooks",
};

/** Which faults a provider has now. */
export interface Faults {
  of(provider: ProviderCode): FaultKind | null;
  set(provider: ProviderCode, kind: FaultKind | null): void;
  snapshot(): Record<string, FaultKind | null>;
  restore(state: Record<string, FaultKind | null>): void;
}

export function createFaults(): Faults {
  const current = new Map<ProviderCode, FaultKind | null>();
  return {
    of: (provider) => current.get(provider) ?? null,
    set: (provider, kind) => void current.set(provider, kind),
    snapshot: () => Object.fromEntries(PROVIDERS.map((provider) => [provider, current.get(provider) ?? null])),
    restore(state) {
      for (const provider of PROVIDERS) current.set(provider, state[provider] ?? null);
    },
  };
}

/** Express middleware: deals with the faults that concern a whole answer. The router deals with the rest. */
export function faulty(faults: Faults, provider: ProviderCode, rateLimitBody: unknown, authBody: unknown, slowMs = 4_000): RequestHandler {
  return (_request: Request, response: Response, next) => {
    const kind = faults.of(provider);
    if (kind === "failing") return void response.status(503).type("text/plain").send("Service Unavailable");
    if (kind === "rate_limited") return void response.status(429).set("retry-after", "30").type(typeof rateLimitBody === "string" ? "text" : "json").send(rateLimitBody);
    if (kind === "auth") return void response.status(401).json(authBody);
    if (kind === "not_json") return void response.type("html").send("<!doctype html><title>Maintenance</title><h1>We will be back shortly</h1>");
    if (kind === "truncated") {
      const send = response.send.bind(response);
      response.json = (body: unknown) => {
        const text = JSON.stringify(body);
        return send(text.slice(0, Math.floor(text.length / 2)));
      };
      response.type("json");
    }
    if (kind === "slow") return void setTimeout(next, slowMs);
    next();
  };
}

/** The same list, jumbled in a fixed way and with every third entry twice. */
export function jumble<Item>(items: readonly Item[]): Item[] {
  const out: Item[] = [];
  items.forEach((item, index) => {
    if (index % 2 === 0) out.push(item);
    else out.unshift(item);
    if (index % 3 === 0) out.push(item);
  });
  return out;
}
