import { redirect, type LoaderFunctionArgs } from "@remix-run/node";

/**
 * Where Shopify's library sends a visit that names no shop or comes from outside the admin. With a shop it leads to
 * that shop's install page at Shopify; without one to the landing page. There is no form: the App Store's rules forbid
 * asking for a shop's domain.
 * @throws a redirect, always
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (new URL(request.url).searchParams.has("shop")) await context.dependencies.shopify.login(request);
  throw redirect("/");
}
