import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { TRACKING_STATUSES } from "~/domain/tracking/status";
import { carrierAdapters } from "~/integrations/carriers/registry";

import { mutate, MUTATIONS, REARRANGEMENTS, rearrange, SHARE, swapValues } from "./mutate";
import { expectNothingInvented } from "./not-invented";
import { seeds } from "./seeds";

/** `FUZZ_RUNS=100000 npx vitest run tests/contracts/carriers/fuzz.test.ts` for the long run. */
const RUNS = Number(process.env["FUZZ_RUNS"] ?? "3000");
const TIMEOUT_MS = Math.max(120_000, RUNS * 40);
const RECEIVED = Date.UTC(2026, 10, 24, 12);

const bodies = seeds();
const json = bodies.filter(({ body }) => /^\s*[[{]/.test(body) && isJson(body));

function isJson(body: string): boolean {
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}

describe("the seeds", () => {
  it("hold a body of every adapter that is read as a shipment with scans, each as it stands", () => {
    const told = new Set<string>();
    for (const { adapter, body } of bodies) {
      const answer = adapter.parse(body, { httpStatus: null, receivedAt: RECEIVED });
      expectNothingInvented(adapter, answer, body);
      if (answer.shipments.some((one) => one.events.some((event) => event.status !== "UNKNOWN"))) told.add(adapter.code);
    }
    expect(carrierAdapters.map((adapter) => adapter.code).filter((code) => !told.has(code))).toEqual([]);
  });
});

describe("every parser", () => {
  it("invents nothing out of a mutilated body", { timeout: TIMEOUT_MS }, () => {
    fc.assert(
      fc.property(fc.constantFrom(...bodies), MUTATIONS, fc.constantFrom(null, 200, 404, 500), ({ adapter, body }, mutations, httpStatus) => {
        const mutated = mutate(body, mutations);
        expectNothingInvented(adapter, adapter.parse(mutated, { httpStatus, receivedAt: RECEIVED }), mutated);
      }),
      { numRuns: RUNS },
    );
  });

  it("invents nothing out of any value in any place", { timeout: TIMEOUT_MS }, () => {
    const pick = fc.record({ at: SHARE, value: fc.oneof(fc.jsonValue(), fc.constantFrom(null, "", "0", "DELIVERED", "Delivered", "delivered", "NOT DELIVERED", 0, [], {}, "2026-11-20T10:00:00Z")) });
    fc.assert(
      fc.property(fc.constantFrom(...json), fc.array(pick, { minLength: 1, maxLength: 5 }), ({ adapter, body }, picks) => {
        const mutated = swapValues(body, picks);
        expectNothingInvented(adapter, adapter.parse(mutated, { httpStatus: 200, receivedAt: RECEIVED }), mutated);
      }),
      { numRuns: RUNS },
    );
  });

  it("invents nothing when values change places, keys are lost, and lists grow", { timeout: TIMEOUT_MS }, () => {
    fc.assert(
      fc.property(fc.constantFrom(...json), REARRANGEMENTS, ({ adapter, body }, moves) => {
        const mutated = rearrange(body, moves);
        expectNothingInvented(adapter, adapter.parse(mutated, { httpStatus: 200, receivedAt: RECEIVED }), mutated);
      }),
      { numRuns: RUNS },
    );
  });

  it("takes any text, and any other provider's body", { timeout: TIMEOUT_MS }, () => {
    fc.assert(
      fc.property(fc.constantFrom(...carrierAdapters), fc.oneof(fc.string(), fc.json(), fc.constantFrom(...bodies.map((one) => one.body))), (adapter, body) => {
        expectNothingInvented(adapter, adapter.parse(body, { httpStatus: null, receivedAt: RECEIVED }), body);
      }),
      { numRuns: RUNS },
    );
  });

  it("explains any scan, and an unknown code without words as unknown", { timeout: TIMEOUT_MS }, () => {
    fc.assert(
      fc.property(fc.constantFrom(...carrierAdapters), fc.option(fc.string(), { nil: null }), fc.option(fc.string(), { nil: null }), (adapter, code, text) => {
        const understood = adapter.explain({ code, text });
        expect(TRACKING_STATUSES).toContain(understood.status);
        if (understood.status !== "UNKNOWN") expect(understood.mapping).not.toBeNull();
      }),
      { numRuns: RUNS },
    );
    for (const adapter of carrierAdapters) expect(adapter.explain({ code: "no-such-code-¿", text: null }).status, adapter.code).toBe("UNKNOWN");
  });

  it("says of a code that no map has, beside words that mean nothing, that it is unknown", { timeout: TIMEOUT_MS }, () => {
    const nonsense = fc.stringMatching(/^[QXZ]{3}\d{4}[QXZ]{2}$/);
    const parts = fc.array(nonsense, { minLength: 1, maxLength: 3 }).chain((codes) => fc.constantFrom("/", "|", ":", "_").map((sign) => codes.join(sign)));
    fc.assert(
      fc.property(fc.constantFrom(...carrierAdapters), parts, fc.option(nonsense, { nil: null }), (adapter, code, text) => {
        expect(adapter.explain({ code, text })).toMatchObject({ status: "UNKNOWN", mapping: null });
      }),
      { numRuns: RUNS },
    );
  });
});
