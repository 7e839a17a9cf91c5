import type { HttpAnswer, HttpClient, HttpRequest } from "~/integrations/carriers/port";

import { createBreaker } from "./breaker";
import { readCapped } from "./read-capped.server";
import { DEFAULT_RETRY, mayRetry, waitBefore, type RetryPolicy } from "./retry";

const DEFAULT_TIMEOUT_MS = 15_000;
const LONGEST_TIMEOUT_MS = 60_000;
const MAX_BODY_BYTES = 5 * 1024 * 1024;
const MAX_REDIRECTS = 3;

export interface HttpOptions {
  fetch?: typeof fetch;
  /** Waits; given so that tests need no real time. Milliseconds. */
  sleep?: (ms: number) => Promise<void>;
  /** 0 to 1, for the jitter of the back-off. */
  random?: () => number;
  now?: () => number;
  retry?: Partial<RetryPolicy>;
  maxBodyBytes?: number;
  /** The longest a request may take, whatever it asks for, in milliseconds. */
  maxTimeoutMs?: number;
  /** Failures in a row after which the circuit opens, and how long it stays open. */
  circuit?: { failures: number; openMs: number };
}

/**
 * Makes clients, one per provider and set of credentials, each with its own circuit breaker.
 * The same key gives the same client. Keys must hold no secret: use `connectionKey`.
 */
export function createHttpClients(options: HttpOptions = {}): { for(key: string): HttpClient } {
  const clients = new Map<string, HttpClient>();
  return {
    for(key) {
      const known = clients.get(key);
      if (known !== undefined) return known;
      const client = createHttpClient(options);
      clients.set(key, client);
      return client;
    },
  };
}

/**
 * HTTP over fetch: time-out over head and body, at most 5 MB of body, no redirect to another host, retries with
 * back-off of what may be retried, and a circuit breaker. Never throws for what the other side does: status 0 says
 * that nothing usable answered, and `body` says why in plain words.
 */
export function createHttpClient(options: HttpOptions = {}): HttpClient {
  const policy: RetryPolicy = { ...DEFAULT_RETRY, ...options.retry };
  const sleep = options.sleep ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  const random = options.random ?? Math.random;
  const now = options.now ?? Date.now;
  const breaker = createBreaker(options.circuit ?? { failures: 8, openMs: 30_000 });

  return {
    async send(request) {
      for (let attempt = 1; ; attempt += 1) {
        const answer = await breaker.run(() => once(request, options));
        if (attempt >= policy.attempts || !mayRetry(request, answer)) return answer;
        const wait = waitBefore(attempt, answer, policy, { now: now(), random: random() });
        if (wait === null) return answer;
        await sleep(wait);
      }
    },
  };
}

function nothing(why: string): HttpAnswer {
  return { status: 0, headers: {}, body: why };
}

async function once(request: HttpRequest, options: HttpOptions): Promise<HttpAnswer> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), Math.min(request.timeoutMs ?? DEFAULT_TIMEOUT_MS, options.maxTimeoutMs ?? LONGEST_TIMEOUT_MS));
  try {
    return await follow(request, options, stop.signal);
  } catch (error) {
    if (stop.signal.aborted) return nothing("no answer in time");
    return nothing(reason(error));
  } finally {
    clearTimeout(timer);
  }
}

async function follow(request: HttpRequest, options: HttpOptions, signal: AbortSignal): Promise<HttpAnswer> {
  const send = options.fetch ?? fetch;
  let url = new URL(request.url);
  let { method, body } = request;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const response = await send(url, {
      method,
      redirect: "manual",
      signal,
      ...(request.headers === undefined ? {} : { headers: request.headers }),
      ...(body === undefined ? {} : { body }),
    });
    const target = response.status >= 300 && response.status < 400 ? response.headers.get("location") : null;
    if (target === null) {
      const text = await readCapped(response, options.maxBodyBytes ?? MAX_BODY_BYTES);
      if (text === null) return nothing("the answer is larger than allowed");
      return { status: response.status, headers: Object.fromEntries(response.headers), body: text };
    }
    await response.body?.cancel();
    const next = new URL(target, url);
    // Credentials travel in headers and bodies: they must not follow a redirect to somebody else.
    if (next.origin !== url.origin) return nothing("the answer sends us to another host");
    if (response.status === 303 || ((response.status === 301 || response.status === 302) && method === "POST")) {
      method = "GET";
      body = undefined;
    }
    url = next;
  }
  return nothing("the answer sends us in circles");
}

/** Node's fetch hides the cause one level down; its code says enough and holds no address. */
function reason(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : null;
  return code === null ? "the connection failed" : `the connection failed (${code})`;
}
