import type { ProblemKind, TrackingProblem } from "~/domain/tracking/event";

import { problem } from "../reading/answers";
import { at, textAt } from "../reading/values";

/** Source: 17TRACK's help centre, article 37570440168473 (error codes); what is not named here is a fault of the request. */
const KINDS: Readonly<Record<string, ProblemKind>> = {
  "-18010001": "auth", "-18010002": "auth", "-18010004": "auth", "-18010005": "auth",
  "-18010003": "unavailable", "-18019815": "unavailable", "-18019816": "unavailable",
  "-18019902": "not_found", "-18019909": "not_found",
  "-18019907": "rate_limit", "-18019908": "rate_limit",
};

/** Registered already: what was wanted is so. */
export const ALREADY_REGISTERED = "-18019901";
/** Only what is stopped can be tracked again: it is being tracked. */
export const NOT_STOPPED = "-18019904";
export const NOT_REGISTERED = "-18019902";
/** Only what is being tracked can be stopped: it is stopped. */
export const ALREADY_STOPPED = "-18019906";

/** One of 17TRACK's errors as a problem of a number, or of the whole request where `number` is null. */
export function seventeenTrackProblem(error: unknown, number: string | null): TrackingProblem {
  const code = textAt(error, "code");
  const kind = (code === null ? undefined : KINDS[code]) ?? "invalid";
  return problem(kind, textAt(error, "message") ?? "17TRACK gave no reason.", { number, code });
}

/** An item of 17TRACK's `rejected` list as its number's problem. */
export function rejection(item: unknown): TrackingProblem {
  return seventeenTrackProblem(at(item, "error"), textAt(item, "number"));
}
