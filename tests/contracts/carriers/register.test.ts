import { describe, expect, it } from "vitest";

import type { CarrierAdapter, CarrierContext, HttpAnswer, HttpRequest, TrackingQuery } from "~/integrations/carriers/port";
import { carrierAdapters } from "~/integrations/carriers/registry";
import { createTokenCache } from "~/integrations/http/token-cache";

const NOW = Date.UTC(2026, 10, 24, 12);

function query(number: string, carrier: string | null = "usps"): TrackingQuery {
  return { number, carrier, destinationCountry: null, destinationPostalCode: null, shippedAt: null, locale: null };
}

function play(answers: (request: HttpRequest) => Partial<HttpAnswer> & { json?: unknown }): { context: CarrierContext; sent: HttpRequest[] } {
  const sent: HttpRequest[] = [];
  const http = {
    send(request: HttpRequest): Promise<HttpAnswer> {
      if (request.url.includes("/oauth")) return Promise.resolve({ status: 200, headers: {}, body: JSON.stringify({ access_token: "t", expires_in: "3600" }) });
      sent.push(request);
      const { json, ...answer } = answers(request);
      return Promise.resolve({ status: 200, headers: {}, body: json === undefined ? "" : JSON.stringify(json), ...answer });
    },
  };
  return { sent, context: { credentials: { api_key: "k", api_token: "k", default_carrier: "usps", service: "express", push: "on", webhook_token: "t" }, webhookUrl: "https://app.example/hooks/dhl/x", http, now: () => NOW, tokens: createTokenCache(() => NOW) } };
}

function adapter(code: string): Required<Pick<CarrierAdapter, "register">> & CarrierAdapter {
  const found = carrierAdapters.find((one) => one.code === code);
  if (found?.register === undefined) throw new Error(`${code} cannot register`);
  return { ...found, register: found.register };
}

