import { readFileSync } from "node:fs";

import { buildSchema, GraphQLError, isScalarType, Kind, type GraphQLSchema } from "graphql";

/** The version of the Admin API that is simulated. */
export const API_VERSION = "2026-10";

let built: GraphQLSchema | null = null;

/**
 * Shopify's Admin GraphQL schema 2026-10 (ISC, see LICENSE.admin-schema), built once in about a quarter of a second.
 * Custom scalars check what comes in, as far as their form is public.
 */
export function adminSchema(): GraphQLSchema {
  if (built) return built;
  // The text is Shopify's own and known to be valid.
  const schema = buildSchema(readFileSync(new URL("admin-2026-10.graphql", import.meta.url), "utf8"), { assumeValidSDL: true });
  check(schema, "DateTime", isDateTime, "an ISO 8601 instant");
  check(schema, "URL", (value) => typeof value === "string" && URL.canParse(value), "an absolute URL");
  check(schema, "Decimal", (value) => /^-?\d+(\.\d+)?$/.test(String(value)), "a decimal number");
  check(schema, "Money", (value) => /^-?\d+(\.\d+)?$/.test(String(value)), "a decimal number");
  built = schema;
  return schema;
}

let scopes: ReadonlyMap<string, readonly string[]> | null = null;

/** `Type` or `Type.field` → the access scopes of which one is needed. */
export function neededScopes(): ReadonlyMap<string, readonly string[]> {
  scopes ??= new Map(Object.entries(JSON.parse(readFileSync(new URL("admin-2026-10-scopes.json", import.meta.url), "utf8")) as Record<string, string[]>));
  return scopes;
}

function isDateTime(value: unknown): boolean {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}|$)/.test(value) && !Number.isNaN(Date.parse(value));
}

function check(schema: GraphQLSchema, name: string, valid: (value: unknown) => boolean, form: string): void {
  const type = schema.getType(name);
  if (!isScalarType(type)) throw new Error(`the schema has no scalar ${name}`);
  type.parseValue = (value) => {
    if (!valid(value)) throw new GraphQLError(`${JSON.stringify(value)} is not ${form}, which ${name} wants.`);
    return value;
  };
  type.parseLiteral = (node) => {
    const value = node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT ? node.value : null;
    if (!valid(value)) throw new GraphQLError(`${name} wants ${form}.`, { nodes: node });
    return value;
  };
}
