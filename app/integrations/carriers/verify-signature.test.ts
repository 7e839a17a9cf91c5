import { createHash, createHmac } from "node:crypto";

import { describe, expect, it } from "vitest";

import type { WebhookScheme } from "./port";
import { seventeenTrack } from "./seventeen_track";
import { ups } from "./ups";
import { usps } from "./usps";
import { verifySignature } from "./verify-signature";

const body = Buffer.from('{"timestamp":"2026-11-24T08:00:00Z","payload":"{\\"a\\": 1}","größe":"\u00a0"}');
const hmac: WebhookScheme = { kind: "hmac", header: "X-Sign", algorithm: "sha256", encoding: "hex", prefix: "sha256=", template: "{body}", secretKey: "secret" };
const sign = (message: string | Buffer, secret: string, encoding: "hex" | "base64") => createHmac("sha256", secret).update(message).digest(encoding);

describe("verifySignature", () => {
  it("passes what the secret signed and nothing that differs by a byte", () => {
    const good = `sha256=${sign(body, "s3", "hex")}`;
    expect(verifySignature(hmac, { body, headers: { "x-sign": good } }, { secret: "s3" })).toEqual({ ok: true });
    expect(verifySignature(hmac, { body, headers: { "x-sign": good.toUpperCase().replace("SHA256=", "sha256=") } }, { secret: "s3" })).toEqual({ ok: true });
    const changed = Buffer.concat([body, Buffer.from(" ")]);
    expect(verifySignature(hmac, { body: changed, headers: { "x-sign": good } }, { secret: "s3" })).toEqual({ ok: false, why: "wrong_signature" });
    expect(verifySignature(hmac, { body, headers: { "x-sign": good } }, { secret: "other" })).toEqual({ ok: false, why: "wrong_signature" });
    expect(verifySignature(hmac, { body, headers: { "x-sign": good.slice(7) } }, { secret: "s3" })).toEqual({ ok: false, why: "wrong_signature" });
  });

  it("never passes without a secret or a signature", () => {
    expect(verifySignature(hmac, { body, headers: { "x-sign": `sha256=${sign(body, "", "hex")}` } }, { secret: "" })).toEqual({ ok: false, why: "no_secret" });
    expect(verifySignature(hmac, { body, headers: {} }, { secret: "s3" })).toEqual({ ok: false, why: "no_signature" });
  });

  it("signs parts of the body and of the head", () => {
    const parts: WebhookScheme = { ...hmac, prefix: "", template: "{header:x-time}.{json:timestamp}{json:payload}" };
    const good = sign(`7.2026-11-24T08:00:00Z{"a": 1}`, "s3", "hex");
    expect(verifySignature(parts, { body, headers: { "x-sign": good, "x-time": "7" } }, { secret: "s3" })).toEqual({ ok: true });
    expect(verifySignature(parts, { body, headers: { "x-sign": good } }, { secret: "s3" })).toEqual({ ok: false, why: "unreadable_body" });
    expect(verifySignature(parts, { body: Buffer.from("no json"), headers: { "x-sign": good, "x-time": "7" } }, { secret: "s3" })).toEqual({ ok: false, why: "unreadable_body" });
  });

  it("knows the schemes of UPS, USPS and 17TRACK", () => {
    const bearer = ups.webhook as WebhookScheme;
    expect(verifySignature(bearer, { body, headers: { credential: "abc" } }, { webhook_credential: "abc" })).toEqual({ ok: true });
    expect(verifySignature(bearer, { body, headers: { credential: "abd" } }, { webhook_credential: "abc" }).ok).toBe(false);
    const postal = sign(`2026-11-24T08:00:00Z{"a": 1}`, "k".repeat(32), "base64");
    expect(verifySignature(usps.webhook as WebhookScheme, { body, headers: { "x-hmac": postal } }, { webhook_secret: "k".repeat(32) })).toEqual({ ok: true });
    const hash = createHash("sha256").update(Buffer.concat([body, Buffer.from("/KEY")])).digest("hex");
    expect(verifySignature(seventeenTrack.webhook as WebhookScheme, { body, headers: { sign: hash } }, { api_key: "KEY" })).toEqual({ ok: true });
  });
});
