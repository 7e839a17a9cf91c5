import type { ParsedAnswer, TrackingProblem } from "~/domain/tracking/event";
import type { CarrierAdapter, RegisterAnswer, TrackingQuery } from "~/integrations/carriers/port";

/** What a provider does instead of its usual answer. */
export interface FakeBehaviour {
  limits?: CarrierAdapter["limits"];
  track?: (numbers: string[]) => Promise<ParsedAnswer> | ParsedAnswer;
  register?: (numbers: string[]) => Promise<RegisterAnswer> | RegisterAnswer;
  unregister?: ((numbers: string[]) => Promise<RegisterAnswer> | RegisterAnswer) | null;
}

/** Providers in one process, which write down what they were asked and who is paid for which number. */
export function fakeProviders() {
  const calls: { provider: string; what: "track" | "register" | "unregister"; numbers: string[] }[] = [];
  const paid = new Map<string, Set<string>>();
  let most = 0;
  const adapters = new Map<string, CarrierAdapter>();

  const base = (code: string, kind: CarrierAdapter["kind"], behaviour: FakeBehaviour): CarrierAdapter => ({
    code, kind, name: code, aliases: [], credentials: [],
    limits: behaviour.limits ?? { batch: 40, perSecond: 1_000, perDay: null },
    parse: () => nothing(), explain: () => ({ status: "UNKNOWN", detail: null, mapping: null }),
    track: async (queries, { http }) => {
      await http.send({ method: "GET", url: "https://provider.example/track" });
      const numbers = numbersOf(queries);
      calls.push({ provider: code, what: "track", numbers });
      return (behaviour.track ?? (() => nothing()))(numbers);
    },
    test: async () => ({ ok: true, message: "" }),
  });

  return {
    calls,
    adapters,
    /** Most providers that were paid for one number at the same time. */
    mostAtOnce: () => most,
    holders: (number: string) => [...(paid.get(number) ?? [])],
    of: (provider: string, what: string) => calls.filter((each) => each.provider === provider && each.what === what),
    carrier(code: string, behaviour: FakeBehaviour = {}) {
      adapters.set(code, base(code, "carrier", behaviour));
    },
    aggregator(code: string, behaviour: FakeBehaviour = {}) {
      adapters.set(code, {
        ...base(code, "aggregator", behaviour),
        register: async (queries, { http }) => {
          await http.send({ method: "POST", url: "https://provider.example/register" });
          const numbers = numbersOf(queries);
          calls.push({ provider: code, what: "register", numbers });
          const answer = await (behaviour.register ?? accept)(numbers);
          for (const { number } of answer.accepted) {
            const holders = (paid.get(number) ?? new Set()).add(code);
            paid.set(number, holders);
            most = Math.max(most, holders.size);
          }
          return answer;
        },
        ...(behaviour.unregister === null
          ? {}
          : {
              unregister: async (queries) => {
                const numbers = numbersOf(queries);
                calls.push({ provider: code, what: "unregister", numbers });
                const answer = await (behaviour.unregister ?? accept)(numbers);
                for (const { number } of answer.accepted) paid.get(number)?.delete(code);
                return answer;
              },
            }),
      });
    },
  };
}

const numbersOf = (queries: readonly TrackingQuery[]) => queries.map((query) => query.number);

export const nothing = (): ParsedAnswer => ({ shipments: [], problems: [] });
export const accept = (numbers: string[]): RegisterAnswer => ({ accepted: numbers.map((number) => ({ number, carrier: null })), problems: [] });
export const trouble = (kind: TrackingProblem["kind"], retryAfterMs: number | null = null) => ({
  accepted: [], shipments: [], problems: [{ kind, number: null, message: `${kind} it is`, code: null, retryAfterMs }],
});
export const refuse = (numbers: string[]): RegisterAnswer => ({
  accepted: [], problems: numbers.map((number) => ({ kind: "invalid" as const, number, message: "not a number of ours", code: "1", retryAfterMs: null })),
});
/** One scan on the way for each number. */
export const scans = (at: number) => (numbers: string[]): ParsedAnswer => ({
  problems: [],
  shipments: numbers.map((number) => ({
    number, summary: null, estimate: null, carrier: null, service: null, originCountry: null, destinationCountry: null, nextNumber: null,
    events: [{ time: { at, certainty: "exact", zone: null, said: null }, status: "IN_TRANSIT", detail: null, mapping: "fake@1", code: "IT", text: "On the way", place: null, sourceEventId: null, returnLeg: false, withdraws: false, raw: {} }],
  })),
});
