import { getNamedType, isCompositeType, isListType, isNonNullType, Kind, type ArgumentNode, type DocumentNode, type GraphQLCompositeType, type GraphQLOutputType, type GraphQLSchema, type OperationDefinitionNode, type SelectionSetNode } from "graphql";

import { isFree, MUTATION_COST } from "./execution-cost";

interface Source {
  schema: GraphQLSchema;
  document: DocumentNode;
  variables: Readonly<Record<string, unknown>>;
}

/**
 * What an operation may cost at most, in points, before it is run: leaves nothing, objects 1, connections 2 and their
 * size (`first` or `last`) times an item, lists their size times an item, mutations 10. After Shopify's page on rate
 * limits of the GraphQL Admin API; Shopify does not publish every constant, so real costs may be lower.
 */
export function requestedCost(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): number {
  if (operation.operation === "mutation") return operation.selectionSet.selections.length * MUTATION_COST;
  const root = schema.getQueryType();
  return root ? Math.max(1, ofSelection({ schema, document, variables }, root, operation.selectionSet)) : 0;
}

function ofSelection(source: Source, parent: GraphQLCompositeType, selection: SelectionSetNode | undefined): number {
  let sum = 0;
  for (const node of selection?.selections ?? []) {
    if (node.kind === Kind.FIELD) {
      const field = "getFields" in parent ? parent.getFields()[node.name.value] : undefined;
      if (field) sum += ofField(source, field.type, node.selectionSet, node.arguments ?? []);
      continue;
    }
    const fragment =
      node.kind === Kind.INLINE_FRAGMENT ? node : source.document.definitions.find((one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === node.name.value);
    if (!fragment || !("typeCondition" in fragment)) continue;
    const condition = fragment.typeCondition ? source.schema.getType(fragment.typeCondition.name.value) : parent;
    if (isCompositeType(condition) && "selectionSet" in fragment) sum += ofSelection(source, condition, fragment.selectionSet);
  }
  return sum;
}

function ofField(source: Source, type: GraphQLOutputType, selection: SelectionSetNode | undefined, given: readonly ArgumentNode[]): number {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return 0;
  const inner = ofSelection(source, named, selection);
  if (named.name.endsWith("Connection")) return 2 + (sizeOf(source, given) ?? 0) * Math.max(1, inner);
  const one = (isFree(named.name) ? 0 : 1) + inner;
  const isList = isListType(isNonNullType(type) ? type.ofType : type);
  return isList ? (sizeOf(source, given) ?? 1) * one : one;
}

/** How many items are asked for: `first`, `last`, or the ids that are named. */
function sizeOf(source: Source, given: readonly ArgumentNode[]): number | null {
  for (const argument of given) {
    const { value } = argument;
    const known: unknown =
      value.kind === Kind.VARIABLE ? source.variables[value.name.value] : value.kind === Kind.INT ? Number(value.value) : value.kind === Kind.LIST ? value.values : null;
    if (argument.name.value === "ids" && Array.isArray(known)) return known.length;
    if ((argument.name.value === "first" || argument.name.value === "last") && typeof known === "number") return known;
  }
  return null;
}
