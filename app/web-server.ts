import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { pathToFileURL } from "node:url";

import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express } from "express";
import type { ViteDevServer } from "vite";

import { createDependencies, type Dependencies } from "./dependencies.server";
import { createDatabaseGuard } from "./ingest/database-guard.server";
import { createProviderWebhookHandler } from "./ingest/provider-webhooks.server";
import { addHealthRoutes } from "./health-routes.server";
import { createShopifyWebhookHandler } from "./ingest/shopify-webhooks.server";
import { createTakeIn } from "./ingest/take-in.server";
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
  const app = await createApp(dependencies, options.development ? server : null);
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
        log.error({ path, error: error instanceof Error ? error.message : String(error) }, "a webhook failed");
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

/** @param devServer the server that carries Vite's reload socket; null serves the build */
async function createApp(dependencies: Dependencies, devServer: Server | null): Promise<Express> {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", true);
  app.use(compression());
  addHealthRoutes(app, dependencies);

  const getLoadContext = () => ({ dependencies });
  const guard = createDatabaseGuard(dependencies.db);
  if (devServer) {
    const vite = await startVite(devServer, dependencies.config.shopify.appUrl);
    app.use(vite.middlewares);
    const build = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
    app.all("*", guard, createRequestHandler({ build, getLoadContext, mode: "development" }));
    return app;
  }
  if (!existsSync(BUILD)) throw new Error(`The app is not built (${BUILD} is missing): run npm run build first.`);
  const build = (await import(pathToFileURL(BUILD).href)) as ServerBuild;
  app.use("/assets", express.static("build/client/assets", { immutable: true, maxAge: "1y" }));
  app.use(express.static("build/client", { maxAge: "1h" }));
  app.all("*", guard, createRequestHandler({ build, getLoadContext, mode: "production" }));
  return app;
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
