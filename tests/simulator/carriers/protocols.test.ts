import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createHttpClient } from "~/integrations/http/http-client.server";
import type { CarrierAdapter, CarrierContext, TrackingQuery } from "~/integrations/carriers/port";
import { seventeenTrack } from "~/integrations/carriers/seventeen_track";
import { ups } from "~/integrations/carriers/ups";
import { usps } from "~/integrations/carriers/usps";
import { createCarrierSimulator } from "./index";
import { simCarrier } from "./carriers";
import { towns } from "./places";
import type { JourneyKind } from "./journeys";
import { signPush } from "./seventeen-track-push";
import { demoCredentials } from "./world";

const HOUR = 3_600_000;
const start = Date.UTC(2026, 9, 5, 15);
let now = start;
const pushes: { body: string; sign: string }[] = [];
let pushStatus = 200;
const simulator = createCarrierSimulator({
  now: () => now,
  seventeenTrackPerSecond: () => 100,
  send: async ({ body, sign }) => {
    pushes.push({ body, sign });
    return pushStatus;
  },
});
let base = "";

beforeAll(async () => {
  base = `http://127.0.0.1:${await simulator.listen(0)}`;
  simulator.accounts.open("demo-key").webhookUrl = "http://app.test/hook";
});
afterAll(() => simulator.close());

function town(country: string, index: number) {
  const found = towns[country]?.[index];
  if (!found) throw new Error("no such town");
  return found;
}

function ship(carrier: string, journey: JourneyKind, serial: number, to = town("US", 8)): string {
  const number = simCarrier(carrier).number(serial);
  simulator.book.add({ number, carrier, journey, origin: town("US", 0), destination: to, shippedAt: start });
  return number;
}

function context(credentials: Record<string, string>): CarrierContext {
  const tokens = new Map<string, string>();
  return {
    credentials,
    http: createHttpClient({ retry: { attempts: 1 } }),
    now: () => now,
    tokens: {
      get: async (key, renew) => tokens.get(key) ?? (await renew().then(({ token }) => (tokens.set(key, token), token))),
      drop: (key) => void tokens.delete(key),
    },
  };
}

const query = (number: string, carrier: string): TrackingQuery => ({ number, carrier, destinationCountry: "US", destinationPostalCode: null, shippedAt: start, locale: null });
const upsContext = () => context({ ...demoCredentials.ups, base_url: `${base}/ups` });
const uspsContext = () => context({ ...demoCredentials.usps, base_url: `${base}/usps` });
const seventeenContext = () => context({ api_key: "demo-key", base_url: `${base}/17track` });

describe.each<[string, CarrierAdapter, () => CarrierContext]>([["ups", ups, upsContext], ["usps", usps, uspsContext], ["17track", seventeenTrack, seventeenContext]])(
  "%s, asked by the app's own adapter",
  (name, adapter, make) => {
    const carrier = name === "17track" ? "royal_mail" : name;
    it("accepts the credentials and refuses others", async () => {
      expect(await adapter.test(make())).toMatchObject({ ok: true });
      const wrong = context({ client_id: "x", client_secret: "y", api_key: "z", base_url: `${base}/${name}` });
      expect(await adapter.test(wrong)).toMatchObject({ ok: false });
    });

    it("tells a journey as it comes to pass, and never its future", async () => {
      now = start;
      const number = ship(carrier, "normal", 100);
      await adapter.register?.([query(number, carrier)], make());
      const seen: string[] = [];
      let events = 0;
      for (const hours of [1, 20, 60, 100]) {
        now = start + hours * HOUR;
        const answer = await adapter.track([query(number, carrier)], make());
        expect(answer.problems).toEqual([]);
        const all = answer.shipments[0]?.events ?? [];
        for (const event of all) if (event.time.certainty !== "date") expect(event.time.at).toBeLessThanOrEqual(now);
        expect(all.length).toBeGreaterThanOrEqual(events);
        events = all.length;
        const newest = all.reduce((best, event) => (event.time.at > best.time.at ? event : best));
        seen.push(newest.status);
        expect(all.filter((event) => event.status === "UNKNOWN")).toEqual([]);
      }
      expect(seen).toEqual(["PRE_TRANSIT", "IN_TRANSIT", "IN_TRANSIT", "DELIVERED"]);
    });

    it("knows nothing of a number it never saw", async () => {
      const answer = await adapter.track([query(simCarrier(carrier).number(999_999), carrier)], make());
      expect(answer.problems.map((problem) => problem.kind)).toEqual(["not_found"]);
    });

    it.each([["failing", "unavailable"], ["rate_limited", "rate_limit"], ["not_json", "unparsable"], ["truncated", "unparsable"]] as const)(
      "broken as %s is told as %s",
      async (fault, kind) => {
        const number = ship(carrier, "fast", 200);
        const fresh = make();
        await adapter.track([query(number, carrier)], fresh);
        simulator.faults.set(name as "ups", fault);
        const answer = await adapter.track([query(number, carrier)], fresh);
        simulator.faults.set(name as "ups", null);
        expect(answer.problems.map((problem) => problem.kind)).toContain(kind);
        expect(answer.shipments.flatMap((shipment) => shipment.events)).toEqual([]);
      },
    );
  },
);

