import type { ParsedAnswer } from "~/domain/tracking/event";

import type { CarrierAdapter } from "../port";
import { onlyProblems, problem, problemOfStatus, unparsable, unreadable } from "../reading/answers";
import { decodeBody } from "../reading/body";
import { at, listAt, textAt } from "../reading/values";
import { rejection, seventeenTrackProblem } from "./errors";
import { readTrackItem } from "./item";

/** Reads 17TRACK's answers (read, register, errors) and its two webhooks. */
export const parseSeventeenTrack: CarrierAdapter["parse"] = (body, context) => {
  const decoded = decodeBody(body);
  if (decoded.kind === "unreadable") return unreadable(decoded.why, context.httpStatus);
  const value = decoded.value;
  if (textAt(value, "event") !== null) return readWebhook(value, context.receivedAt);
  const code = textAt(value, "code");
  const errors = listAt(value, "data", "errors");
  if (errors.length > 0) return onlyProblems(...errors.map((error) => seventeenTrackProblem(error, null)));
  if (code !== null && code !== "0") return onlyProblems(seventeenTrackProblem({ code, message: at(value, "message") }, null));
  if (code === "0" && at(value, "data") !== undefined) return readItems(value, context.receivedAt);
  const kind = problemOfStatus(context.httpStatus);
  return kind === null ? unparsable("none of 17TRACK's forms") : onlyProblems(problem(kind, `17TRACK answered HTTP ${context.httpStatus ?? 0}.`, { code: context.httpStatus }));
};

function readItems(value: unknown, receivedAt: number): ParsedAnswer {
  const answer: ParsedAnswer = { shipments: [], problems: [] };
  for (const item of listAt(value, "data", "accepted")) {
    const known = readTrackItem(item, receivedAt);
    if (known !== null) answer.shipments.push(known);
  }
  for (const item of listAt(value, "data", "rejected")) answer.problems.push(rejection(item));
  return answer;
}

/** TRACKING_STOPPED tells nothing about where a shipment is. */
function readWebhook(value: unknown, receivedAt: number): ParsedAnswer {
  const event = textAt(value, "event");
  if (event === "TRACKING_STOPPED") return onlyProblems();
  if (event !== "TRACKING_UPDATED") return unparsable("a kind of message that 17TRACK's reference does not name");
  const known = readTrackItem(at(value, "data"), receivedAt);
  return known === null ? unparsable("17TRACK's message names no tracking number") : { shipments: [known], problems: [] };
}
