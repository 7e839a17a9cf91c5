import type { z } from "zod";

import { boundedText } from "../tracking/text/bounded-text";

/** A field's name is repeated as far as this, and so many of those that do not exist, in UTF-16 units and fields. */
const MAX_NAME = 60;
const MAX_UNKNOWN = 20;

/** One thing that is wrong with what was sent: where, and what to do. */
export interface ApiProblem {
  /** "shipments[3].number"; "" for the body as a whole. */
  path: string;
  message: string;
}

/** zod's issues with their places written as in code, below `at`. */
export function problemsOf(error: z.ZodError, at: string): ApiProblem[] {
  return error.issues.flatMap((issue) => {
    const path = writePath(at, issue.path);
    // A name that does not exist is most often a slip: it is named by itself.
    if (issue.code === "unrecognized_keys") return issue.keys.slice(0, MAX_UNKNOWN).map((key) => ({ path: writePath(path, [key]), message: "There is no such field." }));
    return [{ path, message: issue.message }];
  });
}

function writePath(at: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>((sum, step) => (typeof step === "number" ? `${sum}[${step}]` : sum === "" ? nameOf(step) : `${sum}.${nameOf(step)}`), at);
}

function nameOf(step: PropertyKey): string {
  return boundedText(String(step), MAX_NAME);
}
