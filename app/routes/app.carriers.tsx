import { json, type LoaderFunctionArgs } from "@remix-run/node";

import { shopCarrierChoices } from "~/presenters/admin/carrier-search";
import { requireShop } from "~/routes-auth.server";
import { readQuery } from "~/routes-input.server";

/** Carriers to choose from: `q` is what is typed, `number` what the carrier is wanted for. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(request, context);
  const query = readQuery(request);
  return json({ carriers: await shopCarrierChoices(deps.db.prisma, shop.id, query.get("q") ?? "", query.get("number") ?? "") });
}
