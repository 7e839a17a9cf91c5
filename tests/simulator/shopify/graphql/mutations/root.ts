import type { Context, View } from "../context";
import { bulkMutations } from "./bulk-operations";
import { fulfillmentMutations } from "./fulfillments";
import { fulfillmentOrderMutations } from "./fulfillment-orders";
import { metafieldMutations } from "./metafields";
import { orderMutations } from "./orders";
import { returnMutations } from "./returns";
import { webhookMutations } from "./webhook-subscriptions";

/** Everything a mutation can begin with. */
export function mutationRoot(ctx: Context): View {
  return {
    __typename: "Mutation",
    ...fulfillmentMutations(ctx),
    ...fulfillmentOrderMutations(ctx),
    ...orderMutations(ctx),
    ...metafieldMutations(ctx),
    ...returnMutations(ctx),
    ...webhookMutations(ctx),
    ...bulkMutations(ctx),
  };
}
