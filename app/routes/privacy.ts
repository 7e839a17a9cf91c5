import { redirect, type LoaderFunctionArgs } from "@remix-run/node";

import { privacyPolicyPage } from "~/presenters/public/privacy-policy";

/** GET /privacy: the privacy policy, or the way to the operator's own. */
export function loader({ context }: LoaderFunctionArgs) {
  const { operator, retention } = context.dependencies.config;
  if (operator.privacyPolicyUrl !== null) return redirect(operator.privacyPolicyUrl, { headers: { "cache-control": "no-store", "referrer-policy": "no-referrer" } });
  return privacyPolicyPage(operator, retention);
}
