import type { Request, Response } from "express";

import { isApiPath, pathOf } from "./request-target";

/** What is wrong with a request that no route answers. */
export interface Problem {
  status: number;
  /** The API's name for it. */
  code: string;
  title: string;
  text: string;
  headers?: Record<string, string>;
}

const STYLE =
  "body{font:16px/1.5 system-ui,sans-serif;color:#303030;background:#f1f1f1;margin:0;padding:2rem 1rem}main{max-width:34rem;margin:0 auto;background:#fff;border-radius:12px;padding:1.5rem}h1{font-size:1.25rem;margin:0 0 .5rem}";

/**
 * Answers a problem in the form that its reader takes: JSON in the API's shape for the API, a sentence for Shopify's
 * proxy (which shows it within the shop's own page) and for programs, a page for browsers. None is cached.
 * @param problem.title and `text` are written into the page as they are: they must not hold anything of the request
 */
export function answerProblem(request: Request, response: Response, problem: Problem): void {
  const { status, code, title, text } = problem;
  response.status(status).set({ "cache-control": "no-store", ...problem.headers });
  const path = pathOf(request.originalUrl);
  if (isApiPath(path)) response.type("application/json; charset=utf-8").send(JSON.stringify({ error: { code, message: text } }));
  else if (path.toLowerCase().startsWith("/proxy/") || !request.accepts("html")) response.type("text").send(text);
  else response.type("html").send(page(title, text));
}

/** A page that may stand in the admin's frame and needs nothing else. */
function page(title: string, text: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Milepost</title>
<style>${STYLE}</style></head>
<body><main><h1>${title}</h1><p>${text}</p></main></body></html>`;
}
