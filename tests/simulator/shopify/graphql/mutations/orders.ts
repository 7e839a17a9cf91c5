import { getDirectiveValues, type GraphQLResolveInfo } from "graphql";

import { cancelOrder, refundOrder, retagOrder, updateOrder } from "../../behaviour/change-order";
import type { AddressSpec } from "../../behaviour/catalogue";
import { Refusal } from "../../behaviour/refusal";
import { lineItemOf } from "../../store/find";
import { gid, parseGid } from "../../store/ids";
import { toMinor } from "../../store/money";
import type { Attribute, CancelReason } from "../../store/records";
import type { Context } from "../context";
import { badRequest, notSimulated, refuseArguments } from "../errors";
import { customerView } from "../views/customer";
import { orderView } from "../views/order";
import { productView } from "../views/product";
import { refundView } from "../views/refund";
import { setMetafields, type MetafieldInput } from "./metafields";
import { checkLength, payload, requireScope, wanted, wantedId } from "./payload";

interface OrderInput {
  id: string;
  email?: string | null;
  phone?: string | null;
  note?: string | null;
  poNumber?: string | null;
  tags?: string[] | null;
  shippingAddress?: AddressSpec | null;
  customAttributes?: Attribute[] | null;
  metafields?: Omit<MetafieldInput, "ownerId">[] | null;
  localizedFields?: unknown;
  localizationExtensions?: unknown;
}

interface RefundInput {
  orderId: string;
  note?: string | null;
  refundLineItems?: { lineItemId: string; quantity: number; restockType?: string | null }[] | null;
  transactions?: { amount: string; kind: string }[] | null;
  shipping?: unknown;
  refundDuties?: unknown;
}

export function orderMutations(ctx: Context): Record<string, unknown> {
  const { world, state } = ctx;
  return {
    orderUpdate: (args: { input: OrderInput }) => {
      refuseArguments("orderUpdate", { ...args.input }, ["localizedFields", "localizationExtensions"]);
      return payload("OrderUpdatePayload", { order: null }, () => {
        const order = wanted(state.orders, "Order", args.input.id, ["id"]);
        const { email, phone, note, poNumber, tags, shippingAddress, customAttributes, metafields } = args.input;
        updateOrder(world, state, order, {
          ...(email === undefined ? {} : { email }),
          ...(phone === undefined ? {} : { phone }),
          ...(note === undefined ? {} : { note }),
          ...(poNumber === undefined ? {} : { poNumber }),
          ...(tags == null ? {} : { tags }),
          ...(shippingAddress == null ? {} : { shippingAddress }),
          ...(customAttributes == null ? {} : { customAttributes }),
        });
        if (metafields) setMetafields(ctx, metafields.map((one) => ({ ...one, ownerId: gid("Order", order.id) })));
        return { order: orderView(ctx, order) };
      });
    },
    orderCancel: (args: { orderId: string; reason: CancelReason; restock: boolean; refund?: boolean | null; refundMethod?: { originalPaymentMethodsRefund?: boolean | null } | null; staffNote?: string | null }) =>
      payload(
        "OrderCancelPayload",
        { job: null },
        () => {
          const order = wanted(state.orders, "Order", args.orderId, ["orderId"]);
          const refund = args.refund ?? args.refundMethod?.originalPaymentMethodsRefund ?? false;
          cancelOrder(world, state, order, { reason: args.reason, restock: args.restock, refund, staffNote: args.staffNote ?? null });
          return { job: { __typename: "Job", id: gid("Job", world.store.newId()), done: true } };
        },
        "orderCancelUserErrors",
      ),
    tagsAdd: (args: { id: string; tags: string[] }) => retag(ctx, "TagsAddPayload", "tagsAdd", args.id, { add: args.tags }),
    tagsRemove: (args: { id: string; tags: string[] }) => retag(ctx, "TagsRemovePayload", "tagsRemove", args.id, { remove: args.tags }),
    refundCreate: (args: { input: RefundInput }, info: GraphQLResolveInfo) => {
      requireScope(ctx, "refundCreate", ["write_orders", "write_marketplace_orders"]);
      refuseArguments("refundCreate", { ...args.input }, ["shipping", "refundDuties"]);
      return once(ctx, "refundCreate", info, () => createRefund(ctx, args.input));
    },
  };
}

