import compression from "compression";
import express, { type Express } from "express";

import type { Log } from "~/use-cases/context";

import { answerErrors, defaultHeaders, refuseMalformed } from "./request-guard.server";

export interface HttpAppOptions {
  log: Log;
  /** Adds what a platform asks of the process. */
  addHealthRoutes(app: Express): void;
  /** Adds what answers everything else. */
  addPages(app: Express): Promise<void>;
}

/**
 * Makes the HTTP side of the app: what holds for every request before a page, the API or the storefront sees it, and for
 * every answer after.
 */
export async function createHttpApp(options: HttpAppOptions): Promise<Express> {
  const app = express();
  app.disable("x-powered-by");
  // In any other environment Express shows stack traces; NODE_ENV may be unset.
  app.set("env", "production");
  // The protocol alone is read from a header, which asAppAddress writes.
  app.set("trust proxy", (_address: string, hop: number) => hop === 0);
  app.use(defaultHeaders(), refuseMalformed(), compression());
  options.addHealthRoutes(app);
  await options.addPages(app);
  app.use(answerErrors(options.log));
  return app;
}
