import type { ActionFunctionArgs } from "@remix-run/node";

import { answerApi, apiError, apiJson, notAllowed } from "~/routes-api.server";
import { postShipments } from "~/use-cases/api/post-shipments";

export const loader = () => notAllowed("POST");

/** POST /api/v1/shipments: follows tracking numbers. */
export async function action({ request, context }: ActionFunctionArgs) {
  if (request.method !== "POST") return notAllowed("POST");
  return answerApi(request, context, async ({ shopId, useCases, body }) => {
    const answer = await postShipments(useCases, shopId, await body());
    return answer.ok ? apiJson(200, { results: answer.results, summary: answer.summary }) : apiError(422, "invalid", "The request cannot be read; see errors.", { errors: answer.problems });
  });
}
