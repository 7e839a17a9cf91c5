import { json, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, Outlet, useLoaderData, useRouteError } from "@remix-run/react";
import { NavMenu } from "@shopify/app-bridge-react";
import polarisStyles from "@shopify/polaris/build/esm/styles.css?url";
import { AppProvider } from "@shopify/shopify-app-remix/react";
import { boundary } from "@shopify/shopify-app-remix/server";

import adminStyles from "~/components/admin.css?url";
import { PageSkeleton } from "~/components/page-skeleton";
import { usePendingPage } from "~/components/pending-page";
import { requireShop } from "~/routes-auth.server";

export const meta: MetaFunction = () => [{ title: "Milepost" }];
export const links: LinksFunction = () => [
  { rel: "stylesheet", href: polarisStyles },
  { rel: "stylesheet", href: adminStyles },
];

/** What every page of the admin needs: how to write dates and money, and whether the screen is probably a phone's. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(request, context);
  const agent = request.headers.get("user-agent") ?? "";
  return json({
    apiKey: deps.config.shopify.apiKey,
    appBridgeUrl: deps.config.shopify.appBridgeUrl,
    shop: { domain: shop.domain, timeZone: shop.timeZone, locale: shop.locale, currency: shop.currency },
    narrow: request.headers.get("sec-ch-ua-mobile") === "?1" || /\bMobi/.test(agent),
  });
}

export default function AdminShell() {
  const { apiKey } = useLoaderData<typeof loader>();
  const pending = usePendingPage();
  return (
    // Not "embedded" to the library: it would add App Bridge's script here, in the body; app/root.tsx has it in the head.
    <AppProvider isEmbeddedApp={false} apiKey={apiKey}>
      <NavMenu>
        <Link to="/app" rel="home">
          Home
        </Link>
        <Link to="/app/shipments">Shipments</Link>
        <Link to="/app/exceptions">Exceptions</Link>
        <Link to="/app/settings/connections">Connections</Link>
        <Link to="/app/settings">Settings</Link>
      </NavMenu>
      {pending ? <PageSkeleton page={pending} /> : <Outlet />}
    </AppProvider>
  );
}

/** Shopify's library answers some visits with a page of its own (sign-in, leaving the frame); it must be let through. */
export function ErrorBoundary() {
  return boundary.error(useRouteError());
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
