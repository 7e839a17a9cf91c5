import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { readConfig } from "./config.server";

const key = randomBytes(32).toString("base64");
const good = { SHOPIFY_API_KEY: "k", SHOPIFY_API_SECRET: "s", SHOPIFY_APP_URL: "https://milepost.example/", MILEPOST_ENCRYPTION_KEY: key };
const problems = (env: Record<string, string | undefined>) => {
  try {
    readConfig(env);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe("the configuration", () => {
  it("needs four values and has defaults for the rest", () => {
    expect(readConfig(good)).toMatchObject({ shopify: { appUrl: "https://milepost.example" }, database: { url: null }, worker: "inline", web: { port: 3_000 } });
    const empty = { DATABASE_URL: "", SMTP_URL: "", PORT: "", WORKER: "", LOG_LEVEL: "", UPS_BASE_URL: "", SCOPES: "", MILEPOST_ENCRYPTION_KEYS_OLD: "" };
    expect(readConfig({ ...good, ...empty })).toEqual(readConfig(good));
    expect(readConfig({ ...good, DATABASE_URL: "postgresql://a@b/c" })).toMatchObject({ worker: "separate" });
    expect(readConfig(good).web.trustedProxies).toEqual(["loopback", "private"]);
    expect(readConfig({ ...good, TRUSTED_PROXIES: "203.0.113.0/24, loopback ,2001:db8::1" }).web.trustedProxies).toEqual(["203.0.113.0/24", "loopback", "2001:db8::1"]);
  });

  it("names every missing value at once, with what it is", () => {
    const message = problems({});
    for (const name of Object.keys(good)) expect(message).toMatch(new RegExp(`^  ${name}: .{20,}$`, "m"));
    expect(message).not.toContain("undefined");
  });

  it("names every wrong value at once, and shows none", () => {
    const wrong = {
      ...good, SHOPIFY_APP_URL: "milepost", MILEPOST_ENCRYPTION_KEY: "c2hvcnQ=", MILEPOST_ENCRYPTION_KEYS_OLD: `${key},s3cret`, DATABASE_URL: "mysql://u:s3cret@h/d",
      SMTP_URL: "smtp.s3cret.example", PORT: "99999", WORKER: "both", LOG_LEVEL: "loud", UPS_BASE_URL: "not an address", TRUSTED_PROXIES: "private,10.0.0.0/99",
    };
    const message = problems(wrong);
    for (const name of ["SHOPIFY_APP_URL", "MILEPOST_ENCRYPTION_KEY", "MILEPOST_ENCRYPTION_KEYS_OLD", "DATABASE_URL", "SMTP_URL", "PORT", "WORKER", "LOG_LEVEL", "UPS_BASE_URL", "TRUSTED_PROXIES"]) {
      expect(message).toMatch(new RegExp(`^  ${name}: `, "m"));
    }
    expect(message).not.toContain("s3cret");
    expect(problems({ WORKER: "separate" })).toMatch(/WORKER: separate needs DATABASE_URL[^]*$/);
    expect(problems({ WORKER: "separate" })).toContain("SHOPIFY_API_KEY");
  });

  it("is explained in .env.example, value by value, and nothing there is read by nobody", () => {
    const source = ["./config.server.ts", "./operator-settings.ts"].map((file) => readFileSync(new URL(file, import.meta.url), "utf8")).join("\n");
    const read = [...source.matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map((match) => match[1]);
    const example = readFileSync(new URL("../.env.example", import.meta.url), "utf8");
    const named = [...example.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]);
    expect(read.length).toBeGreaterThan(15);
    // Providers' addresses are read by their pattern; the example shows one.
    expect(named.sort()).toEqual([...read, "UPS_BASE_URL"].sort());
    // Copied as it is, it must start in development: the embedded database, and what Shopify CLI sets.
    const active = Object.fromEntries([...example.matchAll(/^([A-Z][A-Z_]+)=(.*)$/gm)].map((match) => [match[1] ?? "", match[2] ?? ""]));
    const cli = { NODE_ENV: "development", SHOPIFY_API_KEY: "k", SHOPIFY_API_SECRET: "s", HOST: "https://random-words.trycloudflare.com" };
    const copied = { ...active, ...cli };
    expect(readConfig(copied, () => key)).toMatchObject({ database: { url: null }, worker: "inline", shopify: { appUrl: cli.HOST }, encryption: { key } });
  });

  it("takes the app's address and the address to listen on from what Shopify CLI and hosting platforms set", () => {
    const { SHOPIFY_APP_URL: _, ...rest } = good;
    const tunnel = "https://random-words.trycloudflare.com";
    const cli = { ...rest, NODE_ENV: "development", HOST: tunnel, APP_URL: tunnel };
    expect(readConfig(cli)).toMatchObject({ shopify: { appUrl: tunnel }, web: { host: "::" } });
    expect(readConfig({ ...rest, HOST: tunnel }), "HOST alone").toMatchObject({ shopify: { appUrl: tunnel }, web: { host: "::" } });
    expect(readConfig({ ...cli, SHOPIFY_APP_URL: "https://milepost.example" }).shopify.appUrl, "a .env of production in development").toBe(tunnel);
    expect(readConfig({ ...cli, NODE_ENV: "production", SHOPIFY_APP_URL: "https://milepost.example" }).shopify.appUrl).toBe("https://milepost.example");
    expect(readConfig({ ...good, HOST: "0.0.0.0" }).web.host).toBe("0.0.0.0");
    expect(readConfig({ ...good, HOST: "0.0.0.0", LISTEN_HOST: "127.0.0.1" }).web.host).toBe("127.0.0.1");
    expect(problems(rest), "no address at all").toMatch(/^ {2}SHOPIFY_APP_URL: /m);
    expect(problems({ ...rest, HOST: "0.0.0.0" })).toMatch(/^ {2}SHOPIFY_APP_URL: /m);
  });

  it("reads any provider's own address by its code", () => {
    const config = readConfig({ ...good, FEDEX_BASE_URL: "http://127.0.0.1:1/fedex", ROYAL_MAIL_BASE_URL: "http://127.0.0.1:1/rm", SEVENTEENTRACK_BASE_URL: "http://127.0.0.1:1/17", UPS_BASE_URL: "" });
    expect(config.carrierBaseUrls).toEqual({ fedex: "http://127.0.0.1:1/fedex", royal_mail: "http://127.0.0.1:1/rm", "17track": "http://127.0.0.1:1/17" });
  });
});
