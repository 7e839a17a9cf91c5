import { createHmac, timingSafeEqual } from "node:crypto";

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A JSON Web Token, HS256 (RFC 7519). `algorithm: "none"` makes one without a signature, for tests of those who read it. */
export function signJwt(claims: Record<string, unknown>, secret: string, algorithm: "HS256" | "none" = "HS256"): string {
  const content = `${encode({ alg: algorithm, typ: "JWT" })}.${encode(claims)}`;
  return `${content}.${algorithm === "none" ? "" : createHmac("sha256", secret).update(content).digest("base64url")}`;
}

/** The claims of a token signed with the secret, or null: tampered with, another algorithm, not a token. */
export function readJwt(token: string, secret: string): Record<string, unknown> | null {
  const [header = "", payload = "", signature = "", ...rest] = token.split(".");
  if (rest.length > 0) return null;
  try {
    const { alg } = JSON.parse(Buffer.from(header, "base64url").toString("utf8")) as { alg?: unknown };
    if (alg !== "HS256") return null;
    const expected = createHmac("sha256", secret).update(`${header}.${payload}`).digest();
    const given = Buffer.from(signature, "base64url");
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
    const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
    return typeof claims === "object" && claims !== null && !Array.isArray(claims) ? { ...claims } : null;
  } catch {
    return null;
  }
}
