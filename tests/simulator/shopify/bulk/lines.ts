import { getNamedType, isCompositeType, Kind, type DocumentNode } from "graphql";

import { selectedFields, type SelectedField, type Selections } from "../graphql/selections";
import { adminSchema } from "../schema/schema";
import { connectionItem } from "./validate";

type Json = Record<string, unknown>;

interface Line {
  level: number;
  text: string;
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
  const source: Selections = { document, schema: adminSchema() };
  const lines: Line[] = [];
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  const query = source.schema.getQueryType();
  if (query && operation?.kind === Kind.OPERATION_DEFINITION) {
    const root = { type: query, selections: [operation.selectionSet] };
    const found: Nested[] = [];
    strip(source, data, root, found);
    for (const one of found) emit(source, one, null, 0, lines);
  }
  const ordered = grouped ? lines : [...lines].sort((left, right) => left.level - right.level);
  return {
    jsonl: ordered.map((line) => `${line.text}\n`).join(""),
    objectCount: lines.length,
    rootObjectCount: lines.filter((line) => line.level === 0).length,
  };
}

interface Nested {
  connection: Json;
  field: Pick<SelectedField, "type" | "selections">;
}

/** The value without its connections, which go to `found`. */
function strip(source: Selections, value: unknown, field: Pick<SelectedField, "type" | "selections">, found: Nested[]): unknown {
  if (Array.isArray(value)) return value.map((item) => strip(source, item, field, found));
  const type = getNamedType(field.type);
  if (!isJson(value) || !isCompositeType(type)) return value;
  const asked = new Map(selectedFields(source, type, field.selections).map((one) => [one.key, one]));
  const kept: Json = {};
  for (const [key, child] of Object.entries(value)) {
    const one = asked.get(key);
    if (one && isJson(child) && getNamedType(one.type).name.endsWith("Connection")) found.push({ connection: child, field: one });
    else kept[key] = one ? strip(source, child, one, found) : child;
  }
  return kept;
}

function emit(source: Selections, { connection, field }: Nested, parentId: string | null, level: number, lines: Line[]): void {
  const type = getNamedType(field.type);
  const item = isCompositeType(type) ? connectionItem(source, type, field) : null;
  if (!item) return;
  for (const value of itemsOf(connection)) {
    const found: Nested[] = [];
    const kept = strip(source, value, item, found);
    if (!isJson(kept)) continue;
    lines.push({ level, text: JSON.stringify(parentId === null ? kept : { ...kept, __parentId: parentId }) });
    for (const child of found) emit(source, child, typeof kept.id === "string" ? kept.id : null, level + 1, lines);
  }
}

function itemsOf(connection: Json): unknown[] {
  if (Array.isArray(connection.nodes)) return connection.nodes as unknown[];
  return Array.isArray(connection.edges) ? (connection.edges as Json[]).map((edge) => edge.node) : [];
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
