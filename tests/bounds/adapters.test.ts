import { describe, expect, it } from "vitest";

import { eventKey } from "~/domain/tracking/event-key";
import { carrierAdapters } from "~/integrations/carriers/registry";
import { contractCases } from "~tests/contracts/carriers/cases";
import { webhookCases } from "~tests/contracts/carriers/cases/webhooks";
import { WRITTEN } from "~tests/contracts/carriers/seeds";

import { expectLinear, PUMPS } from "./growth";
import { longBodies } from "./long-bodies";

const RECEIVED = Date.UTC(2026, 10, 24, 12);
const TIMEOUT_MS = 300_000;

/** Answers and pushes of every adapter, each once. */
const bodies = carrierAdapters.map((adapter) => ({
  adapter,
  bodies: [
    ...contractCases.filter((each) => each.adapter.code === adapter.code).map((each) => each.answer([each.number(1)], []).body),
    ...webhookCases.filter((each) => each.adapter.code === adapter.code).slice(0, 1).map((each) => each.push("1Z1")),
    ...WRITTEN.filter(([code]) => code === adapter.code).map(([, body]) => body),
  ],
}));

describe.each(bodies.map((each) => [each.adapter.code, each] as const))("%s", (code, { adapter, bodies: own }) => {
  it("reads a body ten times as long in about ten times the time", { timeout: TIMEOUT_MS }, async () => {
    expect(own.length).toBeGreaterThan(0);
    for (const body of own) {
      for (const long of longBodies(adapter, body)) {
        await expectLinear(code, long.isRead ? PUMPS : ["a", "<"], (text) => {
          const made = long.with(text);
          return () => {
            const { shipments } = adapter.parse(made, { httpStatus: 200, receivedAt: RECEIVED });
            return shipments.map((one) => one.events.map((event) => eventKey(code, event)));
          };
        });
      }
    }
  });

  it("reads no text beyond what is kept of one", () => {
    for (const body of own) {
      for (const long of longBodies(adapter, body)) {
        const answer = adapter.parse(long.with("wordy ".repeat(20_000)), { httpStatus: 200, receivedAt: RECEIVED });
        for (const text of textsOf({ shipments: answer.shipments.map((one) => ({ ...one, events: one.events.map(({ raw: _, ...event }) => event) })), problems: answer.problems })) expect(text.length).toBeLessThanOrEqual(500);
        for (const text of textsOf(answer)) expect(text.length).toBeLessThanOrEqual(2_000);
      }
    }
  });

  it("explains a code and words of any length", { timeout: TIMEOUT_MS }, async () => {
    await expectLinear(code, PUMPS, (text) => () => [adapter.explain({ code: text, text: null }), adapter.explain({ code: "X", text }), adapter.explain({ code: `01/${text}`, text: `Delivered ${text}` })]);
  });
});

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
