import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import { openRequest } from "./open-request.server";
import { showByLink, showByLookUp, showForm } from "./show-tracking.server";

/** GET /apps/track: the look-up form, or with `?t=TOKEN` an order's page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const open = await openRequest(request, context);
  return open.fields.token === "" ? showForm(open) : showByLink(open);
}

/** POST /apps/track: order number and e-mail, phone or postal code; or a token, which the block sends in the body. */
export async function action({ request, context }: ActionFunctionArgs) {
  const open = await openRequest(request, context);
  return open.fields.token === "" ? showByLookUp(open) : showByLink(open);
}
