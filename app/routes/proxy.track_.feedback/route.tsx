import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import type { FeedbackReply } from "~/presenters/storefront/page-model";
import { orderPage } from "~/presenters/storefront/load-page.server";
import { leaveFeedback } from "~/use-cases/leave-feedback";
import { orderByToken } from "~/use-cases/tracking-link";

import { openRequest } from "../proxy.track/open-request.server";
import { respond } from "../proxy.track/respond.server";
import { showForm, showProblem } from "../proxy.track/show-tracking.server";

/** GET /apps/track/feedback: somebody came back to the address of the form. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return showForm(await openRequest(request, context));
}

/** POST /apps/track/feedback: what a shopper says of a delivery; answered with the order's page. */
export async function action({ request, context }: ActionFunctionArgs) {
  const open = await openRequest(request, context);
  const { deps, shop, fields } = open;
  const orderId = await orderByToken(deps.useCases, { shopId: shop.id, token: fields.token });
  const allowance = await open.limits.tryLink({ address: open.address, shopId: shop.id, orderId });
  if (!allowance.allowed) return showProblem(open, { kind: "limited", retryAfterSeconds: allowance.retryAfterSeconds });

  const { token, shipment: shipmentId, rating, reason, comment } = fields;
  const result = await leaveFeedback(deps.useCases, { shop, token, shipmentId, rating, reason, comment });
  if (result.kind === "not_found") return showProblem(open, { kind: "link_unknown" });
  const feedback: FeedbackReply =
    result.kind === "saved" ? { shipmentId, kind: "saved" } : { shipmentId, kind: "refused", problem: result.problem, rating, reason, comment };
  const page = await orderPage(deps.useCases, shop, open.page, { orderId: result.orderId, token, feedback });
  return page ? respond(page, fields.format) : showProblem(open, { kind: "link_unknown" });
}
