import { describe, expect, it } from "vitest";

import type { HttpAnswer } from "./port";
import { createPublicKeys } from "./public-keys";

function provider() {
  const state = { ids: ["a"], status: 200, asked: 0, now: 0 };
  const http = {
    send: (): Promise<HttpAnswer> => {
      state.asked += 1;
      return Promise.resolve({ status: state.status, headers: {}, body: JSON.stringify({ keys: state.ids.map((kid) => ({ kid, kty: "RSA", n: "n", e: "AQAB" })) }) });
    },
  };
  return { state, keys: createPublicKeys(http, () => state.now) };
}

describe("createPublicKeys", () => {
  it("asks once, however many wait, and again for a key that it lacks", async () => {
    const { state, keys } = provider();
    const found = await Promise.all([keys.at("u", "a"), keys.at("u", "a")]);
    expect(found.map((set) => set.map((key) => key.kid))).toEqual([["a"], ["a"]]);
    await keys.at("u", "a");
    expect(state.asked).toBe(1);
    state.ids = ["b"];
    state.now = 61_000;
    expect((await keys.at("u", "b")).map((key) => key.kid)).toEqual(["b"]);
  });

  it("asks no more than once a minute for made-up keys, and keeps what it had through a fault", async () => {
    const { state, keys } = provider();
    await keys.at("u", "a");
    for (let tries = 0; tries < 50; tries += 1) await keys.at("u", `made-up-${tries}`);
    expect(state.asked).toBe(1);
    Object.assign(state, { status: 503, now: 13 * 3_600_000 });
    expect((await keys.at("u", "a")).map((key) => key.kid)).toEqual(["a"]);
    expect(state.asked).toBe(2);
  });
});