describe("every kind of journey, read by the app's maps", () => {
  const endings: Partial<Record<JourneyKind, string>> = {
    normal: "DELIVERED", fast: "DELIVERED", neighbour: "DELIVERED", weather_delay: "DELIVERED", customs_hold: "DELIVERED", failed_attempt: "DELIVERED",
    pickup: "DELIVERED", pickup_waiting: "READY_FOR_PICKUP", returned: "RETURNED", returning: "RETURNING", lost: "EXCEPTION", label_only: "PRE_TRANSIT",
    stuck: "IN_TRANSIT", mis_scan: "DELIVERED", refused: "EXCEPTION",
  };
  it.each(Object.entries(endings))("%s ends as %s through 17TRACK", async (kind, status) => {
    now = start;
    const number = ship("fedex", kind as JourneyKind, 3_000 + Object.keys(endings).indexOf(kind));
    await seventeenTrack.register?.([query(number, "fedex")], seventeenContext());
    now = start + 60 * 24 * HOUR;
    const answer = await seventeenTrack.track([query(number, "fedex")], seventeenContext());
    const events = answer.shipments[0]?.events ?? [];
    expect(events.filter((event) => event.status === "UNKNOWN")).toEqual([]);
    expect(events.reduce((best, event) => (event.time.at > best.time.at ? event : best)).status).toBe(status);
  });
});

describe("17TRACK's webhook", () => {
  it("is signed, tells each number once, and is tried again after a failure", async () => {
    now = start;
    const number = ship("dpd", "normal", 4_000, town("DE", 0));
    await seventeenTrack.register?.([query(number, "dpd")], seventeenContext());
    now = start + HOUR;
    pushes.length = 0;
    pushStatus = 503;
    await simulator.push();
    const mine = () => pushes.filter((push) => push.body.includes(number));
    expect(mine()).toHaveLength(1);
    await simulator.push();
    expect(mine()).toHaveLength(1);
    pushStatus = 200;
    now += 11 * 60_000;
    await simulator.push();
    await simulator.push();
    expect(mine()).toHaveLength(2);
    const last = mine()[1];
    expect(last?.sign).toBe(signPush(last?.body ?? "", "demo-key"));
    const read = seventeenTrack.parse(last?.body ?? "", { httpStatus: null, receivedAt: now });
    expect(read.shipments[0]).toMatchObject({ number, carrier: "dpd" });
  });

  it("counts quota and refuses a second registration, which costs nothing", async () => {
    const account = simulator.accounts.open("demo-key");
    const number = ship("gls", "normal", 5_000, town("DE", 1));
    const before = account.used;
    await seventeenTrack.register?.([query(number, "gls")], seventeenContext());
    await seventeenTrack.register?.([query(number, "gls")], seventeenContext());
    expect(account.used).toBe(before + 1);
  });
});

describe("the next scan on command", () => {
  it("comes now, and the later ones move with it", () => {
    now = start;
    const number = ship("ups", "normal", 6_000);
    const shipment = simulator.book.find(number);
    const before = shipment?.scans.map((scan) => scan.at) ?? [];
    const first = simulator.book.sendNext(number);
    expect(first).toMatchObject({ moment: "accepted", at: now });
    const shift = (before[1] ?? 0) - now;
    expect(shipment?.scans.slice(1).map((scan) => scan.at + shift)).toEqual(before.slice(1));
  });

  it("survives a restart", () => {
    const state = JSON.parse(JSON.stringify(simulator.snapshot())) as ReturnType<typeof simulator.snapshot>;
    const other = createCarrierSimulator({ now: () => now });
    other.restore(state);
    expect(other.snapshot()).toEqual(simulator.snapshot());
  });
});
