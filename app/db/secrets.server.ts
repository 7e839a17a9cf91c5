import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/**
 * Encrypts what must not be readable in the database, and hashes what must be found again.
 *
 * An envelope is `v1.KEYID.IV.TAG.CIPHERTEXT` (base64url), AES-256-GCM with a random 96-bit IV; the key id and the
 * record's purpose are authenticated with it, so an envelope moved to another column does not open.
 */
export interface Secrets {
  encrypt(plain: string, purpose: string): string;
  decrypt(envelope: string, purpose: string): string;
  /** The id of the key that encrypts now; it stands in every envelope. */
  keyId: string;
  /** A keyed hash for equality look-up, scoped so that two shops' hashes of one e-mail differ. */
  lookupHash(value: string, scope: string): string;
  /**
   * A token for a link that is always the same for one thing: 160 bits of HMAC-SHA256 as 27 URL-safe characters.
   * It can be written into several messages while only its hash is stored; it outlives the rotation of keys.
   */
  deriveToken(purpose: string, value: string): string;
}

/** Thrown when an envelope cannot be opened: wrong key, wrong purpose, or tampered with. */
export class SecretError extends Error {
  override name = "SecretError";
}

interface Key {
  id: string;
  bytes: Buffer;
}

function toKey(base64: string): Key {
  const bytes = Buffer.from(base64, "base64");
  if (bytes.length !== 32) throw new SecretError("An encryption key must be 32 bytes in base64.");
  return { id: createHash("sha256").update(bytes).digest("hex").slice(0, 8), bytes };
}

/**
 * @param current base64 of 32 bytes: encrypts
 * @param old keys that may still open older envelopes; look-up hashes always use the first key ever, the last of
 *   `old`, or they would no longer match
 */
export function createSecrets(current: string, old: readonly string[] = []): Secrets {
  const key = toKey(current);
  const keys = new Map([key, ...old.map(toKey)].map((each) => [each.id, each]));
  const hashRoot = old.length > 0 ? toKey(old[old.length - 1] ?? current) : key;
  const hashKey = createHmac("sha256", hashRoot.bytes).update("milepost/lookup").digest();
  const tokenKey = createHmac("sha256", hashRoot.bytes).update("milepost/token").digest();

  return {
    encrypt(plain, purpose) {
      const iv = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", key.bytes, iv);
      cipher.setAAD(Buffer.from(`${key.id}:${purpose}`));
      const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      return ["v1", key.id, iv.toString("base64url"), cipher.getAuthTag().toString("base64url"), body.toString("base64url")].join(".");
    },
    decrypt(envelope, purpose) {
      const [version, keyId, iv, tag, body] = envelope.split(".");
      if (version !== "v1" || !keyId || !iv || !tag || body === undefined) throw new SecretError("Not an encrypted value.");
      const found = keys.get(keyId);
      if (!found) throw new SecretError(`No encryption key with id ${keyId}; add it to MILEPOST_ENCRYPTION_KEYS_OLD.`);
      try {
        const decipher = createDecipheriv("aes-256-gcm", found.bytes, Buffer.from(iv, "base64url"));
        decipher.setAAD(Buffer.from(`${keyId}:${purpose}`));
        decipher.setAuthTag(Buffer.from(tag, "base64url"));
        return Buffer.concat([decipher.update(Buffer.from(body, "base64url")), decipher.final()]).toString("utf8");
      } catch {
        throw new SecretError("An encrypted value could not be opened: it was changed, or belongs elsewhere.");
      }
    },
    keyId: key.id,
    deriveToken: (purpose, value) =>
      createHmac("sha256", tokenKey).update(`${purpose}\u0000${value}`).digest().subarray(0, 20).toString("base64url"),
    lookupHash: (value, scope) => createHmac("sha256", hashKey).update(`${scope}\u0000${value}`).digest("base64url"),
  };
}

/** A random token for a link: 160 bits, URL-safe. */
export function newToken(): string {
  return randomBytes(20).toString("base64url");
}

/** A secret of exactly 32 characters, for providers that sign with one of ours. */
export function newSharedSecret(): string {
  return randomBytes(24).toString("base64url");
}

/** What is stored of a token. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** Compares without telling by its time where two values differ. */
export function sameSecret(a: string, b: string): boolean {
  const left = createHash("sha256").update(a).digest();
  const right = createHash("sha256").update(b).digest();
  return timingSafeEqual(left, right);
}