function createRefund(ctx: Context, input: RefundInput) {
  const { world, state } = ctx;
  return payload("RefundCreatePayload", { order: null, refund: null }, () => {
    const order = wanted(state.orders, "Order", input.orderId, ["orderId"]);
    const lines = (input.refundLineItems ?? []).map((line) => {
      const lineItemId = wantedId("LineItem", line.lineItemId, ["refundLineItems"]);
      if (line.quantity > lineItemOf(order, lineItemId).currentQuantity) throw new Refusal("Quantity cannot refund more items than were purchased", ["refundLineItems", "quantity"]);
      return { lineItemId, quantity: line.quantity };
    });
    const amountMinor = (input.transactions ?? []).reduce((sum, one) => sum + toMinor(one.amount, order.currency), 0);
    const restock = (input.refundLineItems ?? []).some((line) => line.restockType === "RETURN" || line.restockType === "CANCEL");
    const refund = refundOrder(world, state, order, { lines, amountMinor, restock, note: input.note ?? null });
    return { order: orderView(ctx, order), refund: refundView(ctx, refund) };
  });
}

/**
 * Runs a mutation that needs `@idempotent(key:)` once per key: the same key again gives the refund made before.
 * @throws BAD_REQUEST without the directive
 */
function once(ctx: Context, mutation: string, info: GraphQLResolveInfo, work: () => ReturnType<typeof payload>): ReturnType<typeof payload> {
  const directive = info.schema.getDirective("idempotent");
  const node = info.fieldNodes[0];
  const values = directive && node ? getDirectiveValues(directive, node, info.variableValues) : undefined;
  const key = typeof values?.key === "string" ? values.key : "";
  if (key === "") throw badRequest(`The @idempotent directive is required for the ${mutation} mutation.`);
  const known = ctx.state.idempotency[`${mutation}:${key}`];
  if (known !== undefined) {
    const refund = ctx.state.refunds[known];
    if (!refund) throw badRequest(`The idempotency key ${key} belongs to something that is gone.`);
    return payload("RefundCreatePayload", {}, () => ({ refund: refundView(ctx, refund), order: orderView(ctx, wanted(ctx.state.orders, "Order", refund.orderId, ["orderId"])) }));
  }
  const result = work();
  const made = parseGid(String((result.refund as { id?: unknown } | null)?.id ?? ""));
  if (made) ctx.state.idempotency[`${mutation}:${key}`] = made.id;
  return result;
}

function retag(ctx: Context, type: string, field: string, id: string, change: { add?: string[]; remove?: string[] }) {
  checkLength("tags", change.add ?? change.remove ?? []);
  const parsed = parseGid(id);
  const { world, state } = ctx;
  const split = (tags: string[] | undefined): string[] => (tags ?? []).flatMap((tag) => tag.split(",")).map((tag) => tag.trim()).filter(Boolean);
  const named = { add: split(change.add), remove: split(change.remove) };
  switch (parsed?.type) {
    case "Order":
      requireScope(ctx, field, ["write_orders", "write_marketplace_orders"]);
      return payload(type, { node: null }, () => ({ node: orderView(ctx, retagOrder(world, state, wanted(state.orders, "Order", id, ["id"]), named)) }));
    case "Customer":
      requireScope(ctx, field, ["write_customers"]);
      return payload(type, { node: null }, () => ({ node: customerView(ctx, tagged(wanted(state.customers, "Customer", id, ["id"]), named)) }));
    case "Product":
      requireScope(ctx, field, ["write_products"]);
      return payload(type, { node: null }, () => ({ node: productView(ctx, tagged(wanted(state.products, "Product", id, ["id"]), named)) }));
    default:
      throw notSimulated(`Tagging ${parsed?.type ?? id}`);
  }
}

function tagged<Item extends { tags: string[] }>(item: Item, change: { add: string[]; remove: string[] }): Item {
  item.tags = [...new Set([...item.tags.filter((tag) => !change.remove.includes(tag)), ...change.add])].sort();
  return item;
}
