import type { LoaderFunctionArgs } from "@remix-run/node";

/**
 * Shopify's own sign-in pages (session token, exit of the frame) live under /auth; the library answers them.
 * @throws the library's answer; 400 where it refuses to leave the frame for a foreign address
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  try {
    await context.dependencies.shopify.authenticate.admin(request);
  } catch (error) {
    if (error instanceof Response) throw error;
    if (new URL(request.url).pathname === "/auth/exit-iframe") throw new Response("This destination is not allowed.", { status: 400 });
    throw error;
  }
  return null;
}
