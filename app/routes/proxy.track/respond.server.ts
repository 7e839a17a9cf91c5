import type { PageModel } from "~/presenters/storefront/page-model";
import { renderFragment, renderPage } from "~/presenters/storefront/render-page";

/** What every answer carries: nobody keeps it, indexes it, or learns from it where the shopper was. */
const HEADERS = {
  "cache-control": "private, no-store",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex, nofollow",
  "x-content-type-options": "nosniff",
} as const;

/** A fragment opened by itself may draw pictures and nothing else. */
const FRAGMENT_POLICY = "default-src 'none'; img-src https: http:; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

/** A page for Shopify to render in the theme, or the fragment for a block that is on a page already. */
export function respond(model: PageModel, format: "page" | "fragment", init: { status?: number; retryAfterSeconds?: number } = {}): Response {
  const headers = new Headers(HEADERS);
  if (init.retryAfterSeconds !== undefined) headers.set("retry-after", String(init.retryAfterSeconds));
  const status = init.status ?? 200;
  if (format === "page") {
    headers.set("content-type", "application/liquid");
    return new Response(renderPage(model), { status, headers });
  }
  headers.set("content-type", "text/html; charset=utf-8");
  headers.set("content-security-policy", FRAGMENT_POLICY);
  return new Response(renderFragment(model), { status, headers });
}
