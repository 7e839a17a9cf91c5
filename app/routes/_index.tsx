import { redirect, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";

import landingStyles from "~/components/landing.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: landingStyles }];
export const meta: MetaFunction = () => [{ title: "Milepost: where is my order, answered" }];
/** The page belongs to no shop, so no page may embed it. */
export const headers: HeadersFunction = () => ({ "Content-Security-Policy": "frame-ancestors 'none'" });

/** Shopify opens the app here too, with the shop in the address: that visit belongs to the admin. */
export function loader({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  if (url.searchParams.has("shop")) throw redirect(`/app?${url.searchParams.toString()}`);
  return null;
}

export default function Landing() {
  return (
    <main className="landing">
      <svg className="landing-mark" viewBox="0 0 32 32" aria-hidden="true">
        <path d="M16 2a10 10 0 0 0-10 10c0 7 10 18 10 18s10-11 10-18A10 10 0 0 0 16 2Zm0 14a4 4 0 1 1 0-8 4 4 0 0 1 0 8Z" fill="currentColor" />
      </svg>
      <h1>Milepost</h1>
      <p className="landing-lead">Follows every order and tells shoppers where it is, before they ask.</p>
      <ul>
        <li>
          <strong>Every carrier, one status.</strong> Scans from carriers, aggregators and Shopify become one timeline in plain words.
        </li>
        <li>
          <strong>Trouble seen first.</strong> A label without a scan or a shipment that stands still is shown to you before the shopper notices.
        </li>
        <li>
          <strong>A page of your own.</strong> Shoppers find their order on your theme, in your colours.
        </li>
      </ul>
      <p>Open Milepost from the Apps menu of your Shopify admin.</p>
      <footer className="landing-footer">
        <a href="/privacy">Privacy policy</a>
        <a href="/support">Support</a>
      </footer>
    </main>
  );
}
