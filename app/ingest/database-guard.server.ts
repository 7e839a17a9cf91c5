import type { RequestHandler } from "express";

import type { Database } from "~/db/database.server";

import { answerProblem } from "./problem-answer";

const TITLE = "Milepost cannot reach its database";
const TEXT = "Nothing is lost: news from Shopify and the carriers is sent again, and what waits is done as soon as the database is back. Load this page again in a moment.";
/** Shopify shows the answers of a proxy inside the shop's own pages: there a sentence is enough. */
const STOREFRONT_TEXT = "Order tracking is not available at this moment. Please try again shortly.";
const API_TEXT = "This cannot be done at this moment; send it again.";

/**
 * Answers pages 503 while the database cannot be reached, instead of letting each fail in its own way. One `select 1`
 * per page. The embedded database is in this process and cannot be away.
 */
export function createDatabaseGuard(db: Pick<Database, "kind" | "sql">): RequestHandler {
  if (db.kind === "embedded") return (_request, _response, next) => next();
  return (request, response, next) => {
    db.sql("select 1", []).then(
      () => next(),
      () => {
        const path = request.path.toLowerCase();
        const text = path.startsWith("/api") ? API_TEXT : path.startsWith("/proxy/") || !request.accepts("html") ? STOREFRONT_TEXT : TEXT;
        answerProblem(request, response, { status: 503, code: "unavailable", title: TITLE, text, headers: { "retry-after": "5" } });
      },
    );
  };
}