describe("register", () => {
  it("17track: counts what was registered before as accepted, keeps the rest of a batch, and stops what is not known without complaint", async () => {
    const rejected = (code: number) => ({ json: { code: 0, data: { accepted: [{ number: "A", carrier: 21051 }], rejected: [{ number: "B", error: { code, message: "m" } }] } } });
    const first = await adapter("17track").register([query("A"), query("B")], play(() => rejected(-18019901)).context);
    expect(first).toEqual({ accepted: [{ number: "A", carrier: "usps" }, { number: "B", carrier: null }], problems: [] });
    const second = await adapter("17track").register([query("A"), query("B"), query("C")], play(() => rejected(-18019908)).context);
    expect(second.accepted.map((one) => one.number)).toEqual(["A"]);
    expect(second.problems).toMatchObject([{ kind: "rate_limit", number: "B" }, { kind: "invalid", number: "C" }]);
    const third = await adapter("17track").unregister?.([query("A"), query("B")], play(() => rejected(-18019902)).context);
    expect(third?.problems).toEqual([]);
  });

  it("17track: a number that was stopped is tracked again when it is registered anew, and said to be refused where that is not granted", async () => {
    const rejected = (number: string, code: number) => ({ number, error: { code, message: "m" } });
    const { context, sent } = play((request) => ({
      json: {
        code: 0,
        data: request.url.endsWith("/register")
          ? { accepted: [], rejected: [rejected("A", -18019901), rejected("B", -18019901), rejected("C", -18019901)] }
          : { accepted: [{ number: "A", carrier: 21051 }], rejected: [rejected("B", -18019904), rejected("C", -18019905)] },
      },
    }));
    const answer = await adapter("17track").register([query("A"), query("B"), query("C")], context);
    expect(sent.map((request) => request.url.split("/").at(-1))).toEqual(["register", "retrack"]);
    expect(answer.accepted.map((one) => one.number)).toEqual(["A", "B"]);
    expect(answer.problems).toMatchObject([{ kind: "invalid", number: "C" }]);
  });

  it("tells the numbers of which nobody knows whether they were taken, and none when nothing was sent", async () => {
    const silent = play(() => ({ status: 0, body: "no answer in time" }));
    expect((await adapter("aftership").register([query("A")], silent.context)).uncertain).toEqual(["A"]);
    for (const never of [{ status: 0, body: "the connection failed (ECONNREFUSED)" }, { status: 0, headers: { "x-circuit": "open" }, body: "not asked" }, { status: 503, body: "" }]) {
      expect((await adapter("aftership").register([query("A")], play(() => never).context)).uncertain).toBeUndefined();
    }
  });

  it("17track: sends forty at a time, and no more after a refusal", async () => {
    const numbers = Array.from({ length: 90 }, (_, index) => query(`N${index}`));
    const good = play((request) => ({ json: { code: 0, data: { accepted: JSON.parse(request.body ?? "[]") as unknown[] } } }));
    expect((await adapter("17track").register(numbers, good.context)).accepted.length).toBe(90);
    expect(good.sent.length).toBe(3);
    const bad = play(() => ({ status: 401, json: { code: -18010002, data: { errors: [{ code: -18010002, message: "Invalid security key." }] } } }));
    expect((await adapter("17track").register(numbers, bad.context)).problems).toMatchObject([{ kind: "auth", number: null }]);
    expect(bad.sent.length).toBe(1);
  });

  it("ups: keeps what UPS takes and says what it does not", async () => {
    const { context, sent } = play(() => ({ json: { validTrackingNumbers: ["1Z1"], invalidTrackingNumbers: ["1Z$"] } }));
    const answer = await adapter("ups").register([query("1Z1"), query("1Z$")], context);
    expect(answer).toMatchObject({ accepted: [{ number: "1Z1", carrier: "ups" }], problems: [{ kind: "invalid", number: "1Z$" }] });
    expect(sent[0]?.idempotent).not.toBe(true);
  });

  it("aftership: takes an existing tracking for registered, and looks up the id to delete", async () => {
    const exists = play(() => ({ status: 400, json: { meta: { code: 4003 }, data: { id: "x", tracking_number: "A" } } }));
    expect((await adapter("aftership").register([query("A")], exists.context)).accepted).toEqual([{ number: "A", carrier: null }]);
    const gone = play((request) => (request.method === "GET" ? { json: { meta: { code: 200 }, data: { trackings: [{ id: "id 1", tracking_number: "A" }] } } } : { json: { meta: { code: 200 }, data: {} } }));
    expect((await adapter("aftership").unregister?.([query("A")], gone.context))?.accepted.map((one) => one.number)).toEqual(["A"]);
    expect(gone.sent.at(-1)).toMatchObject({ method: "DELETE" });
    expect(gone.sent.at(-1)?.url).toMatch(/\/trackings\/id%201$/);
  });

  it("dhl: does not subscribe before it is switched on, and token and division are set", async () => {
    const { context, sent } = play(() => ({ json: {} }));
    for (const lacking of ["push", "webhook_token", "service"]) {
      expect(await adapter("dhl").register([query("A")], { ...context, credentials: { ...context.credentials, [lacking]: "" } })).toEqual({ accepted: [], problems: [] });
    }
    expect(sent).toEqual([]);
  });

  it("ship24: reads created, existing and refused trackers of one bulk", async () => {
    const data = [
      { itemStatus: "created", inputData: { trackingNumber: "A" } },
      { itemStatus: "existing", inputData: { trackingNumber: "B" } },
      { itemStatus: "error", inputData: { trackingNumber: "C" }, errors: [{ code: "validation_error", message: "no" }] },
    ];
    const answer = await adapter("ship24").register([query("A"), query("B"), query("C")], play(() => ({ status: 207, json: { status: "partial", summary: {}, data } })).context);
    expect(answer.accepted.map((one) => one.number)).toEqual(["A", "B"]);
    expect(answer.problems).toMatchObject([{ kind: "invalid", number: "C" }]);
  });

  it("trackingmore: takes an existing number for registered", async () => {
    const json = { meta: { code: 200 }, data: { success: [{ tracking_number: "A", courier_code: "usps" }], error: [{ tracking_number: "B", error_code: 4101, error_message: "exists" }] } };
    expect(await adapter("trackingmore").register([query("A"), query("B")], play(() => ({ json })).context)).toEqual({ accepted: [{ number: "A", carrier: "usps" }, { number: "B", carrier: null }], problems: [] });
  });

  it.each([
    ["easypost", (ids: string[]) => ({ trackers: ids.map((id) => ({ id, tracking_code: "A" })) }), "DELETE", /\/v2\/trackers\/id%201$/],
    ["trackingmore", (ids: string[]) => ({ meta: { code: 200 }, data: ids.map((id) => ({ id, tracking_number: "A" })) }), "DELETE", /\/v4\/trackings\/delete\/id%201$/],
    ["ship24", (ids: string[]) => ({ data: { trackings: ids.map((trackerId) => ({ tracker: { trackerId, trackingNumber: "A" } })) } }), "PATCH", /\/trackers\/id%201$/],
  ] as const)("%s: looks up its own id to stop; what is not there is stopped, a fault is told", async (code, found, method, path) => {
    const stop = (answers: Parameters<typeof play>[0]) => {
      const { context, sent } = play(answers);
      return { sent, done: adapter(code).unregister?.([query("A")], context) };
    };
    const good = stop((request) => ({ json: request.method === "GET" ? found(["id 1"]) : {} }));
    expect(await good.done).toEqual({ accepted: [{ number: "A", carrier: "usps" }], problems: [] });
    expect(good.sent.at(-1)).toMatchObject({ method, url: expect.stringMatching(path) as string });
    expect((await stop(() => ({ json: found([]) })).done)?.accepted.map((one) => one.number)).toEqual(["A"]);
    expect((await stop(() => ({ status: 503 })).done)?.problems).toMatchObject([{ kind: "unavailable", number: "A" }]);
    const refused = stop((request) => (request.method === "GET" ? { json: found(["id 1"]) } : { status: 500 }));
    expect(await refused.done).toMatchObject({ accepted: [], problems: [{ kind: "unavailable", number: "A" }] });
  });

  it.each(["easypost", "shippo", "shipengine", "dhl"])("%s: a success counts, a fault is told", async (code) => {
    const { register } = adapter(code);
    expect((await register([query("A")], play(() => ({ status: code === "shipengine" ? 204 : 200, json: {} })).context)).accepted.map((one) => one.number)).toEqual(["A"]);
    const failed = await register([query("A")], play(() => ({ status: 503, body: "" })).context);
    expect(failed.accepted).toEqual([]);
    expect(failed.problems).toMatchObject([{ kind: "unavailable" }]);
  });
});
