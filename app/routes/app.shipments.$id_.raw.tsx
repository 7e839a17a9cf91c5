import { json, type LoaderFunctionArgs } from "@remix-run/node";

import { rawScan } from "~/presenters/admin/raw-scan";
import { requireShop } from "~/routes-auth.server";
import { readParam, readQuery } from "~/routes-input.server";

/** One scan as its source sent it. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(request, context);
  const key = readQuery(request).get("key") ?? "";
  const raw = await rawScan(deps.db.prisma, shop.id, readParam(params, "id"), key);
  if (!raw) throw json({ message: "This scan is not there" }, { status: 404 });
  return json(raw);
}
