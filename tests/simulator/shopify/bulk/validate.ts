import { getNamedType, isCompositeType, isListType, isNonNullType, Kind, OperationTypeNode, type GraphQLCompositeType, type GraphQLOutputType } from "graphql";

import { findOperation, readDocument } from "../graphql/run";
import { selectedFields, type SelectedField, type Selections } from "../graphql/selections";
import { adminSchema } from "../schema/schema";

const MAX_CONNECTIONS = 5;
const MAX_DEPTH = 2;

/**
 * Why Shopify would not take a query as a bulk operation, or null when it would. The limits (five connections, two
 * levels, ids of parents, no connection within a list) are those of Shopify's page on bulk operations.
 */
export function bulkProblem(text: string): string | null {
  const read = readDocument(text);
  if ("errors" in read) return `Invalid bulk query: ${read.errors.map((error) => error.message).join("; ")}`;
  const operation = findOperation(read.document, null);
  const query = adminSchema().getQueryType();
  if (!operation || !query) return "Bulk queries must have one operation.";
  if (operation.operation !== OperationTypeNode.QUERY) return "Bulk queries must be queries.";
  const root = operation.selectionSet.selections;
  if (root.length !== 1) return "Bulk queries cannot contain multiple root fields.";
  if (root[0]?.kind === Kind.FIELD && ["node", "nodes"].includes(root[0].name.value)) return "Bulk queries cannot use node or nodes.";
  const found: Found = { connections: 0, problem: null };
  walk({ document: read.document, schema: adminSchema() }, query, [operation.selectionSet], { depth: 0, inList: false }, found);
  if (found.problem !== null) return found.problem;
  if (found.connections === 0) return "Bulk queries must contain at least one connection.";
  return found.connections > MAX_CONNECTIONS ? `Bulk queries cannot contain more than ${MAX_CONNECTIONS} connections.` : null;
}

interface Found {
  connections: number;
  problem: string | null;
}

function walk(source: Selections, type: GraphQLCompositeType, sets: SelectedField["selections"], where: { depth: number; inList: boolean }, found: Found): void {
  for (const field of selectedFields(source, type, sets)) {
    const named = getNamedType(field.type);
    if (!isCompositeType(named)) continue;
    if (!named.name.endsWith("Connection")) {
      walk(source, named, field.selections, { ...where, inList: where.inList || isList(field.type) }, found);
      continue;
    }
    found.connections += 1;
    const depth = where.depth + 1;
    if (where.inList) found.problem ??= "Queries that contain a connection field within a list field are not currently supported.";
    if (depth > MAX_DEPTH) found.problem ??= `Bulk queries cannot contain connections with a nesting depth greater than ${MAX_DEPTH}.`;
    const item = connectionItem(source, named, field);
    const itemType = item ? getNamedType(item.type) : null;
    if (!item || !isCompositeType(itemType)) {
      found.problem ??= `The connection ${field.name} must select its nodes, or the node of its edges.`;
      continue;
    }
    const before = found.connections;
    walk(source, itemType, item.selections, { depth, inList: false }, found);
    const selectsId = selectedFields(source, itemType, item.selections).some((one) => one.name === "id" && one.key === "id");
    if (found.connections > before && !selectsId) {
      found.problem ??= "The parent 'node' field for a nested connection must select the 'id' field without an alias and must be of 'ID' return type.";
    }
  }
}

/** What is selected of a connection's items: through edges and node, or through nodes. */
export function connectionItem(source: Selections, connection: GraphQLCompositeType, field: Pick<SelectedField, "selections">): SelectedField | null {
  const fields = selectedFields(source, connection, field.selections);
  const nodes = fields.find((one) => one.name === "nodes");
  if (nodes) return nodes;
  const edges = fields.find((one) => one.name === "edges");
  const edge = edges ? getNamedType(edges.type) : null;
  return edges && isCompositeType(edge) ? (selectedFields(source, edge, edges.selections).find((one) => one.name === "node") ?? null) : null;
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}
