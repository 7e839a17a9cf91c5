import type { ParsedAnswer, ProblemKind, TrackingProblem } from "~/domain/tracking/event";

import type { CarrierAdapter } from "../port";
import { onlyProblems, problem, problemOfStatus, unparsable, unreadable } from "./answers";
import { decodeBody } from "./body";

export type ParseContext = Parameters<CarrierAdapter["parse"]>[1];

/**
 * Makes a provider's `parse` out of what reads its decoded body. `read` gives null for a form it does not know:
 * then the HTTP status tells what it can, and a success nobody understands is `unparsable`.
 */
export function parser(
  name: string,
  read: (value: unknown, context: ParseContext, kind: "json" | "xml") => ParsedAnswer | null,
): CarrierAdapter["parse"] {
  return (body, context) => {
    const decoded = decodeBody(body);
    if (decoded.kind === "unreadable") return unreadable(decoded.why, context.httpStatus);
    const answer = read(decoded.value, context, decoded.kind);
    if (answer !== null) return answer;
    const kind = problemOfStatus(context.httpStatus);
    if (kind === null) return unparsable(`none of ${name}'s forms`);
    return onlyProblems(problem(kind, `${name} answered HTTP ${context.httpStatus ?? 0}.`, { code: context.httpStatus }));
  };
}

/** A problem that the provider stated itself: its code decides the kind, then HTTP's, then it is the request's fault. */
export function stated(
  kinds: Readonly<Record<string, ProblemKind>>,
  said: { code: string | null; message: string | null; number?: string | null },
  httpStatus: number | null,
): TrackingProblem {
  const known = said.code !== null && Object.hasOwn(kinds, said.code) ? kinds[said.code] : undefined;
  return problem(known ?? problemOfStatus(httpStatus) ?? "invalid", said.message ?? "The provider gave no reason.", {
    number: said.number ?? null,
    code: said.code,
  });
}

/** Several answers as one. */
export function together(parts: readonly ParsedAnswer[]): ParsedAnswer {
  return { shipments: parts.flatMap((part) => part.shipments), problems: parts.flatMap((part) => part.problems) };
}
