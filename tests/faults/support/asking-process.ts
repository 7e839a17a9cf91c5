import { createDependencies } from "~/dependencies.server";
import { readShop } from "~/shopify/operations/read-shop";

/**
 * A process with the app's own wiring that asks Shopify's Admin API ten times at once whenever its parent says
 * `{ask: shop}`, and sends back how that went: `{answers, errors}`.
 */
const dependencies = await createDependencies();
const said: NodeJS.MessageListener = (message) => {
  const shop = typeof message === "object" && message !== null && "ask" in message ? String(message.ask) : null;
  if (shop === null) return;
  void Promise.allSettled(
    Array.from({ length: 10 }, async () => (await dependencies.useCases.adminFor(shop)).run(readShop, {})),
  ).then((results) => {
    const errors = results.flatMap((each) => (each.status === "rejected" ? [String(each.reason)] : []));
    process.send?.({ answers: results.length - errors.length, errors });
  });
};
process.on("message", said);
process.send?.({ ready: true });
