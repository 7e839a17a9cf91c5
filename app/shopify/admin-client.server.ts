import { describeDenied, readAdminAnswer, type AdminAnswer } from "./admin-answer";
import { AdminApiError, type AdminClient, type AdminClientFor, type AdminOperation, type PartialAnswer } from "./admin-port";
import { CostBudget } from "./cost-budget";
import { isMutation } from "./operations/define";
import { readLines } from "./read-lines.server";

/** The version of the Admin API that every operation is validated against. */
export const ADMIN_API_VERSION = "2026-10";

const TIMEOUT_MS = 20_000;
const ATTEMPTS = 6;

/** Longest wait for cost points before the call is given up as throttled, ms. */
const LONGEST_WAIT_MS = 30_000;

export interface AdminClientOptions {
  /**
   * Gives a shop's access token. `rejected` is a token that Shopify has just refused: another one is wanted.
   * @throws AdminApiError `unauthorized` when the shop has no usable token
   */
  accessToken: (shopDomain: string, rejected?: string) => Promise<string>;
  now: () => number;
  /** Where requests go; the platform's own by default, looked up at each call. */
  fetch?: typeof fetch;
  sleep?: (ms: number) => Promise<void>;
  /** 0 ≤ random < 1: spreads retries. */
  random?: () => number;
}

/**
 * Makes Admin clients, one per shop; all calls of a shop in this process share one budget of cost points.
 *
 * Waits before the limit is reached. THROTTLED, 429 and, for queries, 5xx and time-outs are tried again with back-off
 * and jitter; a mutation whose fate is unknown is not. A 401 gets one new token.
 */
export function createAdminClientFor(options: AdminClientOptions): AdminClientFor {
  const clients = new Map<string, AdminClient>();
  return async (shopDomain) => {
    const known = clients.get(shopDomain);
    if (known) return known;
    const client = createAdminClient(shopDomain, options);
    clients.set(shopDomain, client);
    return client;
  };
}

function createAdminClient(shopDomain: string, options: AdminClientOptions): AdminClient {
  const budget = new CostBudget();
  const sleep = options.sleep ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  const random = options.random ?? Math.random;
  const send = options.fetch ?? ((...call: Parameters<typeof fetch>) => globalThis.fetch(...call));
  const url = `https://${shopDomain}/admin/api/${ADMIN_API_VERSION}/graphql.json`;

  async function ask(name: string, text: string, variables: unknown, token: string): Promise<AdminAnswer> {
    try {
      const response = await send(url, {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json", "X-Shopify-Access-Token": token },
        body: JSON.stringify({ query: text, variables, operationName: name }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      return readAdminAnswer(name, response.status, response.headers.get("retry-after"), await response.text());
    } catch (error) {
      const why = error instanceof Error && error.name === "TimeoutError" ? "did not answer in time" : "could not be reached";
      const cost = { requested: null, status: null };
      return { ok: false, kind: "unavailable", message: `${name}: Shopify ${why}.`, denied: [], retry: "later", waitMs: null, cost };
    }
  }

  async function runPartially<Result, Variables extends Record<string, unknown>>(
    operation: AdminOperation<Result, Variables>,
    variables: Variables,
  ): Promise<PartialAnswer<Result>> {
    let token = await options.accessToken(shopDomain);
    let renewed = false;
    for (let attempt = 1; ; attempt += 1) {
      const wait = budget.reserve(operation.name, options.now());
      if (wait > LONGEST_WAIT_MS) throw new AdminApiError("throttled", `${operation.name}: Shopify's limit is used up for ${Math.round(wait / 1_000)} s.`);
      if (wait > 0) await sleep(wait);

      const answer = await ask(operation.name, operation.text, variables, token);
      budget.learn(operation.name, answer.cost, options.now());
      if (answer.ok) return { data: answer.data as Result, denied: answer.denied };

      if (answer.kind === "unauthorized" && !renewed) {
        renewed = true;
        token = await options.accessToken(shopDomain, token);
        continue;
      }
      const mayRetry = answer.retry === "throttled" || (answer.retry === "later" && !isMutation(operation));
      if (!mayRetry || attempt >= ATTEMPTS) throw new AdminApiError(answer.kind, answer.message, answer.denied);
      const backOff = 500 * 2 ** (attempt - 1) * (0.75 + 0.5 * random());
      const asked = answer.waitMs ?? (answer.retry === "throttled" ? budget.waitAfterThrottle(operation.name) : 0);
      await sleep(Math.min(Math.max(backOff, asked), LONGEST_WAIT_MS));
    }
  }

  return {
    shopDomain,
    runPartially,
    async run(operation, variables) {
      const { data, denied } = await runPartially(operation, variables);
      if (denied.length > 0) throw new AdminApiError("access_denied", describeDenied(operation.name, denied), denied);
      return data;
    },
    lines: (fileUrl) => readLines(fileUrl, send),
  };
}
