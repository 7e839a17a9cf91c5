import type { ParsedAnswer, TrackingProblem } from "~/domain/tracking/event";
import { connectionKey } from "~/integrations/http/connection-key";
import { retryAfterMs } from "~/integrations/http/retry";

import type { CarrierContext, HttpAnswer, HttpRequest } from "../port";
import { problem, problemOfStatus } from "../reading/answers";
import { decodeBody } from "../reading/body";
import { numberOf, textAt, tokenAt } from "../reading/values";

/** How a provider gives access tokens (OAuth 2 client credentials in one form or another). */
export interface TokenSource {
  /** The provider's code; part of the key under which the token is kept. */
  provider: string;
  request(context: CarrierContext): HttpRequest;
  /** Seconds to keep the token when the answer does not say. */
  usualSeconds: number;
  /** The token out of the decoded answer, where it is not OAuth's `access_token`. */
  read?(answer: unknown): string | null;
}

/** Thrown inside ./track.ts alone, where it becomes a problem. */
export class TokenRefused extends Error {
  constructor(readonly problem: TrackingProblem) {
    super(problem.message);
  }
}

/** Under which key a connection's token is cached. */
export function tokenKey(source: TokenSource, context: CarrierContext): string {
  return connectionKey(source.provider, context.credentials);
}

/** The present token, asking for a new one when there is none. Throws TokenRefused. */
export function accessToken(source: TokenSource, context: CarrierContext): Promise<string> {
  return context.tokens.get(tokenKey(source, context), async () => {
    const answer = await context.http.send({ idempotent: true, ...source.request(context) });
    const decoded = decodeBody(answer.body);
    const body = decoded.kind === "unreadable" ? null : decoded.value;
    const token = source.read === undefined ? tokenAt(body, "access_token") : source.read(body);
    if (answer.status < 200 || answer.status > 299 || token === null) throw new TokenRefused(refusal(answer, body, context.now()));
    const seconds = numberOf(textAt(body, "expires_in")) ?? source.usualSeconds;
    return { token, expiresAt: context.now() + seconds * 1000 };
  });
}

function refusal(answer: HttpAnswer, body: unknown, now: number): TrackingProblem {
  const code = textAt(body, "error") ?? textAt(body, "response", "errors", 0, "code") ?? textAt(body, "errors", 0, "code");
  // Providers answer a wrong client id with 400, 401 or 403 (RFC 6749, 5.2).
  const kind = answer.status >= 400 && answer.status < 500 && answer.status !== 429 ? "auth" : (problemOfStatus(answer.status) ?? "unparsable");
  const message = kind === "auth" ? "The provider refused the credentials." : answer.status === 0 ? `No access token: ${answer.body}.` : `No access token: HTTP ${answer.status}.`;
  return problem(kind, message, { code: code ?? answer.status, retryAfterMs: retryAfterMs(answer.headers, now) });
}

/** A refusal as an answer about all numbers. */
export function asAnswer(error: unknown): ParsedAnswer {
  if (error instanceof TokenRefused) return { shipments: [], problems: [error.problem] };
  throw error;
}
