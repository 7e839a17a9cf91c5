import { PassThrough } from "node:stream";

import { createReadableStreamFromReadable, type ActionFunctionArgs, type AppLoadContext, type EntryContext, type LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";

import { describeError } from "~/domain/errors/describe-error";

import { setFrameAncestors } from "./session-token";

/** After this long a page is sent as far as it is, ms. */
const STREAM_TIMEOUT_MS = 5_000;

/**
 * Renders a page as a stream: people get the frame at once, robots (which do not wait for scripts) the whole of it.
 * Shopify's headers are set per shop: frame-ancestors names the one shop that may embed the page, or none.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { dependencies }: AppLoadContext,
): Promise<Response> {
  setFrameAncestors(request, headers, dependencies.shopify);
  const whole = isbot(request.headers.get("user-agent") ?? "");

  return new Promise((resolve, reject) => {
    let answer = status;
    let started = false;
    const send = () => {
      started = true;
      const body = new PassThrough();
      headers.set("Content-Type", "text/html; charset=utf-8");
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answer }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <RemixServer context={remixContext} url={request.url} abortDelay={STREAM_TIMEOUT_MS} />,
      {
        onShellReady: () => (whole ? undefined : send()),
        onAllReady: () => (whole ? send() : undefined),
        onShellError: (error) => reject(error instanceof Error ? error : new Error(String(error))),
        onError(error) {
          answer = 500;
          // Before the first byte the error reaches the caller through onShellError; afterwards only the log is left.
          if (!started) return;
          dependencies.useCases.log.error({ error: describeError(error) }, "A page failed while it was being sent");
        },
      },
    );
    // A second longer than the stream's own limit, so that its message still goes out.
    setTimeout(abort, STREAM_TIMEOUT_MS + 1_000).unref();
  });
}

/**
 * Logs what a loader, an action or a page threw, in one line of JSON; Remix itself would print the stack trace. Nothing is
 * logged for a request that is refused (an unknown address, a method that an address does not take), nor for one whose
 * client has gone.
 */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  const path = new URL(request.url).pathname.slice(0, 100);
  context.dependencies.useCases.log.error({ method: request.method, path, error: describeError(error) }, "a request failed");
}
