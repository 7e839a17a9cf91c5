/** The merchant's browser, as far as the demo needs one: opens the app from the admin and posts its forms. */
export interface AdminClient {
  /** Opens the app as the admin does: follows the launch address, which lets the app exchange its token. */
  open(): Promise<void>;
  /** @returns the page's text */
  get(path: string): Promise<string>;
  post(path: string, fields: Readonly<Record<string, string>>): Promise<string>;
}

export interface AdminClientOptions {
  appUrl: string;
  /** NAME.myshopify.com */
  shop: string;
  /** A fresh launch address of a path, with its session token. */
  launchUrl: (path: string) => string;
}

/** What a browser says of itself; without it the app takes the asker for a robot. */
export const BROWSER = { "user-agent": "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 Chrome/139.0 Safari/537.36", accept: "text/html" };

export function createAdminClient(options: AdminClientOptions): AdminClient {
  /** What App Bridge does: a fresh session token of this moment as bearer. */
  function authorised(path: string): { url: URL; headers: Record<string, string> } {
    const launch = new URL(options.launchUrl(path));
    const token = launch.searchParams.get("id_token") ?? "";
    for (const name of ["id_token", "session", "hmac", "timestamp"]) launch.searchParams.delete(name);
    return { url: launch, headers: { ...BROWSER, authorization: `Bearer ${token}` } };
  }

  async function read(answer: Response, what: string): Promise<string> {
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${what} of ${options.shop} answered ${answer.status}: ${text.slice(0, 300)}`);
    return text;
  }

  return {
    async open() {
      await read(await fetch(options.launchUrl("/app"), { headers: BROWSER, signal: AbortSignal.timeout(30_000) }), "Opening the app");
    },
    async get(path) {
      const { url, headers } = authorised(path);
      return read(await fetch(url, { headers, signal: AbortSignal.timeout(30_000) }), path);
    },
    async post(path, fields) {
      const { url, headers } = authorised(path);
      return read(await fetch(url, { method: "POST", headers, body: new URLSearchParams(fields), signal: AbortSignal.timeout(30_000) }), path);
    },
  };
}
