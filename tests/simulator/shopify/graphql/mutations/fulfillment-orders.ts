import { holdFulfillmentOrder, moveFulfillmentOrder, releaseHolds, reportProgress } from "../../behaviour/fulfillment-orders";
import type { Context } from "../context";
import { refuseArguments } from "../errors";
import { fulfillmentOrderView, holdView } from "../views/fulfillment-order";
import { payload, wanted, wantedId } from "./payload";

interface HoldInput {
  reason: string;
  reasonNotes?: string | null;
  handle?: string | null;
  externalId?: string | null;
  fulfillmentOrderLineItems?: unknown[] | null;
}

export function fulfillmentOrderMutations(ctx: Context): Record<string, unknown> {
  const { world, state } = ctx;
  const find = (id: string) => wanted(state.fulfillmentOrders, "FulfillmentOrder", id, ["id"]);
  return {
    fulfillmentOrderHold: (args: { id: string; fulfillmentHold: HoldInput }) => {
      const { fulfillmentOrderLineItems: lines } = args.fulfillmentHold;
      refuseArguments("fulfillmentOrderHold", { fulfillmentOrderLineItems: lines?.length ? lines : null }, ["fulfillmentOrderLineItems"]);
      return payload("FulfillmentOrderHoldPayload", { fulfillmentHold: null, fulfillmentOrder: null, remainingFulfillmentOrder: null }, () => {
        const one = find(args.id);
        const { reason, reasonNotes, handle } = args.fulfillmentHold;
        const hold = holdFulfillmentOrder(world, state, one, { reason, reasonNotes: reasonNotes ?? null, handle: handle ?? null, byApp: true });
        return { fulfillmentHold: holdView(hold), fulfillmentOrder: fulfillmentOrderView(ctx, one) };
      });
    },
    fulfillmentOrderReleaseHold: (args: { id: string; holdIds?: string[] | null; externalId?: string | null }) =>
      payload("FulfillmentOrderReleaseHoldPayload", { fulfillmentOrder: null }, () => {
        const holdIds = args.holdIds?.map((id) => wantedId("FulfillmentHold", id, ["holdIds"])) ?? null;
        return { fulfillmentOrder: fulfillmentOrderView(ctx, releaseHolds(world, state, find(args.id), holdIds)) };
      }),
    fulfillmentOrderMove: (args: { id: string; newLocationId: string; fulfillmentOrderLineItems?: unknown[] | null }) => {
      refuseArguments("fulfillmentOrderMove", { lines: args.fulfillmentOrderLineItems?.length ? args.fulfillmentOrderLineItems : null }, ["lines"]);
      return payload("FulfillmentOrderMovePayload", { movedFulfillmentOrder: null, originalFulfillmentOrder: null, remainingFulfillmentOrder: null }, () => {
        const location = wantedId("Location", args.newLocationId, ["newLocationId"]);
        const { original, moved } = moveFulfillmentOrder(world, state, find(args.id), location);
        return { movedFulfillmentOrder: fulfillmentOrderView(ctx, moved), originalFulfillmentOrder: fulfillmentOrderView(ctx, original) };
      });
    },
    fulfillmentOrderReportProgress: (args: { id: string; progressReport?: { reasonNotes?: string | null } | null }) =>
      payload("FulfillmentOrderReportProgressPayload", { fulfillmentOrder: null }, () => ({
        fulfillmentOrder: fulfillmentOrderView(ctx, reportProgress(world, state, find(args.id), args.progressReport?.reasonNotes ?? null)),
      })),
  };
}
