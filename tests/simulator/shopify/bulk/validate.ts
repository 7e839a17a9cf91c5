import { getNamedType, isListType, isNonNullType, Kind, OperationTypeNode, TypeInfo, visit, visitWithTypeInfo, type FieldNode } from "graphql";

import { findOperation, readDocument } from "../graphql/run";
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
  if (!operation) return "Bulk queries must have one operation.";
  if (operation.operation !== OperationTypeNode.QUERY) return "Bulk queries must be queries.";
  if (operation.selectionSet.selections.length !== 1) return "Bulk queries cannot contain multiple root fields.";
  const root = operation.selectionSet.selections[0];
  if (root?.kind === Kind.FIELD && (root.name.value === "node" || root.name.value === "nodes")) return "Bulk queries cannot use node or nodes.";

  let problem: string | null = null;
  let connections = 0;
  let depth = 0;
  let lists = 0;
  const info = new TypeInfo(adminSchema());
  const kindOf = (): "connection" | "list" | null => {
    const type = info.getType();
    if (!type) return null;
    if (getNamedType(type).name.endsWith("Connection")) return "connection";
    const outer = isNonNullType(type) ? type.ofType : type;
    const inEdges = info.getParentType()?.name.endsWith("Connection") ?? false;
    return isListType(outer) && !inEdges ? "list" : null;
  };
  visit(
    read.document,
    visitWithTypeInfo(info, {
      Field: {
        enter(node) {
          const kind = kindOf();
          if (kind === "list") lists += 1;
          if (kind !== "connection") return;
          connections += 1;
          depth += 1;
          if (lists > 0) problem ??= "Queries that contain a connection field within a list field are not currently supported.";
          if (depth > MAX_DEPTH) problem ??= `Bulk queries cannot contain connections with a nesting depth greater than ${MAX_DEPTH}.`;
          if (hasNestedConnection(node, info) && !selectsId(node)) {
            problem ??= "The parent 'node' field for a nested connection must select the 'id' field without an alias and must be of 'ID' return type.";
          }
        },
        leave() {
          const kind = kindOf();
          if (kind === "list") lists -= 1;
          if (kind === "connection") depth -= 1;
        },
      },
    }),
  );
  if (connections === 0) problem ??= "Bulk queries must contain at least one connection.";
  if (connections > MAX_CONNECTIONS) problem ??= `Bulk queries cannot contain more than ${MAX_CONNECTIONS} connections.`;
  return problem;
}

/** The fields of a connection's items, through edges and node or through nodes; fragments are looked into. */
function itemFields(connection: FieldNode): FieldNode[] {
  const fields = fieldsOf(connection);
  return fields.flatMap((one) => (one.name.value === "nodes" ? fieldsOf(one) : one.name.value === "edges" ? fieldsOf(one).filter((edge) => edge.name.value === "node").flatMap(fieldsOf) : []));
}

function fieldsOf(node: FieldNode): FieldNode[] {
  return (node.selectionSet?.selections ?? []).flatMap((one) =>
    one.kind === Kind.FIELD ? [one] : one.kind === Kind.INLINE_FRAGMENT ? one.selectionSet.selections.filter((inner): inner is FieldNode => inner.kind === Kind.FIELD) : [],
  );
}

function hasNestedConnection(node: FieldNode, info: TypeInfo): boolean {
  const type = info.getType();
  const connection = type ? getNamedType(type) : null;
  if (!connection || !("getFields" in connection)) return false;
  const nodes = connection.getFields()["nodes"];
  const item = nodes ? getNamedType(nodes.type) : null;
  if (!item || !("getFields" in item)) return false;
  return itemFields(node).some((field) => {
    const definition = item.getFields()[field.name.value];
    return definition !== undefined && getNamedType(definition.type).name.endsWith("Connection");
  });
}

function selectsId(connection: FieldNode): boolean {
  return itemFields(connection).some((field) => field.name.value === "id" && field.alias === undefined);
}
