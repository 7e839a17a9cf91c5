import { getNamedType, isAbstractType, type GraphQLError, type GraphQLOutputType, type GraphQLResolveInfo } from "graphql";

import { neededScopes } from "../schema/schema";
import type { Context } from "./context";
import { accessDenied } from "./errors";
import { fieldRefusal, mutationRefusal, objectRefusal } from "./protected-data";

/**
 * Why a field is refused, or null when it is not: for want of a scope (its own, or its type's) or because protected
 * customer data is not released to the app. The rest of the answer comes: what is refused is null, and so is what
 * cannot be without it.
 */
export function refusal(ctx: Context, info: GraphQLResolveInfo): GraphQLError | null {
  const parent = info.parentType.name;
  const type = itemType(info.returnType);
  const scopes = lacking(ctx, `${parent}.${info.fieldName}`) ?? lacking(ctx, type);
  if (scopes) return accessDenied(info.fieldName, scopes);
  const { protectedData } = ctx.world.access;
  if (parent === "Mutation") return mutationRefusal(info.schema, protectedData, info.fieldName);
  return objectRefusal(protectedData, type) ?? fieldRefusal(protectedData, parent, info.fieldName);
}

/**
 * Puts a refusal in the place of each object that a field gives as one of several possible types (`node`, `nodes`,
 * unions): which of them it is shows only now.
 */
export function withoutRefused(ctx: Context, info: GraphQLResolveInfo, result: unknown): unknown {
  if (!isAbstractType(getNamedType(info.returnType))) return result;
  const checked = (item: unknown): unknown => {
    const type = typeof item === "object" && item !== null && "__typename" in item ? String(item.__typename) : null;
    if (type === null) return item;
    const scopes = lacking(ctx, type);
    return (scopes && accessDenied(info.fieldName, scopes)) ?? objectRefusal(ctx.world.access.protectedData, type) ?? item;
  };
  return Array.isArray(result) ? result.map(checked) : checked(result);
}

/** Whether an answer was refused in part. */
export function isRefused(errors: readonly GraphQLError[] | undefined): boolean {
  return errors?.some((error) => error.extensions.code === "ACCESS_DENIED") ?? false;
}

/** The scopes of which one is needed and none is granted; null when one is, or none is needed. */
function lacking(ctx: Context, key: string): readonly string[] | null {
  const scopes = neededScopes().get(key);
  return scopes && scopes.length > 0 && !scopes.some((scope) => ctx.scopes.has(scope)) ? scopes : null;
}

/** A connection needs what its items need. */
function itemType(type: GraphQLOutputType): string {
  return getNamedType(type).name.replace(/(?:Connection|Edge)$/, "");
}
