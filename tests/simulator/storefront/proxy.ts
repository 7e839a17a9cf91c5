import { raw, Router, type Request, type Response } from "express";
import { signedProxyQuery } from "../shopify/auth/proxy-signature";
import type { ProxyTarget } from "./ports";

/** What is done with a Liquid answer: it becomes the content of a page of the theme. */
export type LiquidPageRenderer = (request: Request, liquid: string) => Promise<string>;

export interface ProxyOptions {
  shop: string;
  /** Null where Shopify forwards nothing: the app is not installed, or the shop has not granted write_app_proxy. */
  target: () => ProxyTarget | null;
  /** Milliseconds since the epoch, by the simulator's clock: Shopify's timestamp. */
  now: () => number;
  customerId: () => string | null;
  renderPage: LiquidPageRenderer;
}

/** One of Shopify's servers, from which its proxy calls. */
const SHOPIFY_ADDRESS = "23.227.38.33";

const PASSED_ON = ["accept", "accept-language", "content-type", "user-agent", "if-none-match", "x-requested-with"];
const NOT_PASSED_BACK = new Set(["set-cookie", "transfer-encoding", "connection", "keep-alive", "content-length", "content-encoding", "x-powered-by"]);

/**
 * Shopify's app proxy: requests under /PREFIX/SUBPATH go to the app with Shopify's parameters and their signature;
 * cookies pass in neither direction; an answer of type application/liquid is rendered within the theme.
 */
export function proxyRouter(options: ProxyOptions): Router {
  const router = Router();
  router.use(raw({ type: () => true, limit: "1mb" }), (request, response, next) => {
    const target = options.target();
    if (target === null) return next();
    const prefix = `/${target.prefix}/${target.subpath}`;
    if (request.path !== prefix && !request.path.startsWith(`${prefix}/`)) return next();
    forward(options, target, prefix, request, response).catch(next);
  });
  return router;
}

async function forward(options: ProxyOptions, target: ProxyTarget, prefix: string, request: Request, response: Response): Promise<void> {
  // Without the root of a language: path_prefix has none either.
  const asked = new URL(request.url, "http://storefront.invalid");
  const query = signedProxyQuery(target.apiSecret, asked.searchParams, {
    shop: options.shop,
    pathPrefix: prefix,
    loggedInCustomerId: options.customerId() ?? "",
    timestamp: Math.floor(options.now() / 1_000),
  });
  // Shoppers come from many addresses, the demo's from one: who drives it may say whose it is.
  const client = request.get("x-simulated-client") ?? request.socket.remoteAddress ?? "127.0.0.1";
  // As it reaches an app behind a proxy of its own, which appends the address that called it: Shopify's. Whether Shopify
  // passes a shopper's own header on is not documented; here it does, which is the harder case for the app.
  const forwardedFor = [request.get("x-forwarded-for"), client, SHOPIFY_ADDRESS].filter((entry) => entry !== undefined).join(", ");
  const headers = new Headers({ "x-forwarded-for": forwardedFor, "x-forwarded-host": request.get("host") ?? "", "x-forwarded-proto": "http" });
  for (const name of PASSED_ON) {
    const value = request.get(name);
    if (value !== undefined) headers.set(name, value);
  }
  const hasBody = request.method !== "GET" && request.method !== "HEAD" && Buffer.isBuffer(request.body);
  let answer: globalThis.Response;
  try {
    answer = await fetch(`${target.url}${asked.pathname.slice(prefix.length)}?${query}`, {
      method: request.method,
      headers,
      redirect: "manual",
      signal: AbortSignal.timeout(15_000),
      ...(hasBody ? { body: new Uint8Array(request.body as Buffer) } : {}),
    });
  } catch {
    response.status(502).type("text/plain").send("There was an error in the third-party application.");
    return;
  }
  response.status(answer.status);
  answer.headers.forEach((value, name) => {
    if (!NOT_PASSED_BACK.has(name)) response.set(name, value);
  });
  const body = Buffer.from(await answer.arrayBuffer());
  if (!(answer.headers.get("content-type") ?? "").startsWith("application/liquid")) return void response.send(body);
  response.type("text/html; charset=utf-8").send(await options.renderPage(request, body.toString("utf8")));
}
