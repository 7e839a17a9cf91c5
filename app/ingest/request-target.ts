/** Methods that some address of the app takes. */
const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** Whether a request has a method that the app can be asked with; `new Request` throws for TRACE and CONNECT. */
export function isKnownMethod(method: string | undefined): boolean {
  return METHODS.has(method ?? "");
}

/**
 * Whether the target of a request (its path and query, as in the first line of HTTP) can be handed on: a path that begins
 * with a slash and whose percent encoding can be decoded, without U+0000, which PostgreSQL stores in no text.
 *
 * Proxies send other forms too: "http://other.example/path", "*". Nothing here is asked for that way.
 */
export function isWellFormedTarget(target: string | undefined): target is string {
  if (target === undefined || !target.startsWith("/")) return false;
  // In a query, encoding that cannot be decoded is read as U+FFFD; U+0000 has this one spelling.
  if (target.includes("%00")) return false;
  try {
    decodeURIComponent(pathOf(target));
    return true;
  } catch {
    return false;
  }
}

/** The path of a target, without the query. */
export function pathOf(target: string): string {
  return target.split(/[?#]/, 1)[0] ?? "";
}

/** Whether an address is the API's, whose answers are all JSON. Routes are matched without regard to case. */
export function isApiPath(path: string): boolean {
  return /^\/api(?:\/|$)/i.test(path);
}
