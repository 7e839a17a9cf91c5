import type { LoaderFunctionArgs } from "@remix-run/node";

/** Shopify's own sign-in pages (bounce, exit of the frame) live under /auth; the library answers them. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await context.dependencies.shopify.authenticate.admin(request);
  return null;
}
