import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { pathToFileURL } from "node:url";

import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import express, { type Express } from "express";
import type { ViteDevServer } from "vite";

import { createDependencies, type Dependencies } from "./dependencies.server";
import { describeError } from "./domain/errors/describe-error";
import { createDatabaseGuard } from "./ingest/database-guard.server";
import { createHttpApp } from "./ingest/http-app.server";
import { createProviderWebhookHandler } from "./ingest/provider-webhooks.server";
import { asAppAddress } from "./ingest/request-guard.server";
import { addHealthRoutes } from "./health-routes.server";
import { createShopifyWebhookHandler } from "./ingest/shopify-webhooks.server";
import { createTakeIn } from "./ingest/take-in.server";
import { clientAddress } from "./integrations/limits/client-address";
import { startWorker, type Worker } from "./worker/start-worker.server";

const BUILD = "build/server/index.js";

export interface RunningServer {
  port: number;
  close(): Promise<void>;
}

/**
 * Starts the web server: webhooks first (before Remix), then the app; with `worker: inline` the jobs too.
 * @param options.development serves the app through Vite instead of the build
 */
export async function startServer(options: { development: boolean }): Promise<RunningServer> {
  const dependencies = await createDependencies();
  const { config, useCases } = dependencies;
  const { log } = useCases;
  const worker: Worker | null = config.worker === "inline" ? await startWorker(useCases, dependencies.queue) : null;

  const takeIn = createTakeIn(dependencies.db, dependencies.queue);
  const shopifyWebhook = createShopifyWebhookHandler(config.shopify, takeIn, useCases.now, log);
  const providerWebhook = createProviderWebhookHandler(
    { db: dependencies.db, secrets: useCases.secrets, find: useCases.carriers.find, keys: dependencies.publicKeys, now: useCases.now, log },
    takeIn,
  );
  // Vite's reload socket shares this server: a tunnel carries one port.
  const server = createServer();
  const app = await createHttpApp({
    log,
    addHealthRoutes: (pages) => addHealthRoutes(pages, dependencies),
    addPages: (pages) => addRemix(pages, dependencies, options.development ? server : null),
  });
  server.on("request", (request, response) => {
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    const work =
      path === "/webhooks" || path.startsWith("/webhooks/")
        ? shopifyWebhook(request, response)
        : path.startsWith("/hooks/")
          ? providerWebhook(request, response, path)
          : null;
    if (work) {
      work.catch((error: unknown) => {
        // Without the token that ends a provider's address.
        log.error({ path: path.split("/", 3).join("/"), error: describeError(error) }, "a webhook failed");
        if (!response.headersSent) response.writeHead(503);
        response.end();
      });
      return;
    }
    app(request, response);
  });

  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new Error(`Port ${config.web.port} is taken; set PORT to another one.`) : error),
    );
    server.listen(config.web.port, config.web.host, resolve);
  });
  log.info({ port: config.web.port, database: dependencies.db.kind, worker: config.worker }, "Milepost is ready");

  return {
    port: config.web.port,
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 5_000).unref();
      });
      await worker?.stop();
      await dependencies.close();
    },
  };
}

/**
 * Adds Remix: the admin's pages, the storefront's, and the API.
 * @param devServer the server that carries Vite's reload socket; null serves the build
 */
async function addRemix(app: Express, dependencies: Dependencies, devServer: Server | null): Promise<void> {
  const getLoadContext = (request: express.Request): AppLoadContext => ({
    dependencies,
    clientAddress: ({ byShopify }) =>
      clientAddress({ peer: request.socket.remoteAddress ?? null, forwardedFor: request.get("x-forwarded-for") ?? null, byShopify }, dependencies.trustedProxies),
  });
  const before = [createDatabaseGuard(dependencies.db), asAppAddress(dependencies.config.shopify.appUrl)];
  if (devServer) {
    const vite = await startVite(devServer, dependencies.config.shopify.appUrl);
    app.use(vite.middlewares);
    const build = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
    app.all("*", ...before, createRequestHandler({ build, getLoadContext, mode: "development" }));
    return;
  }
  if (!existsSync(BUILD)) throw new Error(`The app is not built (${BUILD} is missing): run npm run build first.`);
  const build = (await import(pathToFileURL(BUILD).href)) as ServerBuild;
  app.use("/assets", express.static("build/client/assets", { immutable: true, maxAge: "1y" }));
  app.use(express.static("build/client", { maxAge: "1h" }));
  app.all("*", ...before, createRequestHandler({ build, getLoadContext, mode: "production" }));
}

/**
 * Starts Vite on our server. Over an https address (the tunnel of Shopify CLI) the browser reaches the reload socket on
 * port 443 of that address, whatever port this server listens on.
 */
async function startVite(server: Server, appUrl: string): Promise<ViteDevServer> {
  const hmr = appUrl.startsWith("https://") ? { server, protocol: "wss", clientPort: 443 } : { server };
  const vite = await (await import("vite")).createServer({ server: { middlewareMode: true, hmr } });
  // With a listener for upgrades Node.js leaves every socket to it; those that Vite does not take would stay open.
  server.on("upgrade", (request, socket) => {
    if (!/^vite-(hmr|ping)$/.test(request.headers["sec-websocket-protocol"] ?? "")) socket.destroy();
  });
  return vite;
}

/** Runs the web server until it is signalled to stop. @param args `--dev` serves the app through Vite */
export function runServer(args: readonly string[]): void {
  startServer({ development: args.includes("--dev") }).then(
    (server) => {
      let closing = false;
      const stop = () => {
        if (closing) return;
        closing = true;
        server.close().then(
          () => process.exit(0),
          () => process.exit(1),
        );
      };
      process.on("SIGTERM", stop);
      process.on("SIGINT", stop);
    },
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exit(1);
    },
  );
}
