import type { ProblemKind, TrackingProblem } from "~/domain/tracking/event";

import { problem, problemOfStatus } from "../reading/answers";
import { at, firstText, textAt } from "../reading/values";

/** USPS says "not found yet" with HTTP 400 and one of these codes. Source: Error Inventory of USPS/api-examples. */
const KINDS: Readonly<Record<string, ProblemKind>> = {
  "150001": "not_found", "150002": "not_found", "150003": "not_found", "150004": "not_found", "150009": "not_found",
  "150008": "invalid", "150010": "invalid", "150011": "invalid", "150012": "invalid",
  invalid_client: "auth", unauthorized_client: "auth", invalid_token: "auth", access_denied: "auth",
};

/** An error in USPS's own form, in OAuth's, or in that of a failed element of a batch. */
export function uspsErrors(value: unknown, number: string | null, httpStatus: number | null): TrackingProblem {
  const error = at(value, "error");
  const first = at(error, "errors", 0);
  const code = firstText(at(first, "code"), typeof error === "string" ? error : null, at(error, "code"), at(value, "statusCode"));
  const words = firstText(at(first, "title"), at(error, "message"), at(value, "error_description"));
  const said = Number(firstText(at(value, "statusCode"), at(error, "code")) ?? Number.NaN);
  const own = Number.isInteger(said) && said >= 300 && said < 600 ? problemOfStatus(said) : null;
  const kind = (code === null ? undefined : KINDS[code]) ?? own ?? problemOfStatus(httpStatus) ?? "invalid";
  return problem(kind, words ?? "USPS gave no reason.", { number, code: textAt(first, "code") ?? code });
}
