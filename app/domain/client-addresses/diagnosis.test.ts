import { describe, expect, it } from "vitest";

import { diagnoseAddresses, MOST_ADDRESSES, type ObservedHour } from "./diagnosis";

const NOW = Date.UTC(2026, 11, 1, 10);

describe("the diagnosis of observed addresses", () => {
  const hour = (requests: number, addresses: number, unknown = 0): ObservedHour => ({ processId: "p", hour: NOW, requests, unknown, addresses });

  it.each<[why: string, hours: ObservedHour[], kind: string]>([
    ["nothing seen", [], "too_few"],
    ["a few visits from one address", [hour(19, 1), hour(12, 1)], "too_few"],
    ["one visitor an hour, all day", Array.from({ length: 24 }, () => hour(1, 1)), "too_few"],
    ["every visitor with one address", [hour(40, 1)], "shared"],
    ["every visitor with one address, in two processes", [hour(40, 1), hour(30, 1)], "shared"],
    ["many visitors with a handful of addresses", [hour(400, 6)], "shared"],
    ["one person trying a lot in one hour, others in another", [hour(40, 1), hour(60, 31)], "ok"],
    ["as many addresses as visitors", [hour(400, 100)], "ok"],
    ["a very busy hour whose addresses were not counted to the end", [hour(90_000, MOST_ADDRESSES)], "ok"],
    ["no address is known", [hour(40, 0, 40)], "unknown"],
    ["some addresses are not known", [hour(60, 20, 30)], "ok"],
  ])("%s", (_why, hours, kind) => {
    expect(diagnoseAddresses(hours).kind).toBe(kind);
  });
});
