import type { TrackingProblem } from "~/domain/tracking/event";

import type { CarrierAdapter, CarrierContext } from "../port";
import { tokenAt } from "../reading/values";
import { accessToken, TokenRefused, tokenKey, type TokenSource } from "./token";

/**
 * Tests the credentials by asking for a token anew, past the one that is kept.
 * @param complaint what is wrong with a token that was given all the same (its rights, say); null when nothing is
 */
export function testByToken(source: TokenSource, complaint: (answer: unknown) => string | null = () => null): CarrierAdapter["test"] {
  return async (context) => {
    context.tokens.drop(tokenKey(source, context));
    let wrong: string | null = null;
    const read = (answer: unknown) => {
      wrong = complaint(answer);
      return source.read === undefined ? tokenAt(answer, "access_token") : source.read(answer);
    };
    try {
      await accessToken({ ...source, read }, context);
      if (wrong !== null) return { ok: false, message: wrong };
      return { ok: true, message: "The provider accepted the credentials." };
    } catch (error) {
      if (error instanceof TokenRefused) return { ok: false, message: error.problem.message };
      throw error;
    }
  };
}

const REASONS: Readonly<Record<TrackingProblem["kind"], string>> = {
  auth: "The provider refuses the credentials.",
  unavailable: "The provider cannot be reached, or does not answer at present.",
  unparsable: "What answered is no tracking data of this provider.",
  rate_limit: "The provider asks for a pause: the quota is used up at present.",
  not_found: "The provider knows nothing of the number it was asked for.",
  invalid: "The provider refuses the request.",
};

/**
 * Why a test of a connection did not succeed, in our own words and with the provider's code alone: what another service
 * wrote is not repeated to who filled in the fields.
 */
export function whyRefused({ kind, code }: Pick<TrackingProblem, "kind" | "code">): string {
  const reason = REASONS[kind];
  return code !== null && /^[\w.-]{1,40}$/.test(code) ? `${reason.slice(0, -1)} (code ${code}).` : reason;
}

/**
 * Tests the credentials by asking for a number that should not exist: any answer but a refusal shows that they work.
 * Costs one call of the quota.
 */
export function testByNumber(track: CarrierAdapter["track"], number: string): CarrierAdapter["test"] {
  return async (context: CarrierContext) => {
    const query = { number, carrier: null, destinationCountry: null, destinationPostalCode: null, shippedAt: null, locale: null };
    const { problems } = await track([query], context);
    const refused = problems.find((one) => one.kind === "auth" || one.kind === "unavailable" || one.kind === "unparsable");
    if (refused !== undefined) return { ok: false, message: whyRefused(refused) };
    if (problems.some((one) => one.kind === "rate_limit")) return { ok: true, message: "The credentials work, but the quota is used up at present." };
    return { ok: true, message: "The provider accepted the credentials." };
  };
}
