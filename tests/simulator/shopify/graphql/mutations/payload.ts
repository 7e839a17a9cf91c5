import { Refusal } from "../../behaviour/refusal";
import { NotFound } from "../../store/find";
import { idOf } from "../../store/ids";
import type { Context, View } from "../context";
import { accessDenied, badRequest } from "../errors";

/** What a mutation returns: its record, or user errors and nulls. */
export function payload(type: string, nothing: Record<string, null>, work: () => Record<string, unknown>, errorsField = "userErrors"): View {
  const none = errorsField === "userErrors" ? { userErrors: [] } : { [errorsField]: [], userErrors: [] };
  try {
    return { __typename: type, ...nothing, ...work(), ...none };
  } catch (error) {
    if (!(error instanceof Refusal) && !(error instanceof NotFound)) throw error;
    const refusal = error instanceof Refusal ? error : new Refusal(error.message);
    const userError = { __typename: "UserError", field: refusal.field, message: refusal.message, code: refusal.code, elementIndex: null };
    return { __typename: type, ...nothing, ...none, [errorsField]: [userError] };
  }
}

/** The decimal id behind a gid of the type. @throws Refusal naming the input */
export function wantedId(type: string, text: string, field: string[]): string {
  const id = idOf(type, text);
  if (id === null) throw new Refusal(`${type} does not exist`, field);
  return id;
}

/** One record of the shop. @throws Refusal as Shopify says it */
export function wanted<Item>(table: Readonly<Record<string, Item>>, type: string, text: string, field: string[]): Item {
  const item = table[wantedId(type, text, field)];
  if (item === undefined) throw new Refusal(`${type} does not exist`, field);
  return item;
}

/** For mutations whose scopes depend on what they change. @throws ACCESS_DENIED */
export function requireScope(ctx: Context, field: string, scopes: readonly string[]): void {
  if (!scopes.some((scope) => ctx.scopes.has(scope))) throw accessDenied(field, scopes);
}

/** Shopify's limit on input arrays. @throws BAD_REQUEST */
export function checkLength(name: string, items: readonly unknown[], limit = 250): void {
  if (items.length > limit) throw badRequest(`The input array size of ${items.length} for ${name} is greater than the maximum allowed of ${limit}.`);
}
