import { z } from "zod";

/** An access token as Shopify's token endpoint grants it. Seconds are counted from the answer. */
export interface TokenGrant {
  accessToken: string;
  scope: string | undefined;
  /** Absent for a token that never expires. */
  expiresInS: number | undefined;
  refreshToken: string | undefined;
  refreshTokenExpiresInS: number | undefined;
}

/**
 * What an answer of the token endpoint means:
 * - `granted`: a new token
 * - `refused`: the token that was presented is of no use any more; only a new token exchange helps
 * - `denied`: the shop is frozen, locked or gone: neither a repeat nor another token helps
 * - `unavailable`: the answer says nothing about the token; the request may be repeated later
 */
export type TokenAnswer = { kind: "granted"; grant: TokenGrant } | { kind: "refused" } | { kind: "denied" | "unavailable"; reason: string };

const grantSchema = z.object({
  access_token: z.string().min(1),
  scope: z.string().optional(),
  expires_in: z.number().positive().optional(),
  refresh_token: z.string().optional(),
  refresh_token_expires_in: z.number().positive().optional(),
});

const refusalSchema = z.object({ error: z.string(), error_description: z.string().optional() });

/** Statuses about the shop as a whole (shopify.dev, "API response status and error codes"). */
const DENIED: Readonly<Record<number, string>> = {
  402: "the shop is frozen until its bill is paid",
  404: "Shopify does not know this shop any more",
  423: "the shop is locked",
};

/** OAuth errors that say that the presented token is revoked, expired or replaced. */
const TOKEN_REFUSED: ReadonlySet<string> = new Set(["invalid_grant", "invalid_subject_token", "app_not_installed"]);

/** More of an error page is not looked at, characters. */
const LONGEST_ERROR_PAGE = 2_000;

/**
 * Reads an answer of POST /admin/oauth/access_token to a refresh or to an exchange of a stored token.
 *
 * Only 400 and 401 can be about the token (RFC 6749, section 5.2), and then only with an error that names it: after an
 * uninstall or a revocation Shopify answers 401 `invalid_request`, "This request requires an active refresh_token". An
 * error about the client (`invalid_client`, `application_cannot_be_found`) is about this app's own configuration: every
 * shop would lose its token by it. 403 comes from the network in front of Shopify (an address that is not allowed), 408,
 * 429 and 430 are limits, so those and everything unknown may be repeated.
 */
export function readTokenAnswer(status: number, body: string): TokenAnswer {
  if (status >= 200 && status < 300) {
    const parsed = grantSchema.safeParse(parseJson(body));
    if (!parsed.success) return { kind: "unavailable", reason: "Shopify's answer cannot be read" };
    const { access_token, scope, expires_in, refresh_token, refresh_token_expires_in } = parsed.data;
    return {
      kind: "granted",
      grant: { accessToken: access_token, scope, expiresInS: expires_in, refreshToken: refresh_token, refreshTokenExpiresInS: refresh_token_expires_in },
    };
  }
  const denied = DENIED[status];
  if (denied) return { kind: "denied", reason: denied };
  if (status !== 400 && status !== 401) return { kind: "unavailable", reason: `Shopify answered ${status}` };
  const { error, description } = readRefusal(body);
  const namesToken = /\b(?:refresh|subject|access)_token\b/.test(description);
  if (TOKEN_REFUSED.has(error) || (error === "invalid_request" && namesToken)) return { kind: "refused" };
  if (error === "invalid_client" || error === "application_cannot_be_found") {
    return { kind: "unavailable", reason: "Shopify refuses the app's client id or secret; see SHOPIFY_API_KEY and SHOPIFY_API_SECRET" };
  }
  return { kind: "unavailable", reason: `Shopify answered ${status}${error ? ` ${error}` : ""}` };
}

/** The OAuth error code and its description; Shopify answers some errors as a page titled "Oauth error CODE". */
function readRefusal(body: string): { error: string; description: string } {
  const parsed = refusalSchema.safeParse(parseJson(body));
  const said = parsed.success ? parsed.data.error : (/Oauth error (\w+)/i.exec(body.slice(0, LONGEST_ERROR_PAGE))?.[1] ?? "");
  // The code goes into messages: nothing but a code may get there.
  const error = /^[a-z_]{1,60}$/.test(said) ? said : "";
  return { error, description: parsed.success ? (parsed.data.error_description ?? "").slice(0, LONGEST_ERROR_PAGE) : "" };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return null;
  }
}
