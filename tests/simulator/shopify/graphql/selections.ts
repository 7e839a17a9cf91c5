import { isCompositeType, Kind, type DocumentNode, type FragmentDefinitionNode, type GraphQLCompositeType, type GraphQLOutputType, type GraphQLSchema, type SelectionSetNode } from "graphql";

/** A document and the schema that it was validated against. */
export interface Selections {
  document: DocumentNode;
  schema: GraphQLSchema;
}

/** A field as it is asked for, with everything selected below it under the same key. */
export interface SelectedField {
  /** Its key in the answer: the alias, or the name. */
  key: string;
  name: string;
  type: GraphQLOutputType;
  selections: SelectionSetNode[];
}

/** The fields selected on a type, fragments looked into, by their key in the answer. */
export function selectedFields(source: Selections, type: GraphQLCompositeType, sets: readonly SelectionSetNode[], into = new Map<string, SelectedField>()): SelectedField[] {
  for (const node of sets.flatMap((set) => set.selections)) {
    if (node.kind !== Kind.FIELD) {
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragmentOf(source.document, node.name.value);
      const condition = fragment?.typeCondition ? source.schema.getType(fragment.typeCondition.name.value) : type;
      if (fragment && isCompositeType(condition)) selectedFields(source, condition, [fragment.selectionSet], into);
      continue;
    }
    const definition = "getFields" in type ? type.getFields()[node.name.value] : undefined;
    if (!definition) continue;
    const key = node.alias?.value ?? node.name.value;
    const known = into.get(key);
    const selections = [...(known?.selections ?? []), ...(node.selectionSet ? [node.selectionSet] : [])];
    into.set(key, { key, name: node.name.value, type: definition.type, selections });
  }
  return [...into.values()];
}

function fragmentOf(document: DocumentNode, name: string): FragmentDefinitionNode | undefined {
  return document.definitions.find((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === name);
}
