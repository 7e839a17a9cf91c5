import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { ParsedAnswer } from "~/domain/tracking/event";
import type { CarrierContext, TrackingQuery } from "~/integrations/carriers/port";
import { createHttpClient } from "~/integrations/http/http-client.server";
import { createTokenCache } from "~/integrations/http/token-cache";

import type { ContractCase } from "./contract-case";
import { startFakeProvider, type FakeAnswer, type FakeProvider, type Handler, type Seen } from "./fake-provider";

const NOW = Date.UTC(2026, 10, 24, 12);
const MORE_THAN_A_BATCH = 3;
const REFUSED: FakeAnswer = { status: 401, body: "{}" };

const PERSON = "JANE Q. PUBLIC";

/** Names, streets and ways to reach somebody in every object of a body. */
function withPerson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPerson);
  if (typeof value !== "object" || value === null) return value;
  const keys = ["receivedByName", "receivedBy", "signedBy", "signed_by", "signer", "signatoryName", "recipientName", "recipient", "streetLines", "street", "addressLine1", "address1", "email", "phone", "signature", "coordinates"];
  return { ...Object.fromEntries(keys.map((key) => [key, PERSON])), ...Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withPerson(inner)])) };
}

function query(number: string): TrackingQuery {
  return { number, carrier: null, destinationCountry: "US", destinationPostalCode: "10001", shippedAt: null, locale: null };
}

