import { trimEndOf } from "~/domain/tracking/text/bounded-text";

import type { CarrierContext } from "../port";

/**
 * An address of the provider's API: the base (the operator's setting `base_url`, else `usual`) and a path below it, with
 * its query. Every request's address is made here, because merchants' fields and tracking numbers are parts of paths:
 * whatever they hold, scheme, host and port are the base's, and no ".." leads out of its path.
 * @param usual the provider's own base, e.g. "https://api.acme.example" or "https://acme.example/soap"
 * @param path e.g. "/track?n=1"; what is a single part of it must have gone through `segment`
 */
export function address(context: Pick<CarrierContext, "credentials">, usual: string, path: string): string {
  const own = context.credentials["base_url"]?.trim();
  const url = new URL(own === undefined || own === "" ? usual : own);
  const query = path.indexOf("?");
  const [below, search] = query < 0 ? [path, ""] : [path.slice(0, query), path.slice(query + 1)];
  // The setters of a URL cannot change its host: what would begin a host or a query is encoded as a part of the path.
  url.pathname = `${trimEndOf(url.pathname, "/")}/${below.split(/[/\\]/).filter((part, index) => !(part === "" && index === 0) && !isDots(part)).join("/")}`;
  url.search = search;
  url.hash = "";
  return url.href;
}

/** A value as one part of a path. A part of dots alone would lead to another path, also encoded: it becomes "-". */
export function segment(value: string): string {
  return isDots(value) ? "-" : encodeURIComponent(value.toWellFormed());
}

function isDots(part: string): boolean {
  return /^(?:\.|%2e){1,2}$/i.test(part);
}
