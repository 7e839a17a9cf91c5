import { Refusal } from "../../behaviour/refusal";
import { orderChanged } from "../../behaviour/touch";
import { parseGid } from "../../store/ids";
import type { Metafield } from "../../store/records";
import type { Context } from "../context";
import { notSimulated } from "../errors";
import { metafieldsOf, metafieldView, resolveNamespace } from "../views/metafield";
import { nodeView } from "../views/node";
import { checkLength, payload, requireScope } from "./payload";

export interface MetafieldInput {
  ownerId: string;
  namespace?: string | null;
  key?: string | null;
  type?: string | null;
  value?: string | null;
  compareDigest?: string | null;
}

/** Which scope changing the metafields of each kind of owner needs; null needs none. */
const ownerScopes: Readonly<Record<string, string | null>> = {
  Order: "write_orders",
  Customer: "write_customers",
  Product: "write_products",
  ProductVariant: "write_products",
  Location: "write_locations",
  Shop: null,
  AppInstallation: null,
};

/** At most so many in one call. */
const MAX_METAFIELDS = 25;

function checkOwner(ctx: Context, ownerId: string, field: string): void {
  const type = parseGid(ownerId)?.type ?? "";
  const scope = ownerScopes[type];
  if (scope === undefined) throw notSimulated(`Metafields of ${type || ownerId}`);
  if (scope !== null) requireScope(ctx, field, [scope]);
  if (type !== "AppInstallation" && nodeView(ctx, ownerId) === null) throw new Refusal("Owner does not exist.", ["metafields", "ownerId"], "INVALID");
}

/** Sets all or, when one is wrong, none. @throws Refusal */
export function setMetafields(ctx: Context, inputs: readonly MetafieldInput[]): Metafield[] {
  const now = ctx.world.clock.now();
  const prepared = inputs.map((input, at) => {
    checkOwner(ctx, input.ownerId, "metafieldsSet");
    const namespace = resolveNamespace(input.namespace);
    const known = metafieldsOf(ctx, input.ownerId).find((one) => one.namespace === namespace && one.key === input.key);
    const type = input.type ?? known?.type;
    const path = ["metafields", String(at)];
    if (!input.key) throw new Refusal("Key can't be blank", [...path, "key"], "BLANK");
    if (type === undefined) throw new Refusal("Type can't be blank", [...path, "type"], "BLANK");
    if (input.value == null || input.value === "") throw new Refusal("Value can't be blank", [...path, "value"], "BLANK");
    if (input.compareDigest !== undefined && (known ? metafieldView(known).compareDigest : null) !== input.compareDigest) {
      throw new Refusal("The resource has been updated since it was loaded.", [...path, "compareDigest"], "STALE_OBJECT");
    }
    if (type === "json") checkJson(input.value, [...path, "value"]);
    return { known, ownerGid: input.ownerId, namespace, key: input.key, type, value: input.value };
  });
  const done = prepared.map(({ known, ...rest }) => {
    const one: Metafield = { id: known?.id ?? ctx.world.store.newId(), createdAt: known?.createdAt ?? now, updatedAt: now, ...rest };
    ctx.state.metafields[one.id] = one;
    return one;
  });
  touchOwners(ctx, done.map((one) => one.ownerGid), now);
  return done;
}

function checkJson(value: string, field: string[]): void {
  try {
    JSON.parse(value);
  } catch {
    throw new Refusal("Value is invalid JSON.", field, "INVALID_VALUE");
  }
}

/** An order whose metafields change has changed. */
function touchOwners(ctx: Context, owners: readonly string[], at: number): void {
  for (const owner of new Set(owners)) {
    const parsed = parseGid(owner);
    const order = parsed?.type === "Order" ? ctx.state.orders[parsed.id] : undefined;
    if (order) orderChanged(ctx.world, ctx.state, order, at);
  }
  ctx.world.store.touch();
}

export function metafieldMutations(ctx: Context): Record<string, unknown> {
  return {
    metafieldsSet: (args: { metafields: MetafieldInput[] }) => {
      checkLength("metafields", args.metafields, MAX_METAFIELDS);
      return payload("MetafieldsSetPayload", { metafields: null }, () => ({ metafields: setMetafields(ctx, args.metafields).map(metafieldView) }));
    },
    metafieldsDelete: (args: { metafields: { ownerId: string; namespace: string; key: string }[] }) =>
      payload("MetafieldsDeletePayload", { deletedMetafields: null }, () => ({
        deletedMetafields: args.metafields.map(({ ownerId, namespace, key }) => {
          checkOwner(ctx, ownerId, "metafieldsDelete");
          const found = metafieldsOf(ctx, ownerId).find((one) => one.namespace === resolveNamespace(namespace) && one.key === key);
          if (!found) return null;
          delete ctx.state.metafields[found.id];
          touchOwners(ctx, [ownerId], ctx.world.clock.now());
          return { __typename: "MetafieldIdentifier", ownerId, namespace, key };
        }),
      })),
  };
}
