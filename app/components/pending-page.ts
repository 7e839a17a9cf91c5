import { useLocation, useNavigation } from "@remix-run/react";

/** Which frame a page has, so that its skeleton stands where the page will. */
export type PageKind = "home" | "list" | "shipment" | "settings";

/** What kind of page an address of the admin leads to. */
export function pageKind(path: string): PageKind {
  if (/^\/app\/shipments\/(track|import)(\/|$)/.test(path)) return "settings";
  if (/^\/app\/shipments\/[^/]+/.test(path)) return "shipment";
  if (/^\/app\/(shipments|exceptions)/.test(path)) return "list";
  if (path.startsWith("/app/settings")) return "settings";
  return "home";
}

/**
 * The page that is being loaded, while another one is shown; null otherwise. A new filter or a form on the same page
 * is no new page: its own controls show that they work.
 */
export function usePendingPage(): PageKind | null {
  const navigation = useNavigation();
  const here = useLocation().pathname;
  if (navigation.state !== "loading" || navigation.formMethod) return null;
  const path = navigation.location.pathname;
  return path === here ? null : pageKind(path);
}
