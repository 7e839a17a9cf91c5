import { createReturn, moveReturn, type ReturnMove } from "../../behaviour/returns";
import { Refusal } from "../../behaviour/refusal";
import type { Context } from "../context";
import { refuseArguments } from "../errors";
import { returnView } from "../views/return";
import { payload, wanted, wantedId } from "./payload";

interface ReturnInput {
  orderId: string;
  returnLineItems: { fulfillmentLineItemId: string; quantity: number; returnReason?: string | null; customerNote?: string | null }[];
  exchangeLineItems?: unknown;
  returnShippingFee?: unknown;
}

export function returnMutations(ctx: Context): Record<string, unknown> {
  const { world, state } = ctx;

  const open = (type: string, input: ReturnInput, requested: boolean) => {
    refuseArguments(requested ? "returnRequest" : "returnCreate", { ...input }, ["exchangeLineItems", "returnShippingFee"]);
    return payload(type, { return: null }, () => {
      const order = wanted(state.orders, "Order", input.orderId, ["returnInput", "orderId"]);
      const shipped = Object.values(state.fulfillments).flatMap((one) => one.lines);
      const lines = input.returnLineItems.map((line) => {
        const id = wantedId("FulfillmentLineItem", line.fulfillmentLineItemId, ["returnInput", "returnLineItems"]);
        const found = shipped.find((one) => one.id === id);
        if (!found) throw new Refusal("Fulfillment line item does not exist", ["returnInput", "returnLineItems"], "NOT_FOUND");
        return {
          lineItemId: found.lineItemId,
          quantity: line.quantity,
          reason: line.returnReason ?? "UNKNOWN",
          ...(line.customerNote == null ? {} : { customerNote: line.customerNote }),
        };
      });
      return { return: returnView(ctx, createReturn(world, state, order, { lines, requested })) };
    });
  };
  const move = (type: string, id: string, how: ReturnMove) =>
    payload(type, { return: null }, () => ({ return: returnView(ctx, moveReturn(world, state, wanted(state.returns, "Return", id, ["id"]), how)) }));

  return {
    returnCreate: (args: { returnInput: ReturnInput }) => open("ReturnCreatePayload", args.returnInput, false),
    returnRequest: (args: { input: ReturnInput }) => open("ReturnRequestPayload", args.input, true),
    returnApproveRequest: (args: { input: { id: string } }) => move("ReturnApproveRequestPayload", args.input.id, "approve"),
    returnDeclineRequest: (args: { input: { id: string } }) => move("ReturnDeclineRequestPayload", args.input.id, "decline"),
    returnCancel: (args: { id: string }) => move("ReturnCancelPayload", args.id, "cancel"),
    returnClose: (args: { id: string }) => move("ReturnClosePayload", args.id, "close"),
    returnReopen: (args: { id: string }) => move("ReturnReopenPayload", args.id, "reopen"),
  };
}
