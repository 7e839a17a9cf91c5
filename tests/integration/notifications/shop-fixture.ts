import { randomBytes, randomUUID } from "node:crypto";

import { sealCustomer } from "~/db/customer-data.server";
import type { Database } from "~/db/database.server";
import { createSecrets, type Secrets } from "~/db/secrets.server";
import { DEFAULT_RETENTION } from "~/domain/privacy/retention";
import type { Mailer } from "~/integrations/notifiers/port";
import type { UseCaseContext } from "~/use-cases/context";

const ownSecrets = createSecrets(randomBytes(32).toString("base64"));

/** A context that can send: everything that sending does not touch says so when it is touched. */
export function sendingContext(db: Database, mailer: Mailer, clock: { now: number }): UseCaseContext {
  const untouched = (what: string) => () => {
    throw new Error(`${what} is not part of sending.`);
  };
  return {
    db,
    mailer,
    secrets: ownSecrets,
    now: () => clock.now,
    log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
    carriers: { all: [], find: () => null, baseUrls: {} },
    queue: { send: untouched("the queue"), sendMany: untouched("the queue") },
    adminFor: untouched("Shopify"),
    http: untouched("HTTP") as unknown as UseCaseContext["http"],
    tokens: untouched("the token cache") as unknown as UseCaseContext["tokens"],
    appUrl: "https://milepost.example",
    retention: DEFAULT_RETENTION,
  };
}

export interface Fixture {
  shopId: string;
  orderId: string;
  shipmentId: string;
}

/** A shop with one order of two items, one of which is in the shipment. */
export async function makeShop(db: Database, now: number, more: { settings?: object; locale?: string; secrets?: Secrets } = {}): Promise<Fixture> {
  const [shopId, orderId, shipmentId, fulfillmentId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const at = new Date(now);
  await db.prisma.shop.create({
    data: { id: shopId, domain: `${shopId}.myshopify.com`, name: "Lark & Pine", installedAt: at, settings: more.settings ?? {} },
  });
  await db.prisma.order.create({
    data: {
      id: orderId, shopId, gid: `gid://shopify/Order/${orderId}`, name: "#1001", nameKey: "1001", processedAt: at, sourceUpdatedAt: at, locale: more.locale ?? "en",
      ...sealCustomer(more.secrets ?? ownSecrets, shopId, { name: "Ada Moreau", email: "ada@example.com", phone: null, address: null, postalCode: null }, "US"),
      lineItems: {
        create: [
          { shopId, gid: "gid://shopify/LineItem/1", title: "Walnut desk lamp", quantity: 2, imageUrl: "https://cdn.example/lamp.png" },
          { shopId, gid: "gid://shopify/LineItem/2", title: "Sent in another box", quantity: 1 },
        ],
      },
    },
  });
  await db.prisma.fulfillment.create({
    data: {
      id: fulfillmentId, shopId, orderId, gid: `gid://shopify/Fulfillment/${fulfillmentId}`, status: "SUCCESS", fulfilledAt: at, sourceUpdatedAt: at,
      items: [{ lineItemGid: "gid://shopify/LineItem/1", quantity: 1 }],
    },
  });
  await db.prisma.shipment.create({
    data: {
      id: shipmentId, shopId, orderId, fulfillmentId, number: "1Z999AA10123456784", numberKey: "1Z999AA10123456784", trackingCompany: "UPS",
      shippedAt: at, createdAt: at, updatedAt: at, status: "IN_TRANSIT", statusAt: at, firstScanAt: at, lastEventAt: at,
    },
  });
  return { shopId, orderId, shipmentId };
}
