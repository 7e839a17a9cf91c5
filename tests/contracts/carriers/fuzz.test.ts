import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { ParsedAnswer } from "~/domain/tracking/event";
import { TRACKING_STATUSES } from "~/domain/tracking/status";
import type { CarrierAdapter } from "~/integrations/carriers/port";
import { carrierAdapters } from "~/integrations/carriers/registry";

import { contractCases } from "./cases";
import { mutate, MUTATIONS, swapValues } from "./mutate";

/** `FUZZ_RUNS=100000 npx vitest run tests/contracts/carriers/fuzz.test.ts` for the long run. */
const RUNS = Number(process.env["FUZZ_RUNS"] ?? "3000");
const RECEIVED = Date.UTC(2026, 10, 24, 12);

const bodies = contractCases.flatMap(({ adapter, answer, number, refusal }) =>
  [answer([number(1)], []), answer([], [number(1)]), answer([number(1)], [number(2)]), refusal].flatMap((one) => (one === undefined ? [] : [{ adapter, body: one.body }])),
);

/** What holds for every answer, whatever was read: known statuses, a mapping behind each, finite times, a reason for silence. */
function check(adapter: CarrierAdapter, answer: ParsedAnswer): void {
  for (const shipment of answer.shipments) {
    expect(typeof shipment.number).toBe("string");
    for (const event of shipment.events) {
      expect(TRACKING_STATUSES).toContain(event.status);
      if (event.status !== "UNKNOWN") expect(event.mapping, `${adapter.code} ${event.code ?? ""} ${event.text ?? ""}`).not.toBeNull();
      expect(Number.isFinite(event.time.at)).toBe(true);
      expect(event.text?.length ?? 0).toBeLessThanOrEqual(500);
    }
  }
  for (const problem of answer.problems) expect(problem.message.length).toBeGreaterThan(0);
}

describe("every parser", () => {
  it("takes any mutilated body", { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(fc.nat(bodies.length - 1), MUTATIONS, fc.constantFrom(null, 200, 404, 500), (index, mutations, httpStatus) => {
        const { adapter, body } = bodies[index] ?? { adapter: undefined, body: "" };
        if (adapter !== undefined) check(adapter, adapter.parse(mutate(body, mutations), { httpStatus, receivedAt: RECEIVED }));
      }),
      { numRuns: RUNS },
    );
  });

  it("takes any value in any place", { timeout: 600_000 }, () => {
    const json = bodies.filter(({ body }) => /^[[{]/.test(body));
    fc.assert(
      fc.property(fc.nat(json.length - 1), fc.array(fc.record({ at: fc.double({ min: 0, max: 0.999, noNaN: true }), value: fc.jsonValue() }), { minLength: 1, maxLength: 5 }), (index, picks) => {
        const { adapter, body } = json[index] ?? { adapter: undefined, body: "{}" };
        if (adapter !== undefined) check(adapter, adapter.parse(swapValues(body, picks), { httpStatus: 200, receivedAt: RECEIVED }));
      }),
      { numRuns: RUNS },
    );
  });

  it("takes any text, and any other provider's body", () => {
    fc.assert(
      fc.property(fc.constantFrom(...carrierAdapters), fc.oneof(fc.string(), fc.json(), fc.constantFrom(...bodies.map((one) => one.body))), (adapter, body) => {
        check(adapter, adapter.parse(body, { httpStatus: null, receivedAt: RECEIVED }));
      }),
      { numRuns: RUNS },
    );
  });

  it("explains any scan, and an unknown code without words as unknown", () => {
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
});
