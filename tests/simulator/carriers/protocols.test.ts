import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createHttpClient } from "~/integrations/http/http-client.server";
import { aftership } from "~/integrations/carriers/aftership";
import { dhl } from "~/integrations/carriers/dhl";
import { easypost } from "~/integrations/carriers/easypost";
import { fedex } from "~/integrations/carriers/fedex";
import type { CarrierAdapter, CarrierContext, TrackingQuery, WebhookScheme } from "~/integrations/carriers/port";
import { royalMail } from "~/integrations/carriers/royal_mail";
import { seventeenTrack } from "~/integrations/carriers/seventeen_track";
import { ups } from "~/integrations/carriers/ups";
import { usps } from "~/integrations/carriers/usps";
import { schemeOf, verifySignature } from "~/integrations/carriers/verify-signature";
import { createCarrierSimulator } from "./index";
import { simCarrier, type ProviderCode } from "./carriers";
import { towns } from "./places";
import type { JourneyKind } from "./journeys";
import { signPush } from "./seventeen-track-push";
import { demoCredentials } from "./world";

const HOUR = 3_600_000;
const start = Date.UTC(2026, 9, 5, 15);
let now = start;
const pushes: { url: string; body: string; sign: string; headers: Readonly<Record<string, string>> }[] = [];
let pushStatus = 200;
const simulator = createCarrierSimulator({
  now: () => now,
  seventeenTrackPerSecond: () => 100,
  send: async (push) => {
    pushes.push(push);
    return pushStatus;
  },
});
let base = "";

