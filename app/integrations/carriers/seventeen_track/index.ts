import type { CarrierAdapter } from "../port";
import {
  registerSeventeenTrack, SEVENTEEN_TRACK_BATCH, SEVENTEEN_TRACK_CREDENTIALS, testSeventeenTrack, trackSeventeenTrack, unregisterSeventeenTrack,
} from "./client";
import { explainSeventeenTrack } from "./explain";
import { parseSeventeenTrack } from "./parse";

/** 17TRACK: an aggregator; numbers are registered (one quota each), read in batches, and pushed. */
export const seventeenTrack: CarrierAdapter = {
  code: "17track",
  name: "17TRACK",
  kind: "aggregator",
  aliases: ["seventeen_track", "17_track"],
  credentials: SEVENTEEN_TRACK_CREDENTIALS,
  // Three requests a second and 40 items each (API reference); the day's registrations depend on the account.
  limits: { batch: SEVENTEEN_TRACK_BATCH, perSecond: 3, perDay: null },
  parse: parseSeventeenTrack,
  explain: explainSeventeenTrack,
  track: trackSeventeenTrack,
  register: registerSeventeenTrack,
  unregister: unregisterSeventeenTrack,
  // SHA-256 of the raw body, a slash and the key; no HMAC (webhook article 37470032453529 of the help centre).
  webhook: { kind: "hash", header: "sign", algorithm: "sha256", encoding: "hex", template: "{body}/{secret}", secretKey: "api_key" },
  test: testSeventeenTrack,
};
