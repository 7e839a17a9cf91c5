import { address, segment } from "../calling/address";
import { BASE_URL_FIELD, credential, JSON_HEADERS } from "../calling/connection";
import { createRegister } from "../calling/register";
import { whyRefused } from "../calling/test";
import { createTrack, readAnswer } from "../calling/track";
import type { CarrierAdapter, CarrierContext, CredentialField, HttpRequest, RegisterAnswer, TrackingQuery } from "../port";
import { decodeBody } from "../reading/body";
import { at, listAt, numberOf, textAt } from "../reading/values";
import { carrierOfKey, keyOfCarrier } from "./carrier-keys";
import { ALREADY_REGISTERED, ALREADY_STOPPED, NOT_REGISTERED, NOT_STOPPED, rejection } from "./errors";
import { parseSeventeenTrack } from "./parse";

/** Items in one request, the same for all paths (API reference). */
export const SEVENTEEN_TRACK_BATCH = 40;
const TIMEOUT_MS = 30_000;

function post(context: CarrierContext, path: string, items: unknown, idempotent: boolean): HttpRequest {
  const version = credential(context, "version") || "v2.4";
  return {
    method: "POST",
    url: address(context, "https://api.17track.net", `/track/${segment(version)}/${path}`),
    headers: { ...JSON_HEADERS, "17token": credential(context, "api_key") },
    body: JSON.stringify(items),
    timeoutMs: TIMEOUT_MS,
    idempotent,
  };
}

function pair(query: TrackingQuery): Record<string, unknown> {
  const key = keyOfCarrier(query.carrier);
  return { number: query.number, ...(key === null ? {} : { carrier: key }) };
}

export const trackSeventeenTrack = createTrack({
  batch: SEVENTEEN_TRACK_BATCH,
  request: (queries, context) => post(context, "gettrackinfo", queries.map(pair), true),
  parse: parseSeventeenTrack,
});

/**
 * Each accepted number costs one of the quota. A number registered before is refused by 17TRACK; it may have been
 * stopped since, so it is tracked again (which 17TRACK does once, and says so when asked a second time).
 * No language is asked for: a translation costs one more, and shoppers read Milepost's own sentences.
 */
export const registerSeventeenTrack: NonNullable<CarrierAdapter["register"]> = async (queries, context) => {
  const before = new Set<string>();
  const answer = await registerNew(before)(queries, context);
  const known = queries.filter((query) => before.has(query.number));
  if (known.length === 0) return answer;
  const again = await retrack(known, context);
  const accepted = new Set(again.accepted.map((one) => one.number));
  const unsaid = known.filter((query) => !accepted.has(query.number) && !again.problems.some((one) => one.number === query.number));
  return {
    accepted: answer.accepted.filter((one) => !before.has(one.number) || accepted.has(one.number)),
    problems: [...answer.problems, ...again.problems],
    // Whether these are followed is not known: they are asked for once more, and cost nothing.
    ...(unsaid.length > 0 || answer.uncertain ? { uncertain: [...(answer.uncertain ?? []), ...unsaid.map((query) => query.number)] } : {}),
  };
};

const retrack = createRegister({
  batch: SEVENTEEN_TRACK_BATCH,
  request: (queries, context) => post(context, "retrack", queries.map(pair), true),
  read: (body) => readRegister(body, [NOT_STOPPED, ALREADY_REGISTERED]),
  parse: parseSeventeenTrack,
});

const registerNew = (before: Set<string>) => createRegister({
  batch: SEVENTEEN_TRACK_BATCH,
  request: (queries, context) => {
    const named = (credential(context, "version") || "v2.4") !== "v2.2";
    const item = (query: TrackingQuery) => ({
      ...pair(query),
      // v2.2 has one field for all extra data and no name for these.
      ...(named && query.destinationCountry !== null ? { destination_country: query.destinationCountry } : {}),
      ...(named && query.destinationPostalCode !== null ? { destination_postal_code: query.destinationPostalCode } : {}),
    });
    // A second registration of the same pair is refused without cost, so trying again does no harm.
    return post(context, "register", queries.map(item), true);
  },
  read: (body) => readRegister(body, [ALREADY_REGISTERED], before),
  parse: parseSeventeenTrack,
});

export const unregisterSeventeenTrack = createRegister({
  batch: SEVENTEEN_TRACK_BATCH,
  request: (queries, context) => post(context, "stoptrack", queries.map(pair), true),
  read: (body) => readRegister(body, [NOT_REGISTERED, ALREADY_STOPPED]),
  parse: parseSeventeenTrack,
});

/** @param known told the numbers that are fine although they were rejected */
function readRegister(body: string, fine: readonly string[], known?: Set<string>): RegisterAnswer | null {
  const decoded = decodeBody(body);
  if (decoded.kind !== "json" || textAt(decoded.value, "code") !== "0") return null;
  const answer: RegisterAnswer = { accepted: [], problems: [] };
  const accept = (item: unknown) => {
    const number = textAt(item, "number");
    if (number !== null) answer.accepted.push({ number, carrier: carrierOfKey(numberOf(at(item, "carrier"))) });
  };
  for (const item of listAt(decoded.value, "data", "accepted")) accept(item);
  for (const item of listAt(decoded.value, "data", "rejected")) {
    if (fine.includes(textAt(item, "error", "code") ?? "")) {
      accept(item);
      known?.add(textAt(item, "number") ?? "");
    } else answer.problems.push(rejection(item));
  }
  return answer;
}

/** Reading the quota is free. */
export const testSeventeenTrack: CarrierAdapter["test"] = async (context) => {
  const answer = await context.http.send(post(context, "getquota", [], true));
  const { problems } = readAnswer(parseSeventeenTrack, answer, context.now());
  const first = problems[0];
  if (first !== undefined) return { ok: false, message: whyRefused(first) };
  const decoded = decodeBody(answer.body);
  const left = decoded.kind === "json" ? textAt(decoded.value, "data", "quota_remain") : null;
  return { ok: true, message: left === null || !/^\d{1,12}$/.test(left) ? "17TRACK accepted the key." : `17TRACK accepted the key; ${left} of the quota left.` };
};

export const SEVENTEEN_TRACK_CREDENTIALS: readonly CredentialField[] = [
  { key: "api_key", label: "Security key", kind: "secret", required: true, help: "From 17TRACK's API dashboard, Settings, Security. It also signs the webhooks." },
  {
    key: "version", label: "API version", kind: "choice", required: false, default: "v2.4", help: "The version that your webhook is set to on 17TRACK's dashboard.",
    choices: [{ value: "v2.4", label: "2.4" }, { value: "v2.2", label: "2.2" }],
  },
  BASE_URL_FIELD,
];
