import { describe, expect, it } from "vitest";

import { connectionKey } from "./connection-key";
import { retryAfterMs } from "./retry";
import { createTokenCache } from "./token-cache";

describe("createTokenCache", () => {
  it("renews once for all who wait, keeps the token, and renews it before it ends", async () => {
    let now = 0;
    let renewals = 0;
    const cache = createTokenCache(() => now);
    const renew = () => Promise.resolve({ token: `t${(renewals += 1)}`, expiresAt: now + 600_000 });
    expect(await Promise.all([cache.get("k", renew), cache.get("k", renew), cache.get("k", renew)])).toEqual(["t1", "t1", "t1"]);
    now = 500_000;
    expect(await cache.get("k", renew)).toBe("t1");
    now = 550_000;
    expect(await cache.get("k", renew)).toBe("t2");
    cache.drop("k");
    expect(await cache.get("k", renew)).toBe("t3");
    expect(await cache.get("other", renew)).toBe("t4");
  });

  it("tells a failure to all who wait and keeps it for none", async () => {
    const cache = createTokenCache(() => 0);
    const fail = () => Promise.reject(new Error("no"));
    const results = await Promise.allSettled([cache.get("k", fail), cache.get("k", fail)]);
    expect(results.map((one) => one.status)).toEqual(["rejected", "rejected"]);
    expect(await cache.get("k", () => Promise.resolve({ token: "t", expiresAt: 1e9 }))).toBe("t");
  });
});

describe("connectionKey", () => {
  it("is the same for the same values in any order and tells none of them", () => {
    const key = connectionKey("ups", { a: "1", b: "hunter2" });
    expect(connectionKey("ups", { b: "hunter2", a: "1" })).toBe(key);
    expect(connectionKey("ups", { b: "hunter3", a: "1" })).not.toBe(key);
    expect(key).not.toContain("hunter2");
  });
});

describe("retryAfterMs", () => {
  it.each([
    ["120", 120_000],
    ["Tue, 24 Nov 2026 12:00:30 GMT", 30_000],
    ["Tue, 24 Nov 2026 11:00:00 GMT", 0],
    ["soon", null],
    ["", null],
  ])("reads %j", (said, expected) => {
    expect(retryAfterMs({ "retry-after": said }, Date.UTC(2026, 10, 24, 12))).toBe(expected);
  });
});
