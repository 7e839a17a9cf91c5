import type { ErrorRequestHandler, RequestHandler } from "express";

import { describeError } from "~/domain/errors/describe-error";
import type { Log } from "~/use-cases/context";

import { answerProblem } from "./problem-answer";
import { isApiPath, isKnownMethod, isWellFormedTarget, pathOf } from "./request-target";

/** Refuses what no route can read, before a router or Remix tries to and throws. */
export function refuseMalformed(): RequestHandler {
  return (request, response, next) => {
    if (!isKnownMethod(request.method)) {
      const headers = { allow: "GET, HEAD, POST, OPTIONS" };
      return answerProblem(request, response, { status: 405, code: "method_not_allowed", title: "This cannot be done here", text: "No address here takes this method.", headers });
    }
    if (!isWellFormedTarget(request.originalUrl)) {
      return answerProblem(request, response, { status: 400, code: "malformed_address", title: "This address cannot be read", text: "The address holds characters that cannot be read." });
    }
    // Remix would read it as a request for a part of a page, and answer in its own shape.
    if (isApiPath(pathOf(request.originalUrl)) && /[?&](?:_data|_routes)(?:[=&]|$)/.test(request.originalUrl)) {
      return answerProblem(request, response, { status: 404, code: "not_found", title: "Not found", text: "There is no such address in the API." });
    }
    next();
  };
}

/**
 * Has every route see the app's configured address as the one that was asked. Host and X-Forwarded-Host are whatever the
 * client or a proxy wrote: addresses must not be built from them, and some cannot be read ("[::1", "%").
 * @param appUrl the app's public address
 */
export function asAppAddress(appUrl: string): RequestHandler {
  const { host, protocol } = new URL(appUrl);
  return (request, _response, next) => {
    request.headers.host = host;
    request.headers["x-forwarded-proto"] = protocol.replace(":", "");
    delete request.headers["x-forwarded-host"];
    next();
  };
}

/**
 * Headers that every answer has unless its route sets its own, and the end of the connection when a body was not read to
 * its end: what is left of it would be read as the next request.
 *
 * Referrer-Policy is strict-origin: no path or query, in which Shopify puts its session token, leaves the page. With
 * no-referrer browsers send `Origin: null` with forms, which Remix refuses.
 */
export function defaultHeaders(): RequestHandler {
  return (request, response, next) => {
    const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => typeof response;
    const withDefaults = (...args: unknown[]) => {
      const defaults = { "cache-control": "no-store", "referrer-policy": "strict-origin", "x-content-type-options": "nosniff" };
      for (const [name, value] of Object.entries(defaults)) if (!response.hasHeader(name)) response.setHeader(name, value);
      const hasBody = request.headers["transfer-encoding"] !== undefined || Number(request.headers["content-length"] ?? 0) > 0;
      if (hasBody && !request.complete) response.setHeader("connection", "close");
      return writeHead(...args);
    };
    response.writeHead = withDefaults as typeof response.writeHead;
    next();
  };
}

/** Answers what a handler threw, in the same form whatever NODE_ENV is: Express itself would show the stack trace. */
export function answerErrors(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const status = statusOf(error);
    if (status >= 500) log.error({ method: request.method, path: pathOf(request.originalUrl).slice(0, 100), error: describeError(error) }, "a request failed");
    // The answer is under way: Express ends the connection.
    if (response.headersSent) return next(error);
    if (status >= 500) return answerProblem(request, response, { status, code: "failed", title: "This could not be done now", text: "This could not be done now. Try again in a moment." });
    answerProblem(request, response, { status, code: "bad_request", title: "This address cannot be read", text: "The request cannot be read." });
  };
}

/** The status of an error that Express or one of its parts gave one: a refusal of the request. 500 for all others. */
function statusOf(error: unknown): number {
  const status = typeof error === "object" && error !== null && "status" in error ? error.status : undefined;
  return typeof status === "number" && status >= 400 && status < 500 ? status : 500;
}
