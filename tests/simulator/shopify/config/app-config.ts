import { readFile } from "node:fs/promises";

import { z } from "zod";

import { isProtectedTopic, PROTECTED_TOPIC_MESSAGE, type ProtectedDataAccess } from "../graphql/protected-data";
import { topicScopes } from "../schema/topics";
import { parseToml } from "./toml";

/** What Shopify knows of an app from its shopify.app.toml. */
export interface AppConfig {
  clientId: string;
  name: string;
  /** As the admin spells it in its addresses: /store/SHOP/apps/HANDLE. */
  handle: string;
  scopes: string[];
  webhookApiVersion: string;
  subscriptions: AppSubscription[];
  proxy: { url: string; subpath: string; prefix: string } | null;
}

/** One topic that the app listens to in every shop where it is installed. */
export interface AppSubscription {
  /** e.g. orders/create */
  topic: string;
  uri: string;
  includeFields: string[];
  filter: string | null;
}

/** Without it in the shop, Shopify forwards nothing to the app's proxy. */
export const PROXY_SCOPE = "write_app_proxy";

const list = z.array(z.string()).default([]);

const shape = z.object({
  client_id: z.string().default(""),
  name: z.string().default("App"),
  handle: z.string().optional(),
  access_scopes: z.object({ scopes: z.string().default("") }).default({ scopes: "" }),
  webhooks: z
    .object({
      api_version: z.string().default("2026-10"),
      subscriptions: z
        .array(z.object({ topics: list, compliance_topics: list, uri: z.string(), include_fields: list, filter: z.string().optional() }))
        .default([]),
    })
    .default({ api_version: "2026-10", subscriptions: [] }),
  app_proxy: z.object({ url: z.string(), subpath: z.string(), prefix: z.string() }).optional(),
});

/** @throws when the file is not there, is not TOML, or subscribes to what its scopes do not allow */
export async function readAppConfig(path: string): Promise<AppConfig> {
  return parseAppConfig(await readFile(path, "utf8"));
}

/** @throws TomlError, ZodError, or Error naming what Shopify would refuse at deploy */
export function parseAppConfig(text: string): AppConfig {
  const value = shape.parse(parseToml(text));
  const config: AppConfig = {
    clientId: value.client_id,
    name: value.name,
    handle: value.handle ?? value.name.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
    scopes: splitScopes(value.access_scopes.scopes),
    webhookApiVersion: value.webhooks.api_version,
    subscriptions: value.webhooks.subscriptions.flatMap((one) =>
      [...one.topics, ...one.compliance_topics].map((topic) => ({
        topic,
        uri: one.uri,
        includeFields: one.include_fields,
        filter: one.filter ?? null,
      })),
    ),
    proxy: value.app_proxy ?? null,
  };
  const problems = [...topicProblems(config), ...proxyProblems(config)];
  if (problems.length > 0) throw new Error(`shopify.app.toml would be refused:\n  ${problems.join("\n  ")}`);
  return config;
}

function splitScopes(text: string): string[] {
  return text.split(",").map((scope) => scope.trim()).filter(Boolean);
}

/** Shopify grants read access with write access. */
export function expandScopes(scopes: readonly string[]): Set<string> {
  return new Set(scopes.flatMap((scope) => (scope.startsWith("write_") ? [scope, scope.replace(/^write_/, "read_")] : [scope])));
}

function topicProblems(config: AppConfig): string[] {
  const granted = expandScopes(config.scopes);
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const { topic, uri, filter } of config.subscriptions) {
    const needed = topicScopes(topic);
    if (needed === null) problems.push(`${topic} is not a topic`);
    else if (needed.length > 0 && !needed.some((scope) => granted.has(scope))) problems.push(`${topic} needs one of the scopes ${needed.join(", ")}`);
    if (seen.has(`${topic} ${uri}`)) problems.push(`${topic} is subscribed to twice`);
    if (filter !== null) problems.push(`${topic}: webhook filters are not simulated`);
    seen.add(`${topic} ${uri}`);
  }
  return problems;
}

/** @throws Error where the app listens to protected customer data that is not released to it: Shopify makes no such version */
export function checkProtectedTopics(config: AppConfig, access: ProtectedDataAccess): void {
  if (!access.customerData && config.subscriptions.some((one) => isProtectedTopic(one.topic))) {
    throw new Error(`Version couldn't be created.\n  ${PROTECTED_TOPIC_MESSAGE}`);
  }
}

/** An app proxy needs a scope of its own (shopify.dev, "About app proxies and dynamic data"). */
function proxyProblems(config: AppConfig): string[] {
  if (config.proxy === null || config.scopes.includes(PROXY_SCOPE)) return [];
  return [`app_proxy: Configuring an app proxy requires the ${PROXY_SCOPE} access scope`];
}
