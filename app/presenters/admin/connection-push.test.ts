import { describe, expect, it } from "vitest";

import { presentPush } from "./connection-push";

const account = { accountPush: { wanted: (given: Readonly<Record<string, string>>) => given["mid"] ?? null } };
const numbers = { subscription: { wanted: (given: Readonly<Record<string, string>>) => given["push"] === "on", life: {} } };
const none = { pushId: null, pushProblem: null };

describe("how pushes stand", () => {
  it("is nothing where the merchant sets them up at the provider", () => {
    expect([presentPush({}, none, {}), presentPush(account, none, {}), presentPush(numbers, none, {})]).toEqual([null, null, null]);
    expect(presentPush({ subscription: { wanted: () => true } }, none, {})).toBeNull();
  });

  it("is told where Milepost does, with the reason when it cannot", () => {
    expect(presentPush(account, none, { mid: "9" })).toEqual({ sentence: "The subscription is being made", failing: false });
    expect(presentPush(account, { pushId: "s", pushProblem: null }, { mid: "9" })?.sentence).toContain("Subscribed by Milepost");
    expect(presentPush(numbers, none, { push: "on" })?.failing).toBe(false);
    expect(presentPush(account, { pushId: null, pushProblem: "No access" }, { mid: "9" })).toEqual({ sentence: "The subscription could not be made: No access. It is tried again by itself.", failing: true });
    expect(presentPush(numbers, { pushId: null, pushProblem: "Not open." }, { push: "on" })?.sentence).toContain("Shipments could not be subscribed: Not open.");
    expect(presentPush(account, { pushId: "s", pushProblem: "Busy." }, {})?.sentence).toContain("could not be ended: Busy.");
  });
});
