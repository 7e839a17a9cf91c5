import { getNamedType, isCompositeType, isLeafType, isObjectType, Kind, type DocumentNode, type FragmentDefinitionNode, type GraphQLCompositeType, type GraphQLOutputType, type GraphQLSchema, type OperationDefinitionNode, type SelectionSetNode } from "graphql";

import { MUTATION_COST } from "./execution-cost";

/**
 * What an operation may cost at most, in points, before it is run: leaves nothing, objects 1, connections 2 and their
 * size (`first` or `last`) times an item, mutations 10. After Shopify's page on rate limits of the GraphQL Admin API;
 * Shopify does not publish every constant, so real costs may be lower.
 */
export function requestedCost(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): number {
  const fragments = new Map(document.definitions.filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]));

  const ofSelection = (parent: GraphQLCompositeType, selection: SelectionSetNode | undefined): number => {
    let sum = 0;
    for (const node of selection?.selections ?? []) {
      if (node.kind === Kind.FIELD) {
        const field = "getFields" in parent ? parent.getFields()[node.name.value] : undefined;
        if (field) sum += ofField(field.type, node.selectionSet, pageSize(node.arguments ?? [], variables));
      } else {
        const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
        const condition = fragment?.typeCondition ? schema.getType(fragment.typeCondition.name.value) : parent;
        if (fragment && isCompositeType(condition)) sum += ofSelection(condition, fragment.selectionSet);
      }
    }
    return sum;
  };

  const ofField = (type: GraphQLOutputType, selection: SelectionSetNode | undefined, size: number): number => {
    const named = getNamedType(type);
    if (isLeafType(named) || !isCompositeType(named)) return 0;
    if (!isObjectType(named) || !named.name.endsWith("Connection")) {
      return (isFree(named.name) ? 0 : 1) + ofSelection(named, selection);
    }
    return 2 + size * Math.max(1, ofSelection(named, selection));
  };

  if (operation.operation === "mutation") {
    const root = schema.getMutationType();
    const fields = operation.selectionSet.selections.length;
    return root ? fields * MUTATION_COST : 0;
  }
  const root = schema.getQueryType();
  return root ? Math.max(1, ofSelection(root, operation.selectionSet)) : 0;
}

/** Wrappers around what is counted already. */
function isFree(name: string): boolean {
  return name.endsWith("Edge") || name === "PageInfo" || name === "MoneyBag" || name === "MoneyV2";
}

function pageSize(given: readonly { name: { value: string }; value: { kind: string; value?: unknown; name?: { value: string } } }[], variables: Readonly<Record<string, unknown>>): number {
  const argument = given.find((one) => one.name.value === "first" || one.name.value === "last");
  const value = argument?.value.kind === Kind.VARIABLE ? variables[argument.value.name?.value ?? ""] : argument?.value.value;
  const size = Number(value ?? 0);
  return Number.isFinite(size) ? size : 0;
}
