import type { ProblemKind } from "~/domain/tracking/event";

/**
 * What a fault of an Apigee gateway means, by the beginning of its code ("oauth.v2.InvalidApiKey", "steps.jwt.TokenExpired",
 * "policies.ratelimit.QuotaViolation"); null for a code that is none of these. Several carriers stand behind such a gateway,
 * and its faults come before the carrier is asked. Source: Apigee's list of policy and runtime errors.
 */
export function gatewayFault(code: string | null): ProblemKind | null {
  if (code === null) return null;
  if (/ratelimit|quota|spikearrest/i.test(code)) return "rate_limit";
  if (/^(oauth|keymanagement|steps\.(oauth|jwt|basicauthentication))\b/i.test(code)) return "auth";
  return /^(messaging|protocol)\b/i.test(code) ? "unavailable" : null;
}
