import type { RequestHandler } from "express";

import type { Database } from "~/db/database.server";

/** What a page says while the database is away. It may stand in the admin's frame, so it brings its own little style. */
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Milepost</title>
<style>body{font:16px/1.5 system-ui,sans-serif;color:#303030;background:#f1f1f1;margin:0;padding:2rem 1rem}main{max-width:34rem;margin:0 auto;background:#fff;border-radius:12px;padding:1.5rem}h1{font-size:1.25rem;margin:0 0 .5rem}</style></head>
<body><main><h1>Milepost cannot reach its database</h1><p>Nothing is lost: news from Shopify and the carriers is sent again, and what waits is done as soon as the database is back. Load this page again in a moment.</p></main></body></html>`;

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
        response.status(503).set({ "retry-after": "5", "cache-control": "no-store" });
        // Shopify shows the answers of a proxy inside the shop's own pages: there a sentence is enough.
        if (request.path.startsWith("/proxy/") || !request.accepts("html")) response.type("text").send("Order tracking is not available at this moment. Please try again shortly.");
        else response.type("html").send(PAGE);
      },
    );
  };
}
