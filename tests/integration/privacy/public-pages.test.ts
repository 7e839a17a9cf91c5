import { createHash } from "node:crypto";

import type { LoaderFunctionArgs } from "@remix-run/node";
import { describe, expect, it } from "vitest";

import { operatorFindings } from "~/cli/doctor-operator";
import { readConfig } from "~/config.server";
import { loader as privacy } from "~/routes/privacy";
import { loader as support } from "~/routes/support";

const needed = { SHOPIFY_API_KEY: "k", SHOPIFY_API_SECRET: "s", SHOPIFY_APP_URL: "https://milepost.example", MILEPOST_ENCRYPTION_KEY: Buffer.alloc(32, 1).toString("base64") };
const operator = { OPERATOR_NAME: "Larch & Sons <Ltd>", OPERATOR_ADDRESS: "1 High Street\\nLeeds", SUPPORT_EMAIL: "help@larch.example", PRIVACY_CONTACT_EMAIL: "privacy@larch.example" };

async function page(loader: typeof privacy, env: Record<string, string> = {}) {
  const config = readConfig({ ...needed, ...env });
  const answer = loader({ request: new Request("https://milepost.example/privacy"), params: {}, context: { dependencies: { config } } } as unknown as LoaderFunctionArgs);
  return { answer, text: await answer.clone().text(), config };
}

describe("the public pages", () => {
  it.each([["privacy", privacy], ["support", support]] as const)("%s is served with everything in it and nothing loaded or kept", async (_name, loader) => {
    const { answer, text } = await page(loader, operator);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    const style = /<style>([^]*?)<\/style>/.exec(text)?.[1] ?? "";
    expect(policy).toContain(`'sha256-${createHash("sha256").update(style).digest("base64")}'`);
    expect(text).not.toMatch(/<script|style=|https?:\/\//i);
    for (const link of ["/privacy", "/support"]) expect(text).toContain(`href="${link}"`);
  });

  it("name the operator, escaped, and whom to write to", async () => {
    const policy = (await page(privacy, operator)).text;
    expect(policy).toContain("Larch &amp; Sons &lt;Ltd&gt;");
    expect(policy).toContain("1 High Street\nLeeds");
    expect(policy).toContain('href="mailto:privacy@larch.example"');
    const help = (await page(support, operator)).text;
    expect(help).toContain('href="mailto:help@larch.example"');
    expect(help).toContain("1 High Street\nLeeds");
  });

  it("say how long each kind of data is kept, as it is set", async () => {
    const { text, config } = await page(privacy, { RETENTION_RAW_PAYLOADS_DAYS: "41", RETENTION_ORDERS_DAYS: "401" });
    expect(text).toMatch(/in which their source sent them<\/th><td>41 days/);
    expect(text).toMatch(/Customer data of an order[^<]*<\/th><td>401 days/);
    for (const days of Object.values(config.retention)) expect(text).toContain(`<td>${days} days</td>`);
  });

  it("make sense without the operator's settings, and do not say which are missing: doctor does", async () => {
    for (const loader of [privacy, support]) {
      const { answer, text } = await page(loader);
      expect(answer.status).toBe(200);
      expect(text).not.toMatch(/null|undefined|mailto|OPERATOR|SUPPORT_EMAIL|not set|missing/);
      expect(text).toMatch(/those who installed Milepost/);
    }
    const findings = (env: Record<string, string>) => {
      const config = readConfig({ ...needed, ...env });
      return operatorFindings(config.shopify.appUrl, config.operator, config.retention, null);
    };
    expect(findings({})[0]).toMatchObject({ state: "missing", detail: expect.stringContaining("set OPERATOR_NAME, OPERATOR_ADDRESS, SUPPORT_EMAIL, PRIVACY_CONTACT_EMAIL") as string });
    expect(findings({ ...operator, SUPPORT_EMAIL: "" })[0]).toMatchObject({ state: "missing", detail: expect.stringMatching(/set SUPPORT_EMAIL$/) as string });
    expect(findings(operator)[0]).toEqual({ state: "ok", what: "public pages", detail: "https://milepost.example/privacy and https://milepost.example/support" });
    expect(findings({})[1]?.detail).toMatch(/orders 730, events 365, rawPayloads 90, messages 365, webhooks 30, accessLog 365, dataRequests 90; not applied yet/);
  });

  it("lead to the operator's own policy where there is one", async () => {
    const { answer } = await page(privacy, { PRIVACY_POLICY_URL: "https://larch.example/privacy" });
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toBe("https://larch.example/privacy");
  });

  it("refuse settings that cannot be meant", () => {
    for (const [name, value] of [
      ["SUPPORT_EMAIL", "help"], ["PRIVACY_CONTACT_EMAIL", "<x@y.example>"], ["PRIVACY_POLICY_URL", "http://larch.example"], ["PRIVACY_POLICY_URL", "javascript:alert(1)"],
      ["RETENTION_ORDERS_DAYS", "0"], ["RETENTION_EVENTS_DAYS", "6"], ["RETENTION_RAW_PAYLOADS_DAYS", "1.5"], ["RETENTION_MESSAGES_DAYS", "never"], ["RETENTION_WEBHOOKS_DAYS", "-1"], ["RETENTION_ACCESS_LOG_DAYS", "99999"],
    ] as const) {
      expect(() => readConfig({ ...needed, [name]: value }), `${name}=${value}`).toThrow(new RegExp(`${name}: must be`));
    }
  });
});
