import type { CarrierAdapter, CarrierContext } from "../port";
import { accessToken, TokenRefused, tokenKey, type TokenSource } from "./token";

/** Tests the credentials by asking for a token anew, past the one that is kept. */
export function testByToken(source: TokenSource): CarrierAdapter["test"] {
  return async (context) => {
    context.tokens.drop(tokenKey(source, context));
    try {
      await accessToken(source, context);
      return { ok: true, message: "The provider accepted the credentials." };
    } catch (error) {
      if (error instanceof TokenRefused) return { ok: false, message: error.problem.message };
      throw error;
    }
  };
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
    if (refused !== undefined) return { ok: false, message: refused.message };
    if (problems.some((one) => one.kind === "rate_limit")) return { ok: true, message: "The credentials work, but the quota is used up at present." };
    return { ok: true, message: "The provider accepted the credentials." };
  };
}
