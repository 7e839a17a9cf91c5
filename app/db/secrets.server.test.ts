import { randomBytes } from "node:crypto";

import { describe, expect, it } from "vitest";

import { createSecrets, SecretError } from "./secrets.server";

const key = () => randomBytes(32).toString("base64");

describe("secrets", () => {
  it("open what they closed, for the same purpose alone", () => {
    const secrets = createSecrets(key());
    const envelope = secrets.encrypt("anna@example.com", "order.email");
    expect(secrets.decrypt(envelope, "order.email")).toBe("anna@example.com");
    expect(() => secrets.decrypt(envelope, "order.phone")).toThrow(SecretError);
    expect(envelope).not.toContain("anna");
  });

  it("derive the same token for the same thing, also after the key was rotated", () => {
    const first = key();
    const before = createSecrets(first);
    const after = createSecrets(key(), [first]);
    const token = before.deriveToken("tracking-link", "shop:order");
    expect(token).toMatch(/^[\w-]{27}$/);
    expect(after.deriveToken("tracking-link", "shop:order")).toBe(token);
    expect(after.lookupHash("x", "y")).toBe(before.lookupHash("x", "y"));
  });

  it("derive tokens that tell nothing of one another", () => {
    const secrets = createSecrets(key());
    const tokens = [
      secrets.deriveToken("tracking-link", "a"),
      secrets.deriveToken("tracking-link", "b"),
      secrets.deriveToken("other", "a"),
      createSecrets(key()).deriveToken("tracking-link", "a"),
      secrets.lookupHash("a", "tracking-link").slice(0, 27),
    ];
    expect(new Set(tokens).size).toBe(tokens.length);
  });
});
