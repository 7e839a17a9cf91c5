import { json, type LoaderFunctionArgs } from "@remix-run/node";

import { requireShop } from "~/routes-auth.server";
import { lookUpThemeBlock } from "~/use-cases/look-up-theme-block";

/** The parts of the setup that others must be asked about: slow, so apart from the home page's own data. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop, useCases } = await requireShop(request, context);
  const [block, mail] = await Promise.all([lookUpThemeBlock(useCases, { shopDomain: shop.domain }), useCases.mailer.check()]);
  return json({ block, mail });
}
