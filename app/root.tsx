import type { LinksFunction } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from "@remix-run/react";

/** Where Shopify serves App Bridge; APP_BRIDGE_URL replaces it in tests. */
const APP_BRIDGE_URL = "https://cdn.shopify.com/shopifycloud/app-bridge.js";

export const links: LinksFunction = () => [{ rel: "icon", href: "/favicon.svg", type: "image/svg+xml" }];

/** What the admin's pages load App Bridge with; undefined on every other page. */
function useAppBridge(): { apiKey: string; url: string } | undefined {
  const admin = useRouteLoaderData<{ apiKey: string; appBridgeUrl: string | null }>("routes/app");
  return admin && { apiKey: admin.apiKey, url: admin.appBridgeUrl ?? APP_BRIDGE_URL };
}

export default function Root() {
  const appBridge = useAppBridge();
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        {appBridge ? (
          <>
            {/* Shopify requires App Bridge in the head, before any other script. */}
            <meta name="shopify-api-key" content={appBridge.apiKey} />
            <script src={appBridge.url} />
          </>
        ) : null}
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}
