import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { address, segment } from "~/integrations/carriers/calling/address";
import { credentialProblem, usableCredentials } from "~/integrations/carriers/calling/credentials";
import type { CarrierAdapter, CarrierContext, CredentialField, Credentials, HttpAnswer, TrackingQuery } from "~/integrations/carriers/port";
import { carrierAdapters, findAdapter } from "~/integrations/carriers/registry";
import { createTokenCache } from "~/integrations/http/token-cache";
import { readCredentials } from "~/use-cases/connect-carrier";

const NOW = Date.UTC(2026, 10, 24, 12);
const BASE = "https://proxy.operator.example:8443/mirror";

/** What somebody writes who wants another host to be asked, or another path of it. */
const HOSTILE = [
  ".attacker.test:5297/internal/admin?x=", "@attacker.test/", "//attacker.test/", "/\\attacker.test", "\\\\attacker.test", "https://attacker.test/", ":5297/", "?x=", "#", "/../../admin", "..", ".", "/..;/x", "%2e%2e/%2e%2e/x", "%2f%2fattacker.test",
  "../../internal", "a/../../b", "\t//attacker.test", "\r\nHost: attacker.test", "\u0000", "\ud800", "user:pass@attacker.test", "。attacker。test", "attacker.test%00", "__proto__", "constructor",
];
const hostile = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...HOSTILE) }, fc.string({ unit: "binary", maxLength: 40 }), fc.tuple(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 12 })).map((parts) => parts.join("")));

/** Every answer lets the next request go out: a token, an id, a subscription. */
function answer(headers: Record<string, string> | undefined): HttpAnswer {
  const xml = headers?.["content-type"]?.startsWith("text/xml") === true;
  const body = xml
    ? "<Envelope><Body><getAuthResponse><return><authToken>t</authToken></return></getAuthResponse></Body></Envelope>"
    : JSON.stringify({ access_token: "t", expires_in: 3600, id: "..", subscriptionId: "..", data: { trackings: [{ id: "../x" }] }, trackers: [{ id: "//attacker.test" }] });
  return { status: 200, headers: { etag: "e" }, body };
}

function recording(credentials: Credentials): { context: CarrierContext; urls: string[] } {
  const urls: string[] = [];
  const http = { send: ({ url, headers }: { url: string; headers?: Record<string, string> }) => (urls.push(url), Promise.resolve(answer(headers))) };
  return { urls, context: { credentials, http, now: () => NOW, tokens: createTokenCache(() => NOW), webhookUrl: "https://app.example/hooks/x/token" } };
}

function query(number: string): TrackingQuery {
  return { number, carrier: "usps", destinationCountry: "US", destinationPostalCode: number, shippedAt: NOW, locale: number };
}

/** All that an adapter asks for by itself; what it answers does not matter here. */
async function addressesOf(adapter: CarrierAdapter, credentials: Credentials, number: string): Promise<URL[]> {
  const { context, urls } = recording(credentials);
  const { accountPush, subscription } = adapter;
  const calls = [
    () => adapter.track([query(number)], context), () => adapter.track([query(number), query("1Z1")], context), () => adapter.test(context), () => adapter.register?.([query(number)], context), () => adapter.unregister?.([query(number)], context),
    () => accountPush?.make(context), () => accountPush?.check(number, context), () => accountPush?.end(number, context), () => subscription?.end?.(number, context), () => subscription?.life?.confirm({ id: number, what: "asks", secret: number }, context),
  ];
  for (const call of calls) await call();
  return urls.map((url) => new URL(url));
}

function filled(adapter: CarrierAdapter, value: (field: CredentialField) => string): Credentials {
  return Object.fromEntries(adapter.credentials.filter((field) => field.setBy !== "operator").map((field) => [field.key, value(field)]));
}

const asked = carrierAdapters.filter((adapter) => adapter.readOnly !== true);
const plain = (field: CredentialField) => field.default ?? field.choices?.[0]?.value ?? "12345678901234567890123456789012";

/** The hosts of a provider: those it asks with each of the choices that it offers. */
async function ownHosts(adapter: CarrierAdapter): Promise<Set<string>> {
  const hosts = new Set<string>();
  const choices = adapter.credentials.flatMap((field) => (field.choices ?? []).map((choice) => ({ [field.key]: choice.value })));
  for (const chosen of [{}, ...choices]) for (const url of await addressesOf(adapter, { ...filled(adapter, plain), ...chosen }, "1Z999AA10123456784")) hosts.add(url.origin);
  return hosts;
}

