import type { TrackingStatus } from "~/domain/tracking/status";
import type { CarrierAdapter, Credentials } from "~/integrations/carriers/port";

import type { FakeAnswer, Seen } from "./fake-provider";

/** What the battery must know of a provider to play it. */
export interface ContractCase {
  adapter: CarrierAdapter;
  credentials: Credentials;
  /** Makes the nth number that this provider would take. */
  number(n: number): string;
  /** Where the provider gives tokens, and the form of its answer; absent where a key does. */
  token?: { path: string; accepts(seen: Seen): boolean; answer(token: string): string };
  /** Whether a request for tracking is well formed and carries `token` (or the key of `credentials`). */
  accepts(seen: Seen, token: string): boolean;
  /** The numbers that a request asks about. */
  asked(seen: Seen): string[];
  /** The answer about numbers of which some are known and some are not. */
  answer(known: readonly string[], unknown: readonly string[]): FakeAnswer;
  /** The status that `answer` gives the known ones. */
  means: TrackingStatus;
  /** How the provider refuses a key or token; HTTP 401 with an empty object when absent. */
  refusal?: FakeAnswer;
}
