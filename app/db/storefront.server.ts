import type { Tx } from "./database.server";

/** What the public tracking page needs of a shop. */
export interface StorefrontShop {
  id: string;
  domain: string;
  name: string;
  timeZone: string;
  locale: string;
  countryCode: string | null;
  settings: unknown;
  /** Where its proxy is reached, as its last request said; null until one came. */
  proxyPath: string | null;
}

/** An installed shop by its myshopify domain; null when Milepost does not work for it (any more). */
export async function storefrontShop(tx: Tx, domain: string): Promise<StorefrontShop | null> {
  return tx.shop.findFirst({
    where: { domain: domain.toLowerCase(), status: "active" },
    select: { id: true, domain: true, name: true, timeZone: true, locale: true, countryCode: true, settings: true, proxyPath: true },
  });
}

/** Keeps where a shop's proxy is reached. */
export async function updateProxyPath(tx: Tx, shopId: string, path: string): Promise<void> {
  await tx.shop.update({ where: { id: shopId }, data: { proxyPath: path } });
}

/** An order that may be the one asked for, with the hashes that what was typed is compared with. */
export interface LookUpCandidate {
  id: string;
  emailHash: string | null;
  phoneHash: string | null;
  postalHash: string | null;
  countryCode: string | null;
}

/** So many orders of one number are looked at: a shop that changed its numbering may have two of them. */
export const MAX_CANDIDATES = 5;

/** Orders of this number, newest first; redacted ones cannot be looked up. */
export async function lookUpCandidates(tx: Tx, shopId: string, nameKey: string): Promise<LookUpCandidate[]> {
  return tx.order.findMany({
    where: { shopId, nameKey, redactedAt: null },
    select: { id: true, emailHash: true, phoneHash: true, postalHash: true, countryCode: true },
    orderBy: [{ processedAt: "desc" }, { id: "asc" }],
    take: MAX_CANDIDATES,
  });
}

/** An order as the public page shows it: no name, no e-mail, no phone, no street is even read. */
export type StorefrontOrder = NonNullable<Awaited<ReturnType<typeof storefrontOrder>>>;

/** Reads one order with its items, fulfillments and shipments. Scans are read with `eventsOf`. */
export async function storefrontOrder(tx: Tx, shopId: string, orderId: string) {
  return tx.order.findFirst({
    where: { id: orderId, shopId, redactedAt: null },
    select: {
      id: true,
      name: true,
      locale: true,
      processedAt: true,
      cancelledAt: true,
      lineItems: { select: { gid: true, title: true, variant: true, quantity: true, imageUrl: true }, orderBy: { gid: "asc" } },
      fulfillments: { select: { id: true, status: true, items: true } },
      shipments: {
        where: { removedAt: null },
        orderBy: [{ shippedAt: "asc" }, { id: "asc" }],
        select: {
          id: true,
          fulfillmentId: true,
          number: true,
          trackingCompany: true,
          trackingUrl: true,
          carrier: true,
          carrierSource: true,
          numbers: { select: { number: true, carrier: true }, orderBy: [{ since: "asc" }, { id: "asc" }] },
          direction: true,
          shippedAt: true,
          status: true,
          detail: true,
          deliveredAt: true,
          lastEventAt: true,
          estimateEarliest: true,
          estimateLatest: true,
          estimatePrecision: true,
          estimateZone: true,
          feedback: { select: { rating: true, reason: true, comment: true, createdAt: true } },
        },
      },
    },
  });
}