describe.each(asked.map((adapter) => [adapter.code, adapter] as const))("%s", (_, adapter) => {
  it("asks no host but its own, whatever its fields and numbers hold", async () => {
    const own = await ownHosts(adapter);
    expect(own.size).toBeGreaterThan(0);
    for (const origin of own) expect(origin).toMatch(/^https:\/\//);
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(hostile), hostile, async (values, number) => {
        const credentials = filled(adapter, () => values.next().value);
        for (const url of await addressesOf(adapter, credentials, number)) expect([...own], url.href).toContain(url.origin);
      }),
      { numRuns: 60 },
    );
  });

  it("stays below the operator's address, where there is one", async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(hostile), hostile, async (values, number) => {
        const credentials = { ...filled(adapter, () => values.next().value), base_url: BASE };
        for (const url of await addressesOf(adapter, credentials, number)) {
          expect(url.href.startsWith(`${BASE}/`), url.href).toBe(true);
          expect([url.username, url.password, url.hash]).toEqual(["", "", ""]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("fields that become a part of an address", () => {
  const fields = asked.flatMap((adapter) => adapter.credentials.filter((field) => field.urlPart !== undefined).map((field) => ({ adapter, field })));

  it("are refused when they are saved, and not used when they are stored", () => {
    expect(fields.map(({ adapter, field }) => `${adapter.code}.${field.key}`)).toEqual(expect.arrayContaining(["royal_mail.path", "shippo.default_carrier", "shipengine.default_carrier"]));
    for (const { adapter, field } of fields) {
      for (const value of HOSTILE.filter((each) => field.urlPart === "path" || !/^(?:__proto__|constructor)$/.test(each))) {
        const typed = { ...filled(adapter, plain), [field.key]: value };
        if (value.trim() !== "") expect(readCredentials(adapter, typed, {}), `${adapter.code} ${JSON.stringify(value)}`).toMatchObject({ ok: false, errors: { [field.key]: expect.any(String) as string } });
        expect(usableCredentials(adapter, typed)[field.key], JSON.stringify(value)).toBeUndefined();
      }
      const good = { ...filled(adapter, plain), [field.key]: field.default ?? "dhl-express_2" };
      expect(readCredentials(adapter, good, {})).toMatchObject({ ok: true });
      expect(usableCredentials(adapter, good)[field.key]).toBe(field.default ?? "dhl-express_2");
    }
  });

  it("and no field holds a line break, or an address of the merchant's", () => {
    for (const adapter of asked) {
      for (const field of adapter.credentials) if (field.setBy !== "operator") expect(credentialProblem(field, "a\r\nb"), `${adapter.code}.${field.key}`).not.toBeNull();
      expect(usableCredentials(adapter, { ...filled(adapter, plain), base_url: "https://attacker.test" })["base_url"]).toBeUndefined();
    }
  });

  it("take the path that Royal Mail's plans name", () => {
    const field = findAdapter("royal_mail")?.credentials.find((each) => each.key === "path");
    for (const good of ["/mailpieces/v2", "/mailpieces/v3.1", "/a", "/track-and_trace/v2"]) expect(field && credentialProblem(field, good), good).toBeNull();
    for (const bad of ["mailpieces/v2", "/", "/a//b", "/a/../b", "/a/..", "/./a", "/a?b", "/a#b", "/a b", "/é", "/a/%2e"]) expect(field && credentialProblem(field, bad), bad).not.toBeNull();
  });
});

describe("the test of a connection", () => {
  const INNER = "root:x:0:0 an inner service's words";
  const forms = [
    INNER, `<html><body>${INNER}</body></html>`,
    ...[
      { message: INNER }, { error: INNER, error_description: INNER }, { errors: [{ code: INNER, message: INNER, errorCode: INNER, errorDescription: INNER, title: INNER }] }, { httpCode: "401", httpMessage: INNER, moreInformation: INNER },
      { meta: { code: 401, message: INNER } }, { fault: { faultstring: INNER, detail: { errorcode: INNER } } }, { status: 401, title: INNER, detail: INNER }, { code: -18010002, message: INNER, data: { errors: [{ code: INNER, message: INNER }] } }, { detail: INNER },
      { response: { errors: [{ code: INNER, message: INNER }] } }, { returnCode: 401, returnMessage: INNER }, { data: { quota_remain: INNER }, code: 0 },
    ].map((body) => JSON.stringify(body)),
  ];

  it("repeats nothing of what another service wrote", async () => {
    for (const adapter of asked) {
      for (const body of forms) {
        for (const status of [200, 401, 404, 429, 503]) {
          const http = { send: ({ url }: { url: string }) => Promise.resolve(/token|oauth|sessions/i.test(url) && status === 200 ? answer({}) : { status, headers: {}, body }) };
          const { message } = await adapter.test({ credentials: filled(adapter, plain), http, now: () => NOW, tokens: createTokenCache(() => NOW) });
          expect(message, `${adapter.code} ${status} ${body}`).not.toMatch(/root|inner service/);
          expect(message.length).toBeLessThan(200);
        }
      }
    }
  });
});

describe("an address", () => {
  it("is the base and a path below it", () => {
    const at = (base: string | undefined, path: string) => address({ credentials: base === undefined ? {} : { base_url: base } }, "https://api.example/soap/", path);
    expect(at(undefined, "/track?n=1,2&x[]=a")).toBe("https://api.example/soap/track?n=1,2&x[]=a");
    expect(at("http://127.0.0.1:9/", "/tracks/")).toBe("http://127.0.0.1:9/tracks/");
    expect(at(undefined, `/item/${segment("../a b/é?#")}/info`)).toBe("https://api.example/soap/item/..%2Fa%20b%2F%C3%A9%3F%23/info");
    expect(at(undefined, `/item/${segment("..")}`)).toBe("https://api.example/soap/item/-");
    expect(at(undefined, ".attacker.test:5297/internal?x=")).toBe("https://api.example/soap/.attacker.test:5297/internal?x=");
    expect(at(undefined, "@attacker.test")).toBe("https://api.example/soap/@attacker.test");
  });
});
