import type { IncomingMessage, ServerResponse } from "node:http";

import { readInput, sendJson } from "./http/respond";
import type { ShopifySimulator } from "./simulator";
import { NotFound } from "./store/find";
import { Refusal } from "./behaviour/refusal";
import { NoSuchShop } from "./world";

/** Commands that are not told over HTTP: they hand out secrets or records in full. */
const LOCAL_ONLY = new Set(["state", "sessionToken"]);

/**
 * The control endpoints under /control/shopify: `GET shops`, `GET webhooks`, `GET requests`, `POST drain`,
 * `POST faults` (a fault plan, `{}` clears), `POST fail` `{kind, shop?, count?}`, `POST clock` `{advanceMs}`, and
 * `POST COMMAND` with `{"arguments": […]}` for every command of the simulator.
 * Answers 200 with JSON, 400 where the command is refused, 404 where something does not exist.
 */
export async function answerControl(simulator: ShopifySimulator, name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    sendJson(response, 200, (await run(simulator, name, request)) ?? {});
  } catch (error) {
    if (error instanceof NotFound || error instanceof NoSuchShop) return sendJson(response, 404, { error: error.message });
    if (error instanceof Refusal || error instanceof SyntaxError || error instanceof TypeError) return sendJson(response, 400, { error: error.message });
    throw error;
  }
}

async function run(simulator: ShopifySimulator, name: string, request: IncomingMessage): Promise<unknown> {
  if (request.method === "GET") {
    switch (name) {
      case "shops":
        return simulator.shops().map(({ shop, orders, fulfillments, customers }) => ({
          domain: shop.domain,
          name: shop.name,
          plan: shop.plan,
          installed: shop.installation !== null,
          orders: Object.keys(orders).length,
          fulfillments: Object.keys(fulfillments).length,
          customers: Object.keys(customers).length,
        }));
      case "webhooks":
        return simulator.webhooks;
      case "requests":
        return simulator.requests;
      case "clock":
        return { now: new Date(simulator.clock.now()).toISOString(), offsetMs: simulator.clock.offsetMs };
    }
    throw new NotFound(`there is nothing to get at ${name}`);
  }
  const input = (await readInput(request)) as Record<string, unknown>;
  switch (name) {
    case "drain":
      return simulator.drain();
    case "faults":
      return Object.keys(input).length === 0 ? simulator.webhookFaults.clear() : simulator.webhookFaults.set(input);
    case "fail":
      return simulator.failNext(input.kind as Parameters<ShopifySimulator["failNext"]>[0], input as { shop?: string; count?: number });
    case "clock":
      return simulator.clock.advance(Number(input.advanceMs ?? 0));
  }
  const command = (simulator as unknown as Record<string, unknown>)[name];
  if (typeof command !== "function" || !simulator.commandNames.includes(name) || LOCAL_ONLY.has(name)) throw new NotFound(`there is no command ${name}`);
  const given = Array.isArray(input.arguments) ? (input.arguments as unknown[]) : [];
  return (command as (...all: unknown[]) => unknown)(...given);
}
