import { getNamedType, isCompositeType, isListType, isNonNullType, type GraphQLOutputType } from "graphql";

/** Points; every mutation costs these, whatever it returns. */
export const MUTATION_COST = 10;

/** What a resolved field really cost: 1 for each object that is there. */
export function actualCost(type: GraphQLOutputType, value: unknown): number {
  const named = getNamedType(type);
  if (value == null || !isCompositeType(named) || isFree(named.name)) return 0;
  const outer = isNonNullType(type) ? type.ofType : type;
  if (isListType(outer)) return Array.isArray(value) ? value.length : 0;
  return named.name.endsWith("Connection") ? 2 : 1;
}

/** Wrappers around what is counted already. */
export function isFree(typeName: string): boolean {
  return typeName.endsWith("Edge") || typeName === "PageInfo" || typeName === "MoneyBag" || typeName === "MoneyV2";
}