beforeAll(async () => {
  base = `http://127.0.0.1:${await simulator.listen(0)}`;
  simulator.accounts.open("demo-key").webhookUrl = "http://app.test/hook";
  simulator.aftership.open("demo-key", "after-secret").webhookUrl = "http://app.test/aftership";
  simulator.easypost.open("demo-key", "easy-s\u00e9cret").webhookUrl = "http://app.test/easypost";
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
const fedexContext = () => context({ ...demoCredentials.fedex, base_url: `${base}/fedex` });
const dhlContext = () => context({ ...demoCredentials.dhl, base_url: `${base}/dhl` });
const royalMailContext = () => context({ ...demoCredentials.royal_mail, base_url: `${base}/royal_mail` });
const afterShipContext = () => context({ api_key: "demo-key", base_url: `${base}/aftership` });
const easyPostContext = () => context({ api_key: "demo-key", base_url: `${base}/easypost` });

/** Each provider, its adapter, and the carrier whose parcels it is asked for. */
const providers: [ProviderCode, CarrierAdapter, () => CarrierContext, string][] = [
  ["ups", ups, upsContext, "ups"], ["usps", usps, uspsContext, "usps"], ["fedex", fedex, fedexContext, "fedex"], ["dhl", dhl, dhlContext, "dhl_express"],
  ["royal_mail", royalMail, royalMailContext, "royal_mail"], ["17track", seventeenTrack, seventeenContext, "royal_mail"], ["aftership", aftership, afterShipContext, "dpd"], ["easypost", easypost, easyPostContext, "canada_post"],
];

describe.each(providers)(
  "%s, asked by the app's own adapter",
  (name, adapter, make, carrier) => {
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
        // A wall clock without an offset is taken as UTC and can be off by its zone.
        for (const event of all) if (event.time.certainty === "exact") expect(event.time.at).toBeLessThanOrEqual(now);
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

    it("tells many at once, and each for itself which it does not know", async () => {
      now = start;
      const numbers = [ship(carrier, "normal", 300), ship(carrier, "normal", 301)];
      for (const number of numbers) await adapter.register?.([query(number, carrier)], make());
      const unknown = simCarrier(carrier).number(888_888);
      now = start + 20 * HOUR;
      const answer = await adapter.track([...numbers, unknown].map((number) => query(number, carrier)), make());
      expect(answer.shipments.map((one) => one.number).sort()).toEqual([...numbers].sort());
      expect(answer.problems).toMatchObject([{ kind: "not_found", number: unknown }]);
    });

    it("jumbled scans are the same journey, and another parcel's answer is not taken", async () => {
      now = start;
      const number = ship(carrier, "normal", 310);
      await adapter.register?.([query(number, carrier)], make());
      now = start + 100 * HOUR;
      const fresh = make();
      const plain = await adapter.track([query(number, carrier)], fresh);
      simulator.faults.set(name, "out_of_order");
      const jumbled = await adapter.track([query(number, carrier)], fresh);
      simulator.faults.set(name, "wrong_number");
      const foreign = await adapter.track([query(number, carrier)], fresh);
      simulator.faults.set(name, null);
      const story = (answer: typeof plain) => [...new Set(answer.shipments.flatMap((one) => one.events.map((event) => `${event.time.at} ${event.status}`)))];
      expect(story(jumbled)).toEqual(story(plain));
      expect(story(plain)[0]).toMatch(/DELIVERED$/);
      expect(foreign.shipments).toEqual([]);
      expect(foreign.problems.length).toBeGreaterThan(0);
    });

    it("forgets the people that an answer names", async () => {
      now = start;
      const number = ship(carrier, "normal", 320);
      await adapter.register?.([query(number, carrier)], make());
      now = start + 100 * HOUR;
      expect(JSON.stringify(await adapter.track([query(number, carrier)], make()))).not.toMatch(/DOE|Jane|jane@/i);
    });

    it.each([["failing", "unavailable"], ["rate_limited", "rate_limit"], ["not_json", "unparsable"], ["truncated", "unparsable"]] as const)(
      "broken as %s is told as %s",
      async (fault, kind) => {
        const number = ship(carrier, "fast", 200);
        const fresh = make();
        await adapter.register?.([query(number, carrier)], fresh);
        await adapter.track([query(number, carrier)], fresh);
        simulator.faults.set(name, fault);
        const answer = await adapter.track([query(number, carrier)], fresh);
        simulator.faults.set(name, null);
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

describe("every kind of journey, told by carriers themselves and by other aggregators", () => {
  const usual: Partial<Record<JourneyKind, string>> = {
    normal: "DELIVERED", neighbour: "DELIVERED", weather_delay: "DELIVERED", customs_hold: "DELIVERED", failed_attempt: "DELIVERED", pickup: "DELIVERED", pickup_waiting: "READY_FOR_PICKUP",
    returned: "RETURNED", returning: "RETURNING", lost: "EXCEPTION", label_only: "PRE_TRANSIT", stuck: "IN_TRANSIT", mis_scan: "DELIVERED", refused: "EXCEPTION",
  };
  // What a provider's own words can tell of it.
  const own: Partial<Record<ProviderCode, Partial<Record<JourneyKind, string>>>> = {
    dhl: { refused: "ATTEMPTED_DELIVERY" },
    royal_mail: { refused: "RETURNING" },
    easypost: { returned: "RETURNING" },
  };
  const told = providers.filter(([name]) => ["fedex", "dhl", "royal_mail", "aftership", "easypost"].includes(name));
  it.each(told.flatMap(([name, adapter, make, carrier]) => Object.entries({ ...usual, ...own[name] }).map(([kind, status]) => ({ name, kind, status, adapter, make, carrier }))))(
    "$name: $kind ends as $status",
    async ({ name, kind, status, adapter, make, carrier }) => {
      now = start;
      const number = ship(carrier, kind as JourneyKind, 7_000 + Object.keys(usual).indexOf(kind) + 100 * told.findIndex(([each]) => each === name));
      await adapter.register?.([query(number, carrier)], make());
      now = start + 60 * 24 * HOUR;
      const { shipments, problems } = await adapter.track([query(number, carrier)], make());
      expect(problems).toEqual([]);
      const events = shipments[0]?.events ?? [];
      expect(events.filter((event) => event.status === "UNKNOWN").map((event) => event.code)).toEqual([]);
      expect(events[0]?.status).toBe(status);
    },
  );
});

describe.each([
  ["aftership", aftership, afterShipContext, "dpd", { webhook_secret: "after-secret" }] as const,
  ["easypost", easypost, easyPostContext, "canada_post", { webhook_secret: "easy-s\u00e9cret" }] as const,
])("%s's webhook", (name, adapter, make, carrier, secret) => {
  const hook = `http://app.test/${name}`;

  it("is signed as the app checks it, tells each state once, and is tried again after a failure", async () => {
    now = start;
    const number = ship(carrier, "normal", 4_100);
    expect((await adapter.register?.([query(number, carrier)], make()))?.accepted.map((one) => one.number)).toEqual([number]);
    now = start + HOUR;
    pushes.length = 0;
    pushStatus = 503;
    await simulator.push();
    const mine = () => pushes.filter((push) => push.url === hook && push.body.includes(number));
    expect(mine()).toHaveLength(1);
    await simulator.push();
    expect(mine()).toHaveLength(1);
    pushStatus = 200;
    now += 2 * 60_000;
    await simulator.push();
    await simulator.push();
    expect(mine()).toHaveLength(2);
    const last = mine()[1];
    const headers = Object.fromEntries(Object.entries(last?.headers ?? {}).map(([header, value]) => [header.toLowerCase(), value]));
    const check = (credentials: Record<string, string>) => verifySignature(schemeOf(adapter, credentials) as WebhookScheme, { body: Buffer.from(last?.body ?? ""), headers, now }, credentials).ok;
    expect(check(secret)).toBe(true);
    if (name === "easypost") expect(check({ ...secret, signature: "v2" })).toBe(true);
    expect(check({ webhook_secret: "another shop's" })).toBe(false);
    expect(adapter.parse(last?.body ?? "", { httpStatus: null, receivedAt: now }).shipments).toMatchObject([{ number, carrier, events: [{ status: "PRE_TRANSIT" }] }]);
  });

  it("is silent when it is broken so, and about numbers that are no longer followed", async () => {
    now = start;
    const number = ship(carrier, "normal", 4_200);
    await adapter.register?.([query(number, carrier)], make());
    now = start + HOUR;
    pushes.length = 0;
    simulator.faults.set(name, "silent_push");
    await simulator.push();
    simulator.faults.set(name, null);
    expect(pushes.filter((push) => push.body.includes(number))).toEqual([]);
    expect((await adapter.unregister?.([query(number, carrier)], make()))?.problems).toEqual([]);
    await simulator.push();
    expect(pushes.filter((push) => push.body.includes(number))).toEqual([]);
    expect((await adapter.track([query(number, carrier)], make())).problems).toMatchObject([{ kind: "not_found" }]);
  });

  it("takes a second registration for the first", async () => {
    const number = ship(carrier, "normal", 4_300);
    for (let times = 0; times < 2; times += 1) expect((await adapter.register?.([query(number, carrier)], make()))?.accepted.map((one) => one.number)).toEqual([number]);
    expect(simulator[name].open("demo-key").trackers.filter((tracker) => tracker.number === number)).toHaveLength(1);
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
