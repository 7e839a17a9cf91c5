import express, { urlencoded, type Express } from "express";
import type { DemoWorld } from "../demo/world";
import { commands } from "./commands";
import { controlPage } from "./control-page";
import { indexPage } from "./index-page";
import { instant } from "./page";
import { requestsPage } from "./requests-page";

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** The index page, the control page with its commands, and the list of requests. */
export function createControl(world: DemoWorld): Express {
  const app = express().disable("x-powered-by");
  app.get("/", (_request, response) => void response.send(indexPage(world)));
  app.get("/control", (request, response) => void response.send(controlPage(world, text(request.query["said"]), text(request.query["q"]))));
  app.get("/control/status", (_request, response, next) => {
    world.jobs().then((jobs) => response.json({ now: instant(world.clock.now()), offsetMs: world.clock.offsetMs, pending: jobs?.pending ?? null, ready: world.ready() }), next);
  });
  app.get("/requests", (_request, response, next) => {
    world.jobs().then((jobs) => response.send(requestsPage(world, jobs?.pending ?? null)), next);
  });
  app.post("/control/:command", urlencoded({ extended: false }), (request, response) => {
    const command = commands[request.params["command"] ?? ""];
    const back = (said: string) => {
      // Scripts (the browser tests) ask for JSON; people are sent back to the page they came from.
      if (request.accepts(["html", "json"]) === "json") return void response.json({ said });
      response.redirect(303, `/control?said=${encodeURIComponent(said)}`);
    };
    if (!command) return void response.status(404).send("There is no such command");
    command(world, request.body).then(
      (said) => {
        world.save();
        back(said);
      },
      (error: unknown) => back(`That did not work: ${error instanceof Error ? error.message : String(error)}`),
    );
  });
  return app;
}
