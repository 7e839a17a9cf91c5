import type { ParsedAnswer } from "~/domain/tracking/event";
import { retryAfterMs } from "~/integrations/http/retry";

import type { CarrierAdapter, CarrierContext, HttpAnswer, HttpRequest, TrackingQuery } from "../port";
import { answerFor } from "./answer-for";
import { accessToken, asAnswer, tokenKey, type TokenSource } from "./token";

/** How a provider is asked, as data and small functions; the rest is the same for all. */
export interface Calling {
  /** Numbers per request. */
  batch: number;
  token?: TokenSource;
  /** The request for one batch; `token` is "" where the provider needs none. */
  request(queries: readonly TrackingQuery[], context: CarrierContext, token: string): HttpRequest;
  parse: CarrierAdapter["parse"];
  /** How long to wait after a 429 that does not say it, where the provider's documentation does, in milliseconds. */
  usualWaitMs?: number;
}

/**
 * Makes an adapter's `track`: splits into batches, obtains and renews the token (once per refusal), reads the answer,
 * and makes sure that every number asked for has a shipment or a problem, and that none answers for another.
 */
export function createTrack(calling: Calling): CarrierAdapter["track"] {
  return async (queries, context) => {
    const whole: ParsedAnswer = { shipments: [], problems: [] };
    for (let from = 0; from < queries.length; from += calling.batch) {
      const part = queries.slice(from, from + calling.batch);
      const answer = await askBatch(calling, part, context);
      whole.shipments.push(...answer.shipments);
      whole.problems.push(...answer.problems);
      // A refused key or a spent quota will not do better for the rest.
      const stop = answer.problems.find((one) => one.number === null && (one.kind === "auth" || one.kind === "rate_limit"));
      if (stop !== undefined) break;
    }
    return whole;
  };
}

async function askBatch(calling: Calling, queries: readonly TrackingQuery[], context: CarrierContext): Promise<ParsedAnswer> {
  try {
    const answer = await sendAuthorised(calling.token, context, (token) => calling.request(queries, context, token));
    const read = readAnswer(calling.parse, answer, context.now());
    const waiting = (one: ParsedAnswer["problems"][number]) => (one.kind === "rate_limit" && answer.status === 429 ? { ...one, retryAfterMs: one.retryAfterMs ?? calling.usualWaitMs ?? null } : one);
    return answerFor(queries, { ...read, problems: read.problems.map(waiting) });
  } catch (error) {
    return asAnswer(error);
  }
}

/** Sends with a token; when the provider refuses it, renews it and sends once more. Throws TokenRefused. */
export async function sendAuthorised(source: TokenSource | undefined, context: CarrierContext, build: (token: string) => HttpRequest): Promise<HttpAnswer> {
  if (source === undefined) return context.http.send(build(""));
  const first = await context.http.send(build(await accessToken(source, context)));
  if (first.status !== 401) return first;
  context.tokens.drop(tokenKey(source, context));
  return context.http.send(build(await accessToken(source, context)));
}

/** Reads an answer and adds what only its head tells: how long to wait. */
export function readAnswer(parse: CarrierAdapter["parse"], answer: HttpAnswer, now: number): ParsedAnswer {
  const wait = retryAfterMs(answer.headers, now);
  if (answer.status === 0) {
    return {
      shipments: [],
      problems: [{ kind: "unavailable", number: null, message: `The provider gave no answer: ${answer.body}.`, code: null, retryAfterMs: wait }],
    };
  }
  const parsed = parse(answer.body, { httpStatus: answer.status, receivedAt: now });
  if (wait === null) return parsed;
  return { ...parsed, problems: parsed.problems.map((one) => (one.retryAfterMs === null ? { ...one, retryAfterMs: wait } : one)) };
}
