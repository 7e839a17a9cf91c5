import { describe, expect, it } from "vitest";

import { ConnectionCache } from "./connection-cache";

function cacheOver(answers: (string | null | Error)[]) {
  const clock = { now: 0 };
  const asked: string[] = [];
  const cache = new ConnectionCache<string>(
    async (token) => {
      asked.push(token);
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (answer instanceof Error) throw answer;
      return answer ?? null;
    },
    () => clock.now,
  );
  return { cache, clock, asked };
}

describe("remembering connections", () => {
  it("looks a burst up once, and again after some seconds", async () => {
    const { cache, clock, asked } = cacheOver(["one", "two"]);
    expect(await Promise.all([cache.get("a"), cache.get("a"), cache.get("a")])).toEqual(["one", "one", "one"]);
    expect(asked).toHaveLength(1);
    clock.now = 5_001;
    expect(await cache.get("a")).toBe("two");
  });

  it("does not remember that an address belongs to nobody, nor a failure", async () => {
    const { cache } = cacheOver([null, new Error("away"), "one"]);
    expect(await cache.get("a")).toBeNull();
    await expect(cache.get("a")).rejects.toThrow("away");
    expect(await cache.get("a")).toBe("one");
  });

  it("keeps addresses apart, and forgets the oldest when there are many", async () => {
    const { cache, asked } = cacheOver(["one"]);
    for (let index = 0; index < 1_001; index += 1) await cache.get(`token-${index}`);
    await cache.get("token-1000");
    expect(asked).toHaveLength(1_001);
    await cache.get("token-0");
    expect(asked).toHaveLength(1_002);
  });
});
