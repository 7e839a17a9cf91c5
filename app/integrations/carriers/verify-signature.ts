import { createHash, createHmac, createPublicKey, timingSafeEqual, verify, type JsonWebKey } from "node:crypto";

import type { AddressProof, CarrierAdapter, Credentials, Freshness, WebhookScheme } from "./port";
import { at, text } from "./reading/values";

export type Verdict = { ok: true } | { ok: false; why: "no_secret" | "no_signature" | "wrong_signature" | "unreadable_body" | "unknown_key" | "stale" };

/** What came in, exactly as it came. Header names in lower case. */
export interface SignedRequest {
  body: Uint8Array;
  headers: Readonly<Record<string, string | undefined>>;
  /** The provider's public keys (JWKS), for schemes of kind "rsa". */
  keys?: readonly (JsonWebKey & { kid?: string })[];
  /** When it came in, milliseconds since the epoch; without it nothing passes whose age counts. */
  now?: number;
}

/** A sender's clock may be ahead of ours by so much, ms. */
const AHEAD_MS = 5 * 60_000;

const WRONG: Verdict = { ok: false, why: "wrong_signature" };

/** The scheme by which this connection's pushes are checked; undefined where the provider does not push. */
export function schemeOf(adapter: Pick<CarrierAdapter, "webhook" | "webhookBy">, credentials: Credentials): WebhookScheme | AddressProof | undefined {
  const { webhookBy } = adapter;
  return (webhookBy && webhookBy.schemes[credentials[webhookBy.key] ?? ""]) ?? adapter.webhook;
}

/**
 * Whether a webhook was sent by who knows the secret. Works on the raw bytes and compares in constant time.
 * A scheme without a configured secret never passes.
 */
export function verifySignature(scheme: WebhookScheme | AddressProof, received: SignedRequest, credentials: Credentials): Verdict {
  const verdict = verifySigned(scheme, received, credentials);
  // The age is worth something only where it is signed, so it is looked at last.
  const freshness = "freshness" in scheme ? scheme.freshness : undefined;
  return verdict.ok && freshness !== undefined && !isFresh(freshness, received) ? { ok: false, why: "stale" } : verdict;
}

function isFresh({ header, withinMs }: Freshness, { headers, now = Number.NaN }: SignedRequest): boolean {
  const age = now - Date.parse(headers[header.toLowerCase()] ?? "");
  return age <= withinMs && age >= -AHEAD_MS;
}

function verifySigned(scheme: WebhookScheme | AddressProof, received: SignedRequest, credentials: Credentials): Verdict {
  if (scheme.kind === "address") return { ok: true };
  const request = scheme.kind === "hmac" && scheme.renamed !== undefined ? withUsualNames(scheme.renamed, received, credentials) : received;
  const given = request.headers[scheme.header.toLowerCase()]?.trim();
  if (scheme.kind === "rsa") return given === undefined || given === "" ? { ok: false, why: "no_signature" } : verifyRsa(scheme, request, given);
  const secret = credentials[scheme.secretKey];
  if (secret === undefined || secret === "") return { ok: false, why: "no_secret" };
  if (given === undefined || given === "") return { ok: false, why: "no_signature" };
  if (scheme.kind === "hash") return verifyDigest(given, createHash(scheme.algorithm), fill(scheme.template, request, secret, {}), "hex");
  const prefix = scheme.prefix ?? "";
  if (!given.startsWith(prefix)) return WRONG;
  const rest = given.slice(prefix.length);
  if (scheme.kind === "bearer") return equal(rest, secret) ? { ok: true } : WRONG;

  const parts = scheme.part === undefined ? {} : partsOf(rest);
  const signature = scheme.part === undefined ? rest : parts[scheme.part];
  if (signature === undefined) return WRONG;
  const key = scheme.normaliseSecret === undefined ? secret : secret.normalize(scheme.normaliseSecret);
  return verifyDigest(signature, createHmac(scheme.algorithm, key), fill(scheme.template, request, secret, parts), scheme.encoding);
}

/** Headers that a merchant named otherwise, under the names that the scheme uses. */
function withUsualNames(renamed: Readonly<Record<string, string>>, request: SignedRequest, credentials: Credentials): SignedRequest {
  const headers = { ...request.headers };
  for (const [usual, key] of Object.entries(renamed)) {
    const own = credentials[key]?.trim().toLowerCase() ?? "";
    if (own !== "") headers[usual] = request.headers[own];
  }
  return { ...request, headers };
}

function verifyDigest(given: string, digest: ReturnType<typeof createHmac> | ReturnType<typeof createHash>, signed: Buffer | null, encoding: "hex" | "base64"): Verdict {
  if (signed === null) return { ok: false, why: "unreadable_body" };
  const expected = digest.update(signed).digest(encoding);
  return equal(encoding === "hex" ? given.toLowerCase() : given, expected) ? { ok: true } : WRONG;
}

function verifyRsa(scheme: Extract<WebhookScheme, { kind: "rsa" }>, request: SignedRequest, given: string): Verdict {
  const id = request.headers[scheme.keyIdHeader.toLowerCase()];
  const key = request.keys?.find((one) => one.kid !== undefined && one.kid === id && one.kty === "RSA");
  if (key === undefined) return { ok: false, why: "unknown_key" };
  const signed = fill(scheme.template, request, "", {});
  if (signed === null) return { ok: false, why: "unreadable_body" };
  try {
    const good = verify("RSA-SHA256", signed, createPublicKey({ key, format: "jwk" }), Buffer.from(given, "base64"));
    return good ? { ok: true } : WRONG;
  } catch {
    return { ok: false, why: "unknown_key" };
  }
}

/** "t=1688,v1=abc" as its parts. */
function partsOf(header: string): Record<string, string | undefined> {
  return Object.fromEntries(
    header.split(",").map((piece) => {
      const sign = piece.indexOf("=");
      return [piece.slice(0, sign).trim(), piece.slice(sign + 1).trim()];
    }),
  );
}

/** Puts together what was signed; null when the template asks for a field that the body or the head does not have. */
function fill(template: string, request: SignedRequest, secret: string, parts: Readonly<Record<string, string | undefined>>): Buffer | null {
  const pieces: Uint8Array[] = [];
  for (const piece of template.split(/(\{[^{}]+\})/)) {
    const value = valueOf(piece, request, secret, parts);
    if (value === null) return null;
    pieces.push(value);
  }
  return Buffer.concat(pieces);
}

function valueOf(piece: string, request: SignedRequest, secret: string, parts: Readonly<Record<string, string | undefined>>): Uint8Array | null {
  if (piece === "{body}") return request.body;
  if (piece === "{secret}") return Buffer.from(secret);
  const [, kind, name] = /^\{(header|json|part):([^{}]+)\}$/.exec(piece) ?? [];
  if (kind === undefined || name === undefined) return Buffer.from(piece);
  const value = kind === "header" ? request.headers[name.toLowerCase()] : kind === "part" ? parts[name] : jsonField(request.body, name);
  return value === undefined || value === null ? null : Buffer.from(value);
}

function jsonField(body: Uint8Array, path: string): string | null {
  try {
    const found = at(JSON.parse(Buffer.from(body).toString("utf8")) as unknown, ...path.split("."));
    // A text is signed exactly as sent, blanks at its ends among it.
    return typeof found === "string" ? found : text(found);
  } catch {
    return null;
  }
}

/** Compares digests of both sides, so that neither content nor length shows in the time it takes. */
function equal(a: string, b: string): boolean {
  const digest = (value: string) => createHash("sha256").update(value).digest();
  return timingSafeEqual(digest(a), digest(b));
}
