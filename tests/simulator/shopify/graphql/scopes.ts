import { getNamedType, TypeInfo, visit, visitWithTypeInfo, type DocumentNode, type GraphQLError, type GraphQLSchema } from "graphql";

import { neededScopes } from "../schema/schema";
import { accessDenied } from "./errors";

/**
 * What an operation asks for without the scopes for it: one error per field whose own scopes, or whose type's, are not
 * granted. Nothing of such an operation is run.
 */
export function scopeErrors(schema: GraphQLSchema, document: DocumentNode, granted: ReadonlySet<string>): GraphQLError[] {
  const needed = neededScopes();
  const errors: GraphQLError[] = [];
  const denied = (key: string): readonly string[] | null => {
    const scopes = needed.get(key);
    return scopes && scopes.length > 0 && !scopes.some((scope) => granted.has(scope)) ? scopes : null;
  };
  const info = new TypeInfo(schema);
  const path: string[] = [];
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: {
        enter(node) {
          path.push(node.alias?.value ?? node.name.value);
          const parent = info.getParentType();
          const type = info.getType();
          if (!parent || !type) return undefined;
          const scopes = denied(`${parent.name}.${node.name.value}`) ?? denied(itemType(getNamedType(type).name));
          if (!scopes) return undefined;
          errors.push(accessDenied(node.name.value, scopes, { nodes: node, path: [...path] }));
          path.pop();
          // What lies below is refused with it.
          return false;
        },
        leave() {
          path.pop();
        },
      },
    }),
  );
  return errors;
}

/** A connection needs what its items need. */
function itemType(name: string): string {
  return name.replace(/(?:Connection|Edge)$/, "");
}
