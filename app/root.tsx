import type { LinksFunction } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError, useRouteLoaderData } from "@remix-run/react";

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

/**
 * The page for an address that there is not, and for a page outside the admin that failed. It needs no style sheet and no
 * script. Without it Remix renders one of its own, and writes the error to the log as plain text.
 */
export function ErrorBoundary() {
  const error = useRouteError();
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>Milepost</title>
      </head>
      <body style={{ margin: 0, background: "#f1f1f1", color: "#303030", font: "16px/1.5 system-ui, sans-serif" }}>
        <main style={{ maxWidth: "34rem", margin: "2rem auto", padding: "1.5rem", borderRadius: 12, background: "#fff" }}>
          <h1 style={{ margin: "0 0 0.5rem", fontSize: "1.25rem" }}>{missing ? "This page does not exist" : "This page could not be loaded"}</h1>
          <p style={{ margin: 0 }}>{missing ? "The address may be incomplete. Open Milepost from the Apps menu of your Shopify admin." : "Load this page again in a moment."}</p>
        </main>
      </body>
    </html>
  );
}
