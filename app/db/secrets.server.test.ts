import { randomBytes } from "node:crypto";

import { describe, expect, it } from "vitest";

import { createSecrets, keyIdOf, SecretError } from "./secrets.server";

const key = () => randomBytes(32).toString("base64");

describe("secrets", () => {
  it("open what they closed, for the same purpose alone", () => {
    const secrets = createSecrets(key());
    const envelope = secrets.encrypt("anna@example.com", "order.email");
    expect(secrets.decrypt(envelope, "order.email")).toBe("anna@example.com");
    expect(() => secrets.decrypt(envelope, "order.phone")).toThrow(SecretError);
    expect(envelope).not.toContain("anna");
  });

  it("name the key that made a hash or an envelope, and find what any key given made", () => {
    const first = key();
    const before = createSecrets(first);
    const after = createSecrets(key(), [first]);
    const hash = before.lookupHash("x", "y");
    expect(keyIdOf(hash)).toBe(before.keyId);
    expect(keyIdOf(before.encrypt("x", "y"))).toBe(before.keyId);
    expect(keyIdOf(hash.split(".")[1] ?? "")).toBeNull();
    expect(after.lookupHash("x", "y")).not.toBe(hash);
    expect(after.keyIds).toEqual([after.keyId, before.keyId]);
    for (const stored of [hash, hash.split(".")[1], after.lookupHash("x", "y")]) expect(after.lookupHashes("x", "y")).toContain(stored);
    expect(createSecrets(key()).lookupHashes("x", "y")).not.toContain(hash);
    expect(after.keyChecks.map((each) => each.id)).toEqual(after.keyIds);
    expect(new Set(after.keyChecks.map((each) => each.check)).size).toBe(2);
  });

  it("derive the tokens of links of before with every key given, and none that tells anything of another", () => {
    const first = key();
    const before = createSecrets(first);
    const [token] = before.derivedTokens("tracking-link", "shop:order");
    expect(token).toMatch(/^[\w-]{27}$/);
    expect(createSecrets(key(), [key(), first]).derivedTokens("tracking-link", "shop:order")).toContain(token);
    const tokens = [
      token,
      ...before.derivedTokens("tracking-link", "b"),
      ...before.derivedTokens("other", "shop:order"),
      ...createSecrets(key()).derivedTokens("tracking-link", "shop:order"),
      before.lookupHash("shop:order", "tracking-link").split(".")[1]?.slice(0, 27),
    ];
    expect(new Set(tokens).size).toBe(tokens.length);
  });
});
