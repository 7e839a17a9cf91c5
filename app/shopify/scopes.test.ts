import { readFileSync } from "node:fs";

import { buildSchema, getNamedType, parse, TypeInfo, validate, visit, visitWithTypeInfo } from "graphql";
import { describe, expect, it } from "vitest";

import { REQUIRED_SCOPES } from "~/domain/access/required-scopes";
import { expandScopes, parseAppConfig } from "~tests/simulator/shopify/config/app-config";

import { ADMIN_API_VERSION } from "./admin-client.server";
import { allOperations } from "./operations";
import { WEBHOOK_TOPICS } from "./webhook-topics";

const folder = new URL("../../tests/simulator/shopify/schema/", import.meta.url);
const schema = buildSchema(readFileSync(new URL("admin-2026-10.graphql", folder), "utf8"));
const scopesOf = JSON.parse(readFileSync(new URL("admin-2026-10-scopes.json", folder), "utf8")) as Record<string, string[]>;
const config = parseAppConfig(readFileSync(new URL("../../shopify.app.toml", import.meta.url), "utf8"));

/** Types and fields that an operation touches, as the scopes file names them. */
function touched(text: string): Set<string> {
  const names = new Set<string>();
  const info = new TypeInfo(schema);
  visit(
    parse(text),
    visitWithTypeInfo(info, {
      Field(node) {
        const parent = info.getParentType()?.name;
        const type = info.getType();
        if (parent) names.add(`${parent}.${node.name.value}`);
        if (type) names.add(getNamedType(type).name);
      },
    }),
  );
  return names;
}

/** What a part of the configuration needs by itself (shopify.dev, "About app proxies and dynamic data"). */
const configured = config.proxy === null ? [] : [{ name: "[app_proxy]", anyOf: ["write_app_proxy"] }];

const needs = [...new Set(allOperations.flatMap((operation) => [...touched(operation.text)]))]
  .map((name) => ({ name, anyOf: scopesOf[name] ?? [] }))
  .filter((need) => need.anyOf.length > 0)
  .concat(configured);

describe("the Admin operations", () => {
  it.each(allOperations.map((operation) => [operation.name, operation.text]))("%s is valid against the schema", (_name, text) => {
    expect(validate(schema, parse(text)).map((error) => error.message)).toEqual([]);
  });

  it("have names of their own", () => {
    expect(new Set(allOperations.map((operation) => operation.name)).size).toBe(allOperations.length);
  });

  it("and the configuration find a scope for everything they need", () => {
    const granted = expandScopes(config.scopes);
    expect(needs.filter((need) => !need.anyOf.some((scope) => granted.has(scope)))).toEqual([]);
  });

  it("use every scope that is asked for", () => {
    const used = new Set(needs.flatMap((need) => need.anyOf));
    expect(config.scopes.filter((scope) => !used.has(scope))).toEqual([]);
  });

  it("know at run time which scopes the configuration asks for", () => {
    expect([...REQUIRED_SCOPES].toSorted()).toEqual(config.scopes.toSorted());
  });
});

describe("shopify.app.toml", () => {
  it("names every topic that is dealt with, each once", () => {
    const topics = config.subscriptions.map((each) => each.topic);
    expect(topics.toSorted()).toEqual(Object.keys(WEBHOOK_TOPICS).toSorted());
    expect(new Set(topics).size).toBe(topics.length);
  });

  it("sends them all to one place, in the version that the operations are written for", () => {
    expect(new Set(config.subscriptions.map((each) => each.uri))).toEqual(new Set(["/webhooks"]));
    expect(config.webhookApiVersion).toBe(ADMIN_API_VERSION);
  });
});
