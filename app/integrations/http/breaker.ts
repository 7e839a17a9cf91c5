import { BrokenCircuitError, circuitBreaker, ConsecutiveBreaker, handleWhenResult } from "cockatiel";

import type { HttpAnswer } from "~/integrations/carriers/port";

/**
 * Stops asking a provider that fails again and again, and lets one request through after a while to see.
 * While open, answers status 0 with header `x-circuit: open` and how long to wait.
 */
export function createBreaker(options: { failures: number; openMs: number }): { run(ask: () => Promise<HttpAnswer>): Promise<HttpAnswer> } {
  const breaker = circuitBreaker(
    handleWhenResult((answer) => isFailure(answer)),
    { halfOpenAfter: options.openMs, breaker: new ConsecutiveBreaker(options.failures) },
  );
  return {
    async run(ask) {
      try {
        return await breaker.execute(ask);
      } catch (error) {
        if (!(error instanceof BrokenCircuitError)) throw error;
        return {
          status: 0,
          headers: { "x-circuit": "open", "retry-after": String(Math.ceil(options.openMs / 1000)) },
          body: "not asked: the provider failed several times in a row",
        };
      }
    },
  };
}

function isFailure(answer: unknown): boolean {
  if (typeof answer !== "object" || answer === null || !("status" in answer) || typeof answer.status !== "number") return false;
  return answer.status === 0 || answer.status >= 500;
}
