import { execute, GraphQLError, Kind, OperationTypeNode, parse, validate, type DocumentNode, type ExecutionResult, type GraphQLFieldResolver, type OperationDefinitionNode } from "graphql";

import { adminSchema } from "../schema/schema";
import { NotFound } from "../store/find";
import type { Context } from "./context";
import { notSimulated } from "./errors";
import { actualCost } from "./execution-cost";
import { mutationRoot } from "./mutations/root";
import { refusal, withoutRefused } from "./scopes";
import { queryRoot } from "./views/query-root";

const documents = new Map<string, DocumentNode>();

/** Parses and validates against Shopify's schema; remembers what was fine. @throws GraphQLError[] as `errors` of the result */
export function readDocument(text: string): { document: DocumentNode } | { errors: readonly GraphQLError[] } {
  const known = documents.get(text);
  if (known) return { document: known };
  let document: DocumentNode;
  try {
    document = parse(text);
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
  const errors = validate(adminSchema(), document);
  if (errors.length > 0) return { errors };
  documents.set(text, document);
  return { document };
}

/** The operation that is meant, or null when it cannot be told. */
export function findOperation(document: DocumentNode, name: string | null): OperationDefinitionNode | null {
  const all = document.definitions.filter((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION);
  if (name !== null) return all.find((one) => one.name?.value === name) ?? null;
  return all.length === 1 ? (all[0] ?? null) : null;
}

/** A field that a view does not have is an error that names it; one that the app may not read is refused by itself. */
const resolveField: GraphQLFieldResolver<unknown, Context> = (source, args, ctx, info) => {
  const refused = refusal(ctx, info);
  if (refused) throw refused;
  const value = (source as Record<string, unknown>)[info.fieldName];
  if (value === undefined) throw notSimulated(`${info.parentType.name}.${info.fieldName}`);
  const result: unknown = typeof value === "function" ? (value as (...given: unknown[]) => unknown).call(source, args, info) : value;
  ctx.spent += actualCost(info.returnType, result);
  return withoutRefused(ctx, info, result);
};

/** Runs a validated operation over the shop of the context. */
export async function runOperation(ctx: Context, document: DocumentNode, operation: OperationDefinitionNode, variables: Record<string, unknown>): Promise<ExecutionResult> {
  const result = await execute({
    schema: adminSchema(),
    document,
    rootValue: operation.operation === OperationTypeNode.MUTATION ? mutationRoot(ctx) : queryRoot(ctx),
    contextValue: ctx,
    variableValues: variables,
    operationName: operation.name?.value,
    fieldResolver: resolveField,
  });
  return result.errors ? { ...result, errors: result.errors.map(plain) } : result;
}

/** What went wrong inside is told as Shopify tells it; a mistake of the simulator's own is not hidden. */
function plain(error: GraphQLError): GraphQLError {
  const cause = error.originalError;
  if (!cause || cause instanceof GraphQLError) return error;
  const code = cause instanceof NotFound ? "NOT_FOUND" : "INTERNAL_SERVER_ERROR";
  return new GraphQLError(error.message, { nodes: error.nodes, path: error.path, extensions: { code } });
}
