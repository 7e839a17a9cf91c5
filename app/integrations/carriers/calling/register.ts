import type { CarrierAdapter, CarrierContext, HttpAnswer, HttpRequest, RegisterAnswer, TrackingQuery } from "../port";
import { problem } from "../reading/answers";
import { sameNumber } from "./answer-for";
import { readAnswer, sendAuthorised } from "./track";
import { asAnswer, type TokenSource } from "./token";

/** How a provider is told to follow numbers (or to stop). */
export interface Registering {
  batch: number;
  token?: TokenSource;
  request(queries: readonly TrackingQuery[], context: CarrierContext, token: string): HttpRequest;
  /** Reads one answer; null where the provider says so by its HTTP status alone: then all numbers of the request count as accepted. */
  read(body: string, httpStatus: number, receivedAt: number): RegisterAnswer | null;
  /** For answers that are errors. */
  parse: CarrierAdapter["parse"];
  /** The id of the subscription that a success gives for the whole request. */
  subscriptionOf?(body: string): string | null;
}

/** Makes `register` or `unregister`. A number that the answer passes over in silence becomes a problem. */
export function createRegister(how: Registering): NonNullable<CarrierAdapter["register"]> {
  return async (queries, context) => {
    const whole: RegisterAnswer = { accepted: [], problems: [] };
    for (let from = 0; from < queries.length; from += how.batch) {
      const part = await registerBatch(how, queries.slice(from, from + how.batch), context);
      whole.accepted.push(...part.accepted);
      whole.problems.push(...part.problems);
      if (part.uncertain !== undefined) whole.uncertain = [...(whole.uncertain ?? []), ...part.uncertain];
      if (part.problems.some((one) => one.number === null && (one.kind === "auth" || one.kind === "rate_limit"))) break;
    }
    return whole;
  };
}

async function registerBatch(how: Registering, queries: readonly TrackingQuery[], context: CarrierContext): Promise<RegisterAnswer> {
  try {
    const answer = await sendAuthorised(how.token, context, (token) => how.request(queries, context, token));
    const read = answer.status === 0 ? null : how.read(answer.body, answer.status, context.now());
    if (read !== null) return complete(queries, read);
    if (answer.status >= 200 && answer.status < 300) {
      const subscription = how.subscriptionOf?.(answer.body) ?? null;
      return { accepted: queries.map((query) => ({ number: query.number, carrier: query.carrier, ...(subscription === null ? {} : { subscription }) })), problems: [] };
    }
    const { problems } = readAnswer(how.parse, answer, context.now());
    const only = queries.length === 1 ? (queries[0]?.number ?? null) : null;
    const said = problems.length > 0 ? problems : [problem("invalid", `The provider answered HTTP ${answer.status}.`, { code: answer.status })];
    const told = said.map((one) => ({ ...one, number: one.number ?? (one.kind === "invalid" || one.kind === "not_found" ? only : null) }));
    return { accepted: [], problems: told, ...(mayHaveArrived(answer) ? { uncertain: queries.map((query) => query.number) } : {}) };
  } catch (error) {
    return { accepted: [], problems: asAnswer(error).problems };
  }
}

/** No answer came: unless nothing was sent at all, the provider may have done what it was asked. */
function mayHaveArrived(answer: HttpAnswer): boolean {
  return answer.status === 0 && answer.headers["x-circuit"] !== "open" && !/ECONNREFUSED|ENOTFOUND|EAI_AGAIN/.test(answer.body);
}

function complete(queries: readonly TrackingQuery[], read: RegisterAnswer): RegisterAnswer {
  const accepted = queries.flatMap((query) =>
    read.accepted.filter((one) => sameNumber(one.number, query.number)).slice(0, 1).map((one) => ({ number: query.number, carrier: one.carrier })),
  );
  const problems = [...read.problems];
  if (problems.every((one) => one.number !== null)) {
    for (const query of queries) {
      const told = accepted.some((one) => one.number === query.number) || problems.some((one) => sameNumber(one.number ?? "", query.number));
      if (!told) problems.push(problem("invalid", "The provider's answer says nothing about this number.", { number: query.number }));
    }
  }
  return { accepted, problems };
}
