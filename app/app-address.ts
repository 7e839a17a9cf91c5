/** Addresses that the environment gives, shared by the app and by Vite's configuration. */

export type Environment = Readonly<Record<string, string | undefined>>;

const HAS_SCHEME = /^https?:\/\//i;

/**
 * The public address of the app: `SHOPIFY_APP_URL`, `APP_URL`, or `HOST` where it has a scheme.
 * Shopify CLI sets `APP_URL` and `HOST` to the address of its tunnel and does not set `SHOPIFY_APP_URL`, so in
 * development they take precedence over a `SHOPIFY_APP_URL` that a .env file still holds.
 * @returns undefined when none is set
 */
export function appAddress(env: Environment): string | undefined {
  const host = env.HOST && HAS_SCHEME.test(env.HOST) ? env.HOST : undefined;
  const fromCli = host ?? (env.APP_URL || undefined);
  const own = env.SHOPIFY_APP_URL || undefined;
  return env.NODE_ENV === "development" ? (fromCli ?? own) : (own ?? fromCli);
}

/**
 * The address on which the web server listens: `LISTEN_HOST`, or `HOST` where it is a bare host name or address, as
 * hosting platforms set it. A `HOST` with a scheme is the address of a tunnel and never listened on.
 * @returns `::` (every address) when none is set
 */
export function listenAddress(env: Environment): string {
  if (env.LISTEN_HOST) return env.LISTEN_HOST;
  return env.HOST && !env.HOST.includes("://") ? env.HOST : "::";
}

/** The host name of an address, for the list of hosts that Vite answers. @returns null when it is not an address */
export function hostNameOf(address: string | undefined): string | null {
  return address && URL.canParse(address) ? new URL(address).hostname : null;
}
