import { describe, expect, it } from "vitest";

import { carrierAdapters } from "~/integrations/carriers/registry";

import { carrierContract } from "./carrier-contract";
import { contractCases } from "./cases";
import { webhookCases } from "./cases/webhooks";
import { webhookContract } from "./webhook-contract";

for (const given of contractCases) carrierContract(given);
for (const given of webhookCases) webhookContract(given);

describe("the battery", () => {
  it("covers every adapter that asks a provider", () => {
    const covered = new Set(contractCases.map((given) => given.adapter.code));
    const missing = carrierAdapters.filter((adapter) => adapter.readOnly !== true && !covered.has(adapter.code)).map((adapter) => adapter.code);
    expect(missing).toEqual([]);
  });

  it("covers every webhook", () => {
    const covered = new Set(webhookCases.map((given) => given.adapter.code));
    expect(carrierAdapters.filter((adapter) => adapter.webhook !== undefined && !covered.has(adapter.code)).map((adapter) => adapter.code)).toEqual([]);
  });

  it("finds every aggregator able to start and to be told; all but Shippo, which has no call for it, to stop", () => {
    const aggregators = carrierAdapters.filter((adapter) => adapter.kind === "aggregator");
    expect(aggregators.length).toBe(7);
    expect(aggregators.filter((adapter) => adapter.register === undefined || adapter.webhook === undefined)).toEqual([]);
    expect(aggregators.filter((adapter) => adapter.unregister === undefined).map((adapter) => adapter.code)).toEqual(["shippo"]);
  });
});
