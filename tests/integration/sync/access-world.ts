import { latestSyncRun } from "~/db/sync-runs.server";
import type { CustomerData } from "~/domain/access/customer-data";
import { shopAccess } from "~/db/shop-access.server";
import { backfillShop } from "~/use-cases/backfill-shop";
import { handleShopifyDeliveries } from "~/use-cases/handle-shopify-delivery";
import { installShop } from "~/use-cases/install-shop";
import { readCustomerData } from "~/db/customer-data.server";

import { startSimulatedApp, type SimulatedApp, type SimulatedAppOptions } from "./simulated-app";

export const SHOP = "meadow.myshopify.com";

/** A shop in the simulated Shopify with the app installed, and what the worker would do by hand. */
export interface AccessWorld extends SimulatedApp {
  shopId(): string;
  /** Installs the app in the shop, with all of its scopes by default. */
  install(scopes?: string[]): Promise<void>;
  placeOrder(): { id: string; gid: string };
  /** Works the backfill's steps until none is left, with all webhooks that wait. */
  backfill(): Promise<void>;
  /** Hands the webhooks that came in to the app. @returns their outcomes by topic */
  deliver(): Promise<[string, string][]>;
  run(): ReturnType<typeof latestSyncRun>;
  refused(): Promise<CustomerData[]>;
  /** What is stored of an order's customer; null where nothing is. */
  customer(orderId: string): Promise<unknown>;
}

export async function openAccessWorld(options: Partial<SimulatedAppOptions> = {}): Promise<AccessWorld> {
  const app = await startSimulatedApp({ shops: [SHOP], ...options });
  const { simulator, context } = app;
  simulator.addLocation(SHOP, { name: "Portland", address: { city: "Portland", provinceCode: "OR", countryCode: "US", zip: "97201" } });
  simulator.addProduct(SHOP, { title: "Linen apron", productType: "Kitchen", variants: [{ title: "Sand", priceMinor: 4800 }] });
  let shopId = "";
  const run = () => latestSyncRun(context.db.prisma, shopId, "backfill");
  return {
    ...app,
    shopId: () => shopId,
    async install(scopes) {
      simulator.install(SHOP, scopes);
      await app.open(SHOP);
      shopId = (await installShop(context, { domain: SHOP })).id;
    },
    placeOrder() {
      const variantId = Object.values(simulator.state(SHOP).products)[0]?.variants[0]?.id ?? "";
      const { id } = simulator.createOrder(SHOP, {
        lines: [{ variantId, quantity: 1 }],
        customer: { firstName: "Ada", lastName: "Byron", email: "ada@example.com", phone: "+15035550101" },
        shippingAddress: { firstName: "Ada", lastName: "Byron", address1: "1 Main St", city: "Boise", provinceCode: "ID", countryCode: "US", zip: "83702" },
        phone: "+15035550101",
      });
      return { id, gid: `gid://shopify/Order/${id}` };
    },
    async backfill() {
      for (let step = 0; step < 60; step += 1) {
        context.take("backfill-shop");
        const open = await run();
        if (open?.status !== "queued" && open?.status !== "running") return;
        await simulator.drain();
        await backfillShop(context, { shopId });
      }
      throw new Error("the backfill came to no end");
    },
    async deliver() {
      await simulator.drain();
      const deliveries = app.take();
      const outcomes = await handleShopifyDeliveries(context, deliveries);
      return deliveries.map((each) => [each.topic, outcomes.get(each.id)?.kind ?? "none"]);
    },
    run,
    refused: async () => [...(await shopAccess(context.db.prisma, shopId)).refused].sort(),
    async customer(id) {
      const order = await context.db.prisma.order.findFirst({ where: { shopId, gid: `gid://shopify/Order/${id}` } });
      return order && readCustomerData(context, context.db.prisma, { shopId, orderId: order.id, actor: "test", purpose: "test", fields: ["name", "email", "phone", "address"] });
    },
  };
}
