import type { ProblemKind, TrackingProblem } from "~/domain/tracking/event";

import { problem, problemOfStatus } from "../reading/answers";
import { textAt } from "../reading/values";

/** Error codes with a meaning of their own. Source: error lists of UPS's OpenAPI files for OAuth, Track and Track Alert. */
const KINDS: Readonly<Record<string, ProblemKind>> = {
  "250002": "auth", "250003": "auth", "251004": "auth", UJ0001: "auth", "10401": "auth",
  "10004": "unavailable", VSS100: "unavailable", "10429": "rate_limit", "250050": "rate_limit",
  TW0001: "not_found", TV1002: "invalid",
};

/** UPS's errors as problems; a code that is not known is judged by the answer's HTTP status. */
export function upsErrors(errors: readonly unknown[], httpStatus: number | null): TrackingProblem[] {
  return errors.map((error) => {
    const code = textAt(error, "code");
    const kind = (code === null ? undefined : KINDS[code]) ?? problemOfStatus(httpStatus) ?? "invalid";
    return problem(kind, textAt(error, "message") ?? "UPS gave no reason.", { code });
  });
}

/** A warning stands where a package should: TW0001 means that nothing is known yet, with HTTP 200. */
export function upsWarning(warning: unknown, number: string | null): TrackingProblem {
  const code = textAt(warning, "code");
  const kind = (code === null ? undefined : KINDS[code]) ?? "invalid";
  return problem(kind, textAt(warning, "message") ?? "UPS gave no reason.", { number, code });
}
