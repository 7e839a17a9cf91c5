import { json, type LoaderFunctionArgs } from "@remix-run/node";

import { requireShop } from "~/routes-auth.server";
import { readParam } from "~/routes-input.server";
import { openDataRequest } from "~/use-cases/open-data-request";

/** The file for one customer's request. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop, useCases, actor } = await requireShop(request, context);
  const contents = await openDataRequest(useCases, { shopId: shop.id, id: readParam(params, "id"), actor });
  if (contents === null) throw json({ message: "This request is not there" }, { status: 404 });
  return new Response(contents, { headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store", "x-content-type-options": "nosniff" } });
}
