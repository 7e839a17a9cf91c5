import type { LoaderFunctionArgs } from "@remix-run/node";

import { supportPage } from "~/presenters/public/support-page";

/** GET /support: whom to turn to. */
export function loader({ context }: LoaderFunctionArgs) {
  return supportPage(context.dependencies.config.operator);
}
