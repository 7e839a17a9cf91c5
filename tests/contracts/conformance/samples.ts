import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { normalizeBody, type Normalized } from "~/cli/normalize";
import type { CarrierAdapter, WebhookScheme } from "~/integrations/carriers/port";
import { findAdapter } from "~/integrations/carriers/registry";
import { verifySignature, type SignedRequest } from "~/integrations/carriers/verify-signature";

import type { Finding } from "./recorded";

interface Sample {
  kind: "response" | "webhook" | "error";
  numbers: string[];
  status: string | null;
  events: number;
  last_event_at: string | null;
  items?: { number: string; status?: string; events?: number; accepted?: boolean; rejected?: unknown }[];
  signature?: { header?: string | null; headers?: Record<string, string>; secret?: string; value?: string; timestamp?: string; jwks?: { keys: NonNullable<SignedRequest["keys"]> } };
}

/** Samples that are read otherwise than their table says, for a reason that docs/decisions/recorded-payloads.md gives. */
const EXPLAINED: ReadonlySet<string> = new Set([
  "royal_mail/events_1.json", "royal_mail/summary_5.json", "royal_mail/summary_7.json", "postnl/currentstatus.json",
]);

/** Reads the sample bodies of the providers' protocol sheets through `normalize`; null where the folder is absent. */
export function checkSamples(providers: string): Finding[] | null {
  const samples = join(providers, "samples");
  if (!existsSync(samples)) return null;
  const sheets = ["carriers", "aggregators"].flatMap((folder) => readdirSync(join(providers, folder))).filter((name) => name.endsWith(".md")).map((name) => name.slice(0, -3));
  const findings: Finding[] = [];
  for (const name of sheets.sort()) {
    const table = join(samples, name, "expected.json");
    const adapter = findAdapter(name);
    if (!existsSync(table) || !adapter) {
      findings.push({ verdict: adapter ? "open" : "no adapter", file: name, kind: "-", wanted: "samples", got: "-" });
      continue;
    }
    for (const [file, sample] of Object.entries(JSON.parse(readFileSync(table, "utf8")) as Record<string, Sample>)) findings.push(checkSample(adapter, samples, `${name}/${file}`, sample));
  }
  return findings;
}

function checkSample(adapter: CarrierAdapter, samples: string, file: string, sample: Sample): Finding {
  const bytes = readFileSync(join(samples, file));
  const read = normalizeBody(adapter, file, bytes.toString("utf8"), Date.now());
  const faults = [...differences(read, sample), ...signatureFaults(adapter.webhook, bytes, sample)];
  const got = faults.length === 0 ? summary(read) : faults.join("; ");
  return { verdict: faults.length === 0 ? "right" : EXPLAINED.has(file) ? "explained" : "WRONG", file, kind: sample.kind, wanted: sample.status ?? "-", got };
}

function summary(read: Normalized): string {
  return [...read.shipments.map((one) => one.status), ...read.problems.map((one) => one.kind)].join(" ") || "nothing";
}

/** What of a sample was read otherwise than its table says; empty when all agrees. */
function differences(read: Normalized, sample: Sample): string[] {
  const notFound = read.problems.some((one) => one.kind === "not_found");
  if (sample.kind === "error") {
    const faults = read.shipments.length > 0 || read.problems.length === 0 ? [`an error read as ${summary(read)}`] : [];
    return sample.status === "PENDING" && !notFound ? [...faults, `not found read as ${summary(read)}`] : faults;
  }
  if (sample.items === undefined && (sample.status ?? "") === "") return read.shipments.some((one) => one.events.length > 0) ? ["scans where there are none"] : [];
  const wanted = sample.items?.filter((item) => item.status !== undefined) ?? [{ number: sample.numbers.find((number) => read.shipments.some((one) => one.number === number)) ?? sample.numbers[0] ?? "", status: sample.status ?? "" }];
  const faults: string[] = [];
  for (const item of wanted) {
    const found = read.shipments.find((one) => one.number === item.number);
    if (found === undefined) faults.push(item.status === "PENDING" && notFound ? "" : `no shipment ${item.number}`);
    else if (found.status !== item.status) faults.push(`${item.number}: ${found.status}, not ${item.status ?? "-"}`);
  }
  const events = read.shipments.flatMap((one) => one.events);
  if (events.length !== sample.events) faults.push(`${events.length} events, not ${sample.events}`);
  const newest = events.flatMap((event) => (event.at === null ? [] : [event.at])).sort((a, b) => instant(b) - instant(a))[0];
  if (sample.last_event_at !== null && (newest === undefined || !sameInstant(newest, sample.last_event_at))) faults.push(`last event ${newest ?? "without a time"}, not ${sample.last_event_at}`);
  return faults.filter((fault) => fault !== "");
}

function instant(text: string): number {
  const said = text.replace(/([+-]\d{2})(\d{2})$/, "$1:$2");
  return Date.parse(/(Z|[+-]\d{2}:\d{2})$/.test(said) ? said : `${said.length === 10 ? `${said}T00:00` : said}Z`);
}

/** The same instant, or the same wall clock where one side does not say its zone. */
function sameInstant(got: string, wanted: string): boolean {
  return instant(got) === instant(wanted) || instant(got.slice(0, 19)) === instant(wanted.slice(0, 19));
}

/** When a sample was sent, where it says so: samples are older than any push may be. */
function sentAt(scheme: WebhookScheme, headers: Readonly<Record<string, string | undefined>>): number {
  return "freshness" in scheme && scheme.freshness ? Date.parse(headers[scheme.freshness.header] ?? "") : 0;
}

/** A signed sample passes with its secret and with no other. */
function signatureFaults(scheme: WebhookScheme | undefined, body: Buffer, { signature }: Sample): string[] {
  if (signature === undefined) return [];
  if (scheme === undefined) return ["signed, and the adapter has no webhook"];
  const value = signature.value === undefined ? {} : { [(signature.header ?? scheme.header).toLowerCase()]: signature.value };
  const headers = { ...value, ...(signature.timestamp === undefined ? {} : { timestamp: signature.timestamp }), ...signature.headers };
  const check = (secret: string, more: Partial<SignedRequest>) =>
    verifySignature(scheme, { body, headers, now: sentAt(scheme, headers), ...(signature.jwks === undefined ? {} : { keys: signature.jwks.keys }), ...more }, scheme.kind === "rsa" ? {} : { [scheme.secretKey]: secret }).ok;
  const faults = check(signature.secret ?? "", {}) ? [] : ["its signature is refused"];
  if (scheme.kind === "rsa" ? check("", { body: Buffer.concat([body, Buffer.from(" ")]) }) : check(`${signature.secret ?? ""}x`, {})) faults.push("a wrong signature passes");
  return faults;
}
