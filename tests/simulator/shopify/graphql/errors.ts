import { GraphQLError, type GraphQLErrorOptions } from "graphql";

/** Shopify's refusal for want of a scope. */
export function accessDenied(field: string, needed: readonly string[], options: GraphQLErrorOptions = {}): GraphQLError {
  const names = needed.map((scope) => `\`${scope}\``);
  const list = names.length > 1 ? `${names.slice(0, -1).join(", ")} or ${names.at(-1) ?? ""}` : (names[0] ?? "");
  const requiredAccess = `${list} access scope${names.length > 1 ? "s" : ""}.`;
  return new GraphQLError(`Access denied for ${field} field. Required access: ${requiredAccess}`, {
    ...options,
    extensions: { code: "ACCESS_DENIED", documentation: "https://shopify.dev/api/usage/access-scopes", requiredAccess },
  });
}

/** Shopify's refusal where bulk queries are not allowed in the Partner Dashboard, or not any more. */
export function bulkQueriesDenied(): GraphQLError {
  const requiredAccess = "The app must be allowed to run bulk queries (Partner Dashboard, API access requests).";
  return new GraphQLError(`Access denied for bulkOperationRunQuery field. Required access: ${requiredAccess}`, {
    extensions: { code: "ACCESS_DENIED", documentation: "https://shopify.dev/docs/apps/build/apis/graphql-admin/bulk-operations/queries", requiredAccess },
  });
}

/** The simulator has no such thing; said plainly rather than answered with null. */
export function notSimulated(what: string): GraphQLError {
  return new GraphQLError(`${what} is not simulated.`, { extensions: { code: "NOT_SIMULATED" } });
}

/** Shopify's answer to input that the schema allows and the field does not. */
export function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_REQUEST" } });
}

/** Refuses the named arguments when they were given. */
export function refuseArguments(field: string, args: Readonly<Record<string, unknown>>, names: readonly string[]): void {
  for (const name of names) if (args[name] !== undefined && args[name] !== null) throw notSimulated(`The argument ${name} of ${field}`);
}
