import { describe, expect, it } from "vitest";

import { carrierAdapters } from "~/integrations/carriers/registry";

import { carrierContract } from "./carrier-contract";
import { contractCases } from "./cases";

for (const given of contractCases) carrierContract(given);

describe("the battery", () => {
  it("covers every adapter that asks a provider", () => {
    const covered = new Set(contractCases.map((given) => given.adapter.code));
    const missing = carrierAdapters.filter((adapter) => adapter.readOnly !== true && !covered.has(adapter.code)).map((adapter) => adapter.code);
    expect(missing).toEqual([]);
  });
});
