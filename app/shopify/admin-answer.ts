import type { AdminApiErrorKind } from "./admin-port";
import type { ThrottleStatus } from "./cost-budget";
import { readDenial, readScopeApproval, type Denial } from "./denials";
import { parseStorableJson } from "./parse-json";

/**
 * An answer of the Admin API, read: what came (without the fields that were refused), or what it means that nothing did.
 */
export type AdminAnswer =
  | { ok: true; data: unknown; denied: readonly Denial[]; cost: AnswerCost }
  | FailedAnswer;

export interface FailedAnswer {
  ok: false;
  kind: AdminApiErrorKind;
  message: string;
  denied: readonly Denial[];
  retry: "throttled" | "later" | "no";
  waitMs: number | null;
  cost: AnswerCost;
}

export interface AnswerCost {
  requested: number | null;
  status: ThrottleStatus | null;
}

const NO_COST: AnswerCost = { requested: null, status: null };

/** HTTP statuses of Shopify that stay as they are when asked again: frozen (402), forbidden (403), locked (423). */
const REFUSED: Record<number, string> = {
  402: "The shop is frozen until its bill is paid.",
  403: "Shopify forbids this.",
  404: "Shopify does not know this shop any more.",
  423: "The shop is locked.",
};

/** How Shopify words its refusal of a token without an end: "Non-expiring access tokens are no longer accepted for the Admin API." */
const NEVER_ENDS = /non-expiring access tokens? (?:is|are) no longer accepted/i;

/**
 * Reads one HTTP answer of the Admin API. Total: whatever came, it says what it is.
 * @param operation the operation's name, for the message
 */
export function readAdminAnswer(operation: string, status: number, retryAfter: string | null, body: string): AdminAnswer {
  const failed = (kind: AdminApiErrorKind, message: string, retry: "throttled" | "later" | "no", cost = NO_COST, denied: readonly Denial[] = []): AdminAnswer => ({
    ok: false,
    kind,
    message: `${operation}: ${message}`,
    denied,
    retry,
    waitMs: retryAfterMs(retryAfter),
    cost,
  });
  if (status === 401) return failed("unauthorized", "Shopify refuses the access token.", "no");
  // A public app's token without an end: another one is wanted, as after a 401.
  if (status === 403 && NEVER_ENDS.test(body.slice(0, 1_000))) return failed("unauthorized", "Shopify takes expiring access tokens alone of this app.", "no");
  if (status === 429) return failed("throttled", "Shopify asks to slow down.", "throttled");
  const approval = status === 403 ? readScopeApproval(body) : null;
  if (approval) return failed("access_denied", approval.message, "no", NO_COST, [approval]);
  const refused = REFUSED[status];
  if (refused) return failed("access_denied", refused, "no");
  if (status >= 500) return failed("unavailable", `Shopify answered ${status}.`, "later");
  if (status < 200 || status >= 300) return failed("invalid", `Shopify answered ${status}.`, "no");

  const json = parseObject(body);
  if (!json) return failed("unavailable", "Shopify's answer is not JSON.", "later");
  const cost = readCost(json.extensions);
  const errors = readErrors(json.errors);
  if (errors.length > 0) {
    const codes = new Set(errors.map((error) => error.code));
    const message = describeErrors(errors);
    const denied = errors.map(readDenial).filter((denial) => denial !== null);
    if (codes.has("THROTTLED")) return failed("throttled", message, "throttled", cost);
    if (denied.length === errors.length) {
      return isObject(json.data) ? { ok: true, data: json.data, denied, cost } : failed("access_denied", message, "no", cost, denied);
    }
    if (codes.has("INTERNAL_SERVER_ERROR") || codes.has("TIMEOUT")) return failed("unavailable", message, "later", cost);
    return failed("invalid", message, "no", cost);
  }
  if (!isObject(json.data)) return failed("unavailable", "Shopify's answer holds no data.", "later", cost);
  return { ok: true, data: json.data, denied: [], cost };
}

/** Says what was refused, in one text for a person. @param operation the operation's name */
export function describeDenied(operation: string, denied: readonly Denial[]): string {
  return `${operation}: ${describeErrors(denied)}`;
}

function describeErrors(errors: readonly { message: string; path: readonly (string | number)[] | null }[]): string {
  return errors.map(({ message, path }) => (path && path.length > 0 ? `${message} (at ${path.join(".")})` : message)).join("; ").slice(0, 400);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parseObject(body: string): Record<string, unknown> | null {
  try {
    const value: unknown = parseStorableJson(body);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function readErrors(value: unknown): { message: string; code: string | null; path: (string | number)[] | null }[] {
  // Before it reaches GraphQL, Shopify answers with `errors` as one sentence.
  if (typeof value === "string") return [{ message: value, code: null, path: null }];
  if (!Array.isArray(value)) return [];
  return value.filter(isObject).map((error) => ({
    message: typeof error.message === "string" ? error.message : "an error without a message",
    code: isObject(error.extensions) && typeof error.extensions.code === "string" ? error.extensions.code : null,
    path: Array.isArray(error.path) ? error.path.filter((part) => typeof part === "string" || typeof part === "number") : null,
  }));
}

function readCost(extensions: unknown): AnswerCost {
  const cost = isObject(extensions) && isObject(extensions.cost) ? extensions.cost : {};
  const throttle = isObject(cost.throttleStatus) ? cost.throttleStatus : {};
  const { maximumAvailable, currentlyAvailable, restoreRate } = throttle;
  return {
    requested: typeof cost.requestedQueryCost === "number" ? cost.requestedQueryCost : null,
    status:
      typeof maximumAvailable === "number" && typeof currentlyAvailable === "number" && typeof restoreRate === "number"
        ? { maximumAvailable, currentlyAvailable, restoreRate }
        : null,
  };
}

function retryAfterMs(value: string | null): number | null {
  const seconds = value === null ? NaN : Number(value);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 60) * 1_000 : null;
}
