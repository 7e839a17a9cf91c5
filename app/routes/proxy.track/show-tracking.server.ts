import { lookUpPage, orderPage, type LookUpProblem } from "~/presenters/storefront/load-page.server";
import { lookUpOrder } from "~/use-cases/look-up-order";
import { orderByToken } from "~/use-cases/tracking-link";

import type { OpenRequest } from "./open-request.server";
import { respond } from "./respond.server";

/** The order that a link's token opens. */
export async function showByLink(open: OpenRequest): Promise<Response> {
  const { deps, shop, fields } = open;
  const orderId = await orderByToken(deps.useCases, { shopId: shop.id, token: fields.token });
  const allowance = await open.limits.tryLink({ address: open.address, shopId: shop.id, orderId });
  if (!allowance.allowed) return showProblem(open, { kind: "limited", retryAfterSeconds: allowance.retryAfterSeconds });
  return orderId === null ? showProblem(open, { kind: "link_unknown" }) : showOrder(open, { orderId, token: fields.token });
}

/** The order that was looked up with its number and something only its customer knows. */
export async function showByLookUp(open: OpenRequest): Promise<Response> {
  const { deps, shop, fields } = open;
  const result = await lookUpOrder(deps.useCases, { shop, order: fields.order, contact: fields.contact, address: open.address, limits: open.limits });
  return result.kind === "found" ? showOrder(open, result) : showProblem(open, result);
}

/** The empty form. */
export function showForm(open: OpenRequest): Response {
  return respond(lookUpPage(open.shop, open.page, { order: open.fields.order, contact: "" }, null), open.fields.format);
}

async function showOrder(open: OpenRequest, found: { orderId: string; token: string }): Promise<Response> {
  const page = await orderPage(open.deps.useCases, open.shop, open.page, found);
  return page ? respond(page, open.fields.format) : showProblem(open, { kind: "link_unknown" });
}

/**
 * The form with what was wrong. A wrong look-up is a normal answer of a form (200): a proxy between may replace the
 * body of an error.
 */
export function showProblem(open: OpenRequest, problem: LookUpProblem): Response {
  const { order, contact, format } = open.fields;
  const model = lookUpPage(open.shop, open.page, { order, contact }, problem);
  return problem.kind === "limited" ? respond(model, format, { status: 429, retryAfterSeconds: problem.retryAfterSeconds }) : respond(model, format);
}
