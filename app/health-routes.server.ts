import { createHash, timingSafeEqual } from "node:crypto";

import type { Express } from "express";

import type { Dependencies } from "./dependencies.server";

/**
 * Adds what a platform asks of a web process: `/livez` (the process answers; a database outage does not restart it),
 * `/readyz` and `/healthz` (the database answers), and `/metrics` for requests with METRICS_TOKEN. The first three show
 * no figures, as anyone may ask.
 */
export function addHealthRoutes(app: Express, dependencies: Pick<Dependencies, "ready" | "backlog"> & { config: Pick<Dependencies["config"], "metricsToken"> }): void {
  const { metricsToken } = dependencies.config;
  app.get("/livez", (_request, response) => void response.json({ ok: true }));
  app.get(["/readyz", "/healthz"], (_request, response) => {
    void dependencies.ready().then((ok) => response.status(ok ? 200 : 503).json({ ok }));
  });
  if (metricsToken === null) return;
  app.get("/metrics", (request, response) => {
    if (!sameSecret(request.get("authorization"), `Bearer ${metricsToken}`)) return void response.status(401).json({ ok: false });
    dependencies.backlog().then(
      ({ pending, due }) => response.type("text/plain; version=0.0.4").send(gauges({ pending, due })),
      () => response.status(503).json({ ok: false }),
    );
  });
}

function gauges({ pending, due }: { pending: number; due: number }): string {
  const gauge = (name: string, help: string, value: number) => `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${value}\n`;
  return gauge("milepost_jobs_pending", "Jobs that wait or run.", pending) + gauge("milepost_rows_due", "Rows whose due instant has passed.", due);
}

/** Compares without a difference in time that would show how much of the secret was right. */
function sameSecret(given: string | undefined, expected: string): boolean {
  const digest = (value: string) => createHash("sha256").update(value).digest();
  return timingSafeEqual(digest(given ?? ""), digest(expected));
}