/** What every adapter must do, against a real HTTP server that plays the provider. */
export function carrierContract(given: ContractCase): void {
  describe(`contract: ${given.adapter.code}`, () => {
    let provider: FakeProvider;
    let context: CarrierContext;
    let issued = 0;
    let revokedBefore = 0;
    const { adapter } = given;
    const [first, second] = [given.number(1), given.number(2)];

    beforeAll(async () => {
      provider = await startFakeProvider();
    });
    afterAll(() => provider.close());

    const fresh = (timeoutMs = 5_000): CarrierContext => ({
      credentials: { ...given.credentials, base_url: provider.url },
      http: createHttpClient({ sleep: () => Promise.resolve(), random: () => 0, maxTimeoutMs: timeoutMs }),
      now: () => NOW,
      tokens: createTokenCache(() => NOW),
    });

    /** Plays the provider: gives tokens, refuses what is not authorised, and lets `tracking` answer the rest. */
    const play = (tracking: Handler): void => {
      provider.answerWith((seen) => {
        if (given.token !== undefined && seen.path === given.token.path) {
          if (!given.token.accepts(seen)) return given.refusal ?? REFUSED;
          issued += 1;
          return { status: 200, body: given.token.answer(`token-${issued}`) };
        }
        return given.accepts(seen, `token-${issued}`) && issued >= revokedBefore ? tracking(seen) : (given.refusal ?? REFUSED);
      });
      context = fresh();
      revokedBefore = 0;
    };
    const knowing = (unknown: readonly string[] = []) => (seen: Seen): FakeAnswer => {
      const asked = given.asked(seen);
      return given.answer(asked.filter((number) => !unknown.includes(number)), asked.filter((number) => unknown.includes(number)));
    };
    const track = (...numbers: string[]): Promise<ParsedAnswer> => adapter.track(numbers.map(query), context);
    const lookUps = (): Seen[] => provider.seen.filter((seen) => seen.path !== given.token?.path);

    it("asks with its credentials and reads the answer", async () => {
      play(knowing());
      const answer = await track(first);
      expect(answer.problems).toEqual([]);
      expect(answer.shipments.map((one) => one.number)).toEqual([first]);
      const newest = answer.shipments[0]?.events.find((event) => event.status !== "UNKNOWN");
      expect(newest?.status ?? answer.shipments[0]?.summary?.status).toBe(given.means);
    });

    it("says that refused credentials are refused", async () => {
      play(() => given.refusal ?? REFUSED);
      provider.answerWith(() => given.refusal ?? REFUSED);
      const answer = await track(first);
      expect(answer.shipments).toEqual([]);
      expect(answer.problems.map((one) => one.kind)).toEqual(["auth"]);
      expect((await adapter.test(context)).ok).toBe(false);
    });

    it("tells that the credentials work", async () => {
      play(knowing());
      expect(await adapter.test(context)).toMatchObject({ ok: true });
    });

    it.skipIf(given.token === undefined)("asks for one token, however many need it, and renews it once when refused", async () => {
      play(knowing());
      const before = issued;
      await Promise.all([track(first), track(second), track(first)]);
      expect(issued).toBe(before + 1);
      revokedBefore = issued + 1;
      const answer = await track(first);
      expect(answer.problems).toEqual([]);
      expect(issued).toBe(before + 2);
    });

    it("splits what is more than a batch, and loses none", async () => {
      play(knowing());
      const count = Math.min(adapter.limits.batch, 200) + MORE_THAN_A_BATCH;
      const numbers = Array.from({ length: count }, (_, index) => given.number(index + 1));
      const answer = await track(...numbers);
      expect(answer.problems).toEqual([]);
      expect(answer.shipments.map((one) => one.number).sort()).toEqual([...numbers].sort());
      expect(lookUps().length).toBe(Math.ceil(count / adapter.limits.batch));
    });

    it("says of an unknown number that it is not found", async () => {
      play(knowing([first]));
      const answer = await track(first);
      expect(answer.shipments.flatMap((one) => one.events)).toEqual([]);
      const told = answer.problems.some((one) => one.kind === "not_found" && one.number === first);
      expect(told || answer.shipments[0]?.summary?.status === "PENDING").toBe(true);
    });

    it("keeps the good ones of a batch in which one is unknown", async () => {
      play(knowing([second]));
      const answer = await track(first, second);
      expect(answer.shipments.filter((one) => one.events.length > 0).map((one) => one.number)).toEqual([first]);
      const told = answer.problems.some((one) => one.number === second) || answer.shipments.some((one) => one.number === second && one.summary?.status === "PENDING");
      expect(told).toBe(true);
    });

    it("does not take another shipment's answer", async () => {
      play(() => given.answer([given.number(77)], []));
      const answer = await track(first);
      expect(answer.shipments).toEqual([]);
      expect(answer.problems.length).toBeGreaterThan(0);
    });

    it("tells how long to wait when asked too often, and does not ask on", async () => {
      play(() => ({ status: 429, body: "{}", headers: { "retry-after": "120" } }));
      const answer = await track(...Array.from({ length: adapter.limits.batch + 1 }, (_, index) => given.number(index + 1)));
      expect(answer.problems).toMatchObject([{ kind: "rate_limit", retryAfterMs: 120_000, number: null }]);
      expect(lookUps().length).toBe(1);
    });

    it("tries again after a passing fault, and says when the fault stays", async () => {
      let faults = 1;
      play((seen) => (faults-- > 0 ? { status: 503, body: "" } : knowing()(seen)));
      expect((await track(first)).shipments.length).toBe(1);
      play(() => ({ status: 500, body: "<html><body>oops</body></html>" }));
      const answer = await track(first);
      expect(answer.shipments).toEqual([]);
      expect(answer.problems.map((one) => one.kind)).toEqual(["unavailable"]);
    });

    it("gives up on a provider that does not answer", async () => {
      play(() => "hang");
      const answer = await adapter.track([query(first)], { ...fresh(60), tokens: context.tokens });
      expect(answer.problems.map((one) => one.kind)).toEqual(["unavailable"]);
    });

    it("keeps nothing of a person that stands beside a scan", () => {
      const { body } = given.answer([first], []);
      if (!/^[[{]/.test(body)) return;
      const answer = adapter.parse(JSON.stringify(withPerson(JSON.parse(body))), { httpStatus: 200, receivedAt: NOW });
      expect(answer.shipments.length).toBe(1);
      expect(JSON.stringify(answer)).not.toContain(PERSON);
    });

    it("says that a broken body is not understood", async () => {
      for (const body of ["", "<html><body>maintenance</body></html>", given.answer([first], []).body.slice(0, -9), "[", "null", "42", '"text"']) {
        play(() => ({ status: 200, body }));
        const answer = await track(first);
        expect(answer.shipments, body.slice(0, 40)).toEqual([]);
        expect(answer.problems.length, body.slice(0, 40)).toBeGreaterThan(0);
        expect(["unparsable", "invalid", "not_found"]).toContain(answer.problems[0]?.kind);
      }
    });
  });
}
