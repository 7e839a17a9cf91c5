import { saveFeedback, shipmentForFeedback } from "~/db/feedback.server";
import { CHANGE_WINDOW_MS, readFeedback, type FeedbackProblem } from "~/domain/feedback/feedback";
import { readSettings } from "~/domain/settings/shop-settings";

import type { UseCaseContext } from "./context";
import { orderByToken } from "./tracking-link";

export interface LeaveFeedbackInput {
  shop: { id: string; settings: unknown };
  /** The token of the order's link: the only proof that counts. */
  token: string;
  shipmentId: string;
  /** As typed. */
  rating: string;
  reason: string;
  comment: string;
}

export type LeaveFeedbackResult =
  | { kind: "saved"; orderId: string; changed: boolean }
  | { kind: "refused"; orderId: string; problem: FeedbackProblem | "not_delivered" | "closed" }
  /** The token opens nothing, the shipment is not this order's, or the shop does not ask for feedback. */
  | { kind: "not_found" };

/** Takes a shopper's word on one delivery: once per shipment, only when delivered; it may be changed within a day. */
export async function leaveFeedback(context: UseCaseContext, input: LeaveFeedbackInput): Promise<LeaveFeedbackResult> {
  const { shop } = input;
  if (!readSettings(shop.settings).settings.feedback.enabled) return { kind: "not_found" };
  const orderId = await orderByToken(context, { shopId: shop.id, token: input.token });
  if (orderId === null) return { kind: "not_found" };
  const shipment = await shipmentForFeedback(context.db.prisma, shop.id, orderId, input.shipmentId.slice(0, 64));
  if (!shipment) return { kind: "not_found" };
  if (shipment.status !== "DELIVERED" || shipment.direction !== "out") return { kind: "refused", orderId, problem: "not_delivered" };
  const read = readFeedback(input);
  if (!read.ok) return { kind: "refused", orderId, problem: read.problem };
  const saved = await context.db.transaction((tx) => saveFeedback(tx, shop.id, { shipmentId: shipment.id, ...read.feedback }, context.now(), CHANGE_WINDOW_MS));
  if (saved === "closed") return { kind: "refused", orderId, problem: "closed" };
  return { kind: "saved", orderId, changed: saved === "changed" };
}
