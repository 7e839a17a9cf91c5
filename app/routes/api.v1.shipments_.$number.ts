import type { LoaderFunctionArgs } from "@remix-run/node";

import { answerApi, apiError, apiJson, notAllowed } from "~/routes-api.server";
import { readParam } from "~/routes-input.server";
import { getShipments } from "~/use-cases/api/get-shipments";

export const action = () => notAllowed("GET");

/** GET /api/v1/shipments/NUMBER: the shipments with a number, with their scans. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  return answerApi(request, context, async ({ shopId, useCases }) => {
    const shipments = await getShipments(useCases, shopId, readParam(params, "number"));
    return shipments.length > 0 ? apiJson(200, { shipments }) : apiError(404, "not_found", "No shipment has this number.");
  });
}
