import { describe, expect, it } from "vitest";

import type { Credentials } from "~/integrations/carriers/port";
import { schemeOf, verifySignature } from "~/integrations/carriers/verify-signature";

import { SENT_AT, type WebhookCase } from "./cases/webhooks";

const NUMBER = "92055901649173127510";

/** What every provider's webhook must do: pass what the shop's own secret signed and nothing else, and be read. */
export function webhookContract(given: WebhookCase): void {
  describe(`contract: ${given.adapter.code}'s webhook${given.variant === undefined ? "" : `, ${given.variant}`}`, () => {
    const { adapter } = given;
    const body = given.push(NUMBER);
    const verdict = (text: string, headers: Record<string, string | undefined>, credentials: Credentials = given.credentials("ours"), now = SENT_AT + 1_000) => {
      const scheme = schemeOf(adapter, credentials);
      if (scheme === undefined) throw new Error(`${adapter.code} has no webhook`);
      return verifySignature(scheme, { body: Buffer.from(text), headers, now, ...(given.keys === undefined ? {} : { keys: given.keys }) }, credentials);
    };

    it("passes what the shop's own secret signed", () => {
      expect(verdict(body, given.sign(body, "ours"))).toEqual({ ok: true });
    });

    it.skipIf(given.addressOnly !== true)("passes so where the setting says it, and by nothing else", () => {
      const others: Credentials[] = [{}, { proof: "" }, { proof: "signature" }, { proof: "Address" }, { webhook_secret: "s" }];
      for (const credentials of others) expect(verdict(body, {}, credentials).ok, JSON.stringify(credentials)).toBe(false);
    });

    it.skipIf(given.addressOnly)("refuses what another shop's secret signed", () => {
      expect(verdict(body, given.sign(body, "theirs"))).toMatchObject({ ok: false });
    });

    it.skipIf(given.addressOnly)("refuses what is not signed, and what is signed with nothing", () => {
      expect(verdict(body, {})).toMatchObject({ ok: false, why: "no_signature" });
      const empty = Object.fromEntries(Object.keys(given.sign(body, "ours")).map((name) => [name, ""]));
      expect(verdict(body, empty).ok).toBe(false);
    });

    it.skipIf(given.keys !== undefined || given.addressOnly)("passes nothing while the shop has no secret", () => {
      for (const credentials of [{}, given.credentials("")]) expect(verdict(body, given.sign(body, ""), credentials)).toEqual({ ok: false, why: "no_secret" });
    });

    it.skipIf(given.bodyIsFree === true)("refuses a body that differs by one sign", () => {
      const changed = body.replace(NUMBER, `${NUMBER.slice(0, -1)}9`);
      expect(changed).not.toBe(body);
      expect(verdict(changed, given.sign(body, "ours"))).toMatchObject({ ok: false, why: "wrong_signature" });
    });

    it.skipIf(given.tooLateAfterMs === undefined)("passes as long as its provider may be late, and not later, nor much too early", () => {
      const late = given.tooLateAfterMs ?? 0;
      const at = (now: number) => verdict(body, given.sign(body, "ours"), given.credentials("ours"), now);
      expect([at(SENT_AT + late), at(SENT_AT - 4 * 60_000)]).toEqual([{ ok: true }, { ok: true }]);
      for (const now of [SENT_AT + late + 1, SENT_AT - 6 * 60_000, Number.NaN]) expect(at(now)).toEqual({ ok: false, why: "stale" });
      // A younger time that nobody signed does not help.
      const headers = Object.fromEntries(Object.entries(given.sign(body, "ours")).map(([name, value]) => [name, name.includes("timestamp") ? new Date(SENT_AT + late).toISOString() : value]));
      expect(verdict(body, headers, given.credentials("ours"), SENT_AT + 2 * late)).toMatchObject({ ok: false, why: "wrong_signature" });
    });

    it("is read as one shipment with its scan", () => {
      const answer = adapter.parse(body, { httpStatus: null, receivedAt: Date.UTC(2026, 10, 24, 12) });
      expect(answer.problems).toEqual([]);
      expect(answer.shipments.map((one) => [one.number, one.events[0]?.status])).toEqual([[NUMBER, given.means]]);
    });

    it("makes nothing of a broken push", () => {
      for (const broken of ["", "{}", body.slice(0, -7), "<html></html>", "null"]) {
        const answer = adapter.parse(broken, { httpStatus: null, receivedAt: 0 });
        expect(answer.shipments, broken.slice(0, 20)).toEqual([]);
        expect(answer.problems.length, broken.slice(0, 20)).toBeGreaterThan(0);
      }
    });
  });
}
