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
  /** The id of the key that encrypts and hashes now; it stands in every envelope and hash. */
  keyId: string;
  /** The ids of all keys given, the present one first. */
  keyIds: readonly string[];
  /** What is stored of a key to recognise it by: nothing that is made with the key can be made with this. */
  keyChecks: readonly { id: string; check: string }[];
  /**
   * A keyed hash for equality look-up, `KEYID.HMAC`, made with the present key; scoped so that two shops' hashes of one
   * e-mail differ.
   */
  lookupHash(value: string, scope: string): string;
  /** Every hash under which a value may have been stored: of each key given, and the form without a key's id of before. */
  lookupHashes(value: string, scope: string): string[];
  /**
   * The tokens that a link of before may have: they were made with the first key instead of being stored. One for each key
   * given, 27 URL-safe characters of HMAC-SHA256.
   */
  derivedTokens(purpose: string, value: string): string[];
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

/** Keys that serve one purpose each, made of an encryption key. */
interface DerivedKeys {
  id: string;
  hash: Buffer;
  token: Buffer;
  check: string;
}

function derive({ id, bytes }: Key): DerivedKeys {
  const make = (purpose: string) => createHmac("sha256", bytes).update(purpose).digest();
  return { id, hash: make("milepost/lookup"), token: make("milepost/token"), check: make("milepost/key-check").toString("base64url").slice(0, 22) };
}

/**
 * @param current base64 of 32 bytes: encrypts and hashes
 * @param old keys that older envelopes and hashes were made with
 */
export function createSecrets(current: string, old: readonly string[] = []): Secrets {
  const key = toKey(current);
  const keys = new Map([key, ...old.map(toKey)].map((each) => [each.id, each]));
  const derived = [...keys.values()].map(derive);
  const present = derive(key);
  const hmac = (of: Buffer, scope: string, value: string) => createHmac("sha256", of).update(`${scope}\u0000${value}`).digest();

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
    keyIds: [...keys.keys()],
    keyChecks: derived.map(({ id, check }) => ({ id, check })),
    lookupHash: (value, scope) => `${present.id}.${hmac(present.hash, scope, value).toString("base64url")}`,
    lookupHashes: (value, scope) =>
      derived.flatMap(({ id, hash }) => {
        const made = hmac(hash, scope, value).toString("base64url");
        return [`${id}.${made}`, made];
      }),
    derivedTokens: (purpose, value) => derived.map(({ token }) => hmac(token, purpose, value).subarray(0, 20).toString("base64url")),
  };
}

/** The id of the key that an envelope or a look-up hash was made with; null for a hash of before, which names none. */
export function keyIdOf(made: string): string | null {
  const parts = made.split(".");
  return parts.length === 5 ? (parts[1] ?? null) : parts.length === 2 ? (parts[0] ?? null) : null;
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
