import { getNamedType, isCompositeType, Kind, type DocumentNode, type FragmentDefinitionNode, type GraphQLCompositeType, type SelectionSetNode } from "graphql";

import { adminSchema } from "../schema/schema";

type Json = Record<string, unknown>;

interface Line {
  level: number;
  root: boolean;
  text: string;
}

/** What a selection asks for under one key of the answer. */
interface Asked {
  type: GraphQLCompositeType | null;
  isConnection: boolean;
  selections: SelectionSetNode[];
}

export interface BulkResult {
  jsonl: string;
  objectCount: number;
  rootObjectCount: number;
}

/**
 * A query's answer as JSONL: one line for each item of each connection, its connections taken out of it; a nested
 * item's line ends in `__parentId`. Grouped, children follow their parent; otherwise all parents come first.
 */
export function toLines(document: DocumentNode, data: Json, grouped: boolean): BulkResult {
  const fragments = new Map(document.definitions.filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]));
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  const root = adminSchema().getQueryType();
  const lines: Line[] = [];

  function asked(type: GraphQLCompositeType, sets: readonly SelectionSetNode[], into = new Map<string, Asked>()): Map<string, Asked> {
    for (const node of sets.flatMap((set) => set.selections)) {
      if (node.kind === Kind.FIELD) {
        const definition = "getFields" in type ? type.getFields()[node.name.value] : undefined;
        const named = definition ? getNamedType(definition.type) : null;
        const key = node.alias?.value ?? node.name.value;
        const known = into.get(key)?.selections ?? [];
        into.set(key, {
          type: isCompositeType(named) ? named : null,
          isConnection: named?.name.endsWith("Connection") ?? false,
          selections: node.selectionSet ? [...known, node.selectionSet] : known,
        });
      } else {
        const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
        const condition = fragment?.typeCondition ? adminSchema().getType(fragment.typeCondition.name.value) : type;
        if (fragment && isCompositeType(condition)) asked(condition, [fragment.selectionSet], into);
      }
    }
    return into;
  }

  /** The value without its connections, which go to `found`. */
  function strip(value: unknown, one: Asked, found: { value: Json; asked: Asked }[]): unknown {
    if (Array.isArray(value)) return value.map((item) => strip(item, one, found));
    if (typeof value !== "object" || value === null || one.type === null) return value;
    const inner = asked(one.type, one.selections);
    const kept: Json = {};
    for (const [key, child] of Object.entries(value)) {
      const field = inner.get(key);
      if (field?.isConnection && typeof child === "object" && child !== null) found.push({ value: child as Json, asked: field });
      else kept[key] = field ? strip(child, field, found) : child;
    }
    return kept;
  }

  function emitConnection(connection: Json, one: Asked, parentId: string | null, level: number): void {
    const inner = one.type ? asked(one.type, one.selections) : new Map<string, Asked>();
    const edges = inner.get("edges");
    const item = edges?.type ? asked(edges.type, edges.selections).get("node") : inner.get("nodes");
    const items = Array.isArray(connection.edges) ? connection.edges.map((edge: Json) => edge.node) : Array.isArray(connection.nodes) ? connection.nodes : [];
    if (!item) return;
    for (const value of items as unknown[]) {
      const found: { value: Json; asked: Asked }[] = [];
      const kept = strip(value, item, found) as Json;
      lines.push({ level, root: parentId === null, text: JSON.stringify(parentId === null ? kept : { ...kept, __parentId: parentId }) });
      for (const child of found) emitConnection(child.value, child.asked, typeof kept.id === "string" ? kept.id : null, level + 1);
    }
  }

  if (root && operation?.kind === Kind.OPERATION_DEFINITION) {
    const found: { value: Json; asked: Asked }[] = [];
    strip(data, { type: root, isConnection: false, selections: [operation.selectionSet] }, found);
    for (const one of found) emitConnection(one.value, one.asked, null, 0);
  }
  const ordered = grouped ? lines : [...lines].sort((left, right) => left.level - right.level);
  return {
    jsonl: ordered.map((line) => `${line.text}\n`).join(""),
    objectCount: lines.length,
    rootObjectCount: lines.filter((line) => line.root).length,
  };
}
