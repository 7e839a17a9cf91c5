import { GraphQLError, type ExecutionResult } from "graphql";
import { z } from "zod";

import { adminSchema } from "../schema/schema";
import type { Context } from "./context";
import { requestedCost } from "./cost";
import { findOperation, readDocument, runOperation } from "./run";
import type { Bucket } from "./throttle";

const shape = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

export interface GraphqlAnswer {
  status: number;
  body: object;
  /** For the log of requests. */
  operation: string | null;
}

const failed = (errors: readonly GraphQLError[], operation: string | null): GraphqlAnswer => ({ status: 200, body: { errors }, operation });

/**
 * POST /admin/api/2026-10/graphql.json: validated against Shopify's schema, paid for from the bucket, run over the
 * shop's records; fields that the app may not read are refused one by one.
 */
export async function answerGraphql(ctx: Context, bucket: Bucket, maxQueryCost: number, body: unknown): Promise<GraphqlAnswer> {
  const parsed = shape.safeParse(body);
  if (!parsed.success) return { status: 400, body: { errors: { query: "Required parameter missing or invalid" } }, operation: null };
  const read = readDocument(parsed.data.query);
  if ("errors" in read) return failed(read.errors, null);
  const operation = findOperation(read.document, parsed.data.operationName ?? null);
  if (!operation) return failed([new GraphQLError("An operation name is required")], null);
  const name = operation.name?.value ?? firstField(operation.selectionSet.selections[0]);
  const variables = parsed.data.variables ?? {};

  const cost = requestedCost(adminSchema(), read.document, operation, variables);
  if (cost > maxQueryCost) return failed([tooExpensive(cost, maxQueryCost)], name);
  if (!bucket.take(cost)) {
    return { status: 200, body: { errors: [throttled()], extensions: costs(cost, null, bucket) }, operation: name };
  }
  const result: ExecutionResult = await runOperation(ctx, read.document, operation, variables);
  const spent = operation.operation === "mutation" ? cost : Math.min(cost, Math.max(1, ctx.spent));
  bucket.refund(cost - spent);
  return { status: 200, body: { ...result, extensions: costs(cost, spent, bucket) }, operation: name };
}

function firstField(selection: { kind: string; name?: { value: string } } | undefined): string | null {
  return selection?.name?.value ?? null;
}

function costs(requested: number, actual: number | null, bucket: Bucket): object {
  return { cost: { requestedQueryCost: Math.max(requested, actual === null ? 0 : 1), actualQueryCost: actual, throttleStatus: bucket.status() } };
}

/** Shopify's answer when the bucket does not hold what an operation may cost. */
export function throttled(): GraphQLError {
  return new GraphQLError("Throttled", { extensions: { code: "THROTTLED", documentation: "https://shopify.dev/api/usage/rate-limits" } });
}

function tooExpensive(cost: number, limit: number): GraphQLError {
  return new GraphQLError(`Query cost is ${cost}, which exceeds the single query max cost limit (${limit}).`, {
    extensions: { code: "MAX_COST_EXCEEDED", cost, maxCost: limit, documentation: "https://shopify.dev/api/usage/rate-limits" },
  });
}

