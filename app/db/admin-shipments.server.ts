import type { Tx } from "./database.server";
import type { Prisma } from "./generated/client";

/** Where a page of the list begins: after or before the row with this place. */
export interface ShipmentCursor {
  shippedAt: Date;
  id: string;
  direction: "after" | "before";
}

/** What the list is asked for; absent and empty parts do not narrow it. */
export interface ShipmentListQuery {
  statuses?: readonly string[];
  direction?: "out" | "return";
  openException?: boolean;
  rules?: readonly string[];
  carriers?: readonly string[];
  channels?: readonly string[];
  tracking?: "tracking" | "stopped" | "ended";
  shippedFrom?: Date;
  shippedBefore?: Date;
  /** Already reduced to upper-case letters and digits. */
  searchKey?: string;
  order: "newest" | "oldest";
  cursor: ShipmentCursor | null;
  limit: number;
}

const listFields = {
  id: true, number: true, carrier: true, trackingCompany: true, direction: true, status: true, detail: true, statusAt: true, lastEventAt: true,
  estimateLatest: true, estimatePrecision: true, estimateZone: true, openExceptions: true, trackingState: true, lastProblem: true, shippedAt: true,
  destinationCountry: true, order: { select: { name: true, channel: true, city: true, countryCode: true } },
} satisfies Prisma.ShipmentSelect;

export type ShipmentListRow = Prisma.ShipmentGetPayload<{ select: typeof listFields }>;

/**
 * One page of a shop's shipments by the day they were shipped. Pages go on from a row (not from a count), so that
 * page 1,000 costs what page 1 costs.
 */
export async function listShipments(
  tx: Tx,
  shopId: string,
  query: ShipmentListQuery,
): Promise<{ rows: ShipmentListRow[]; hasPrevious: boolean; hasNext: boolean }> {
  const { cursor } = query;
  const backwards = cursor?.direction === "before";
  const falling = (query.order === "newest") !== backwards;
  const sort = falling ? "desc" : "asc";
  const found = await tx.shipment.findMany({
    where: { AND: [whereOf(shopId, query), cursor ? beyond(cursor, falling) : {}] },
    orderBy: [{ shippedAt: sort }, { id: sort }],
    take: query.limit + 1,
    select: listFields,
  });
  const more = found.length > query.limit;
  const rows = found.slice(0, query.limit);
  if (backwards) rows.reverse();
  return { rows, hasPrevious: backwards ? more : cursor !== null, hasNext: backwards ? true : more };
}

function beyond(cursor: ShipmentCursor, falling: boolean): Prisma.ShipmentWhereInput {
  const { shippedAt, id } = cursor;
  return falling
    ? { OR: [{ shippedAt: { lt: shippedAt } }, { shippedAt, id: { lt: id } }] }
    : { OR: [{ shippedAt: { gt: shippedAt } }, { shippedAt, id: { gt: id } }] };
}

function whereOf(shopId: string, query: ShipmentListQuery): Prisma.ShipmentWhereInput {
  const where: Prisma.ShipmentWhereInput = { shopId, removedAt: null };
  if (query.statuses?.length) where.status = { in: [...query.statuses] };
  if (query.direction) where.direction = query.direction;
  if (query.openException) where.openExceptions = { gt: 0 };
  if (query.rules?.length) where.exceptions = { some: { rule: { in: [...query.rules] }, resolvedAt: null } };
  if (query.carriers?.length) {
    const named = query.carriers.filter((carrier) => carrier !== "unknown");
    where.OR = [{ carrier: { in: named } }, ...(named.length < query.carriers.length ? [{ carrier: null }] : [])];
  }
  if (query.channels?.length) where.order = { channel: { in: [...query.channels] } };
  if (query.tracking) where.trackingState = query.tracking;
  if (query.shippedFrom || query.shippedBefore) {
    where.shippedAt = { ...(query.shippedFrom ? { gte: query.shippedFrom } : {}), ...(query.shippedBefore ? { lt: query.shippedBefore } : {}) };
  }
  if (query.searchKey) where.AND = [matching(shopId, query.searchKey)];
  return where;
}

/** A number or an order's name, whole or by its beginning or end: people read the last digits aloud. Further numbers: whole. */
function matching(shopId: string, key: string): Prisma.ShipmentWhereInput {
  return {
    OR: [
      { numberKey: { startsWith: key } },
      { numberKey: { endsWith: key } },
      { numbers: { some: { shopId, numberKey: key } } },
      { order: { nameKey: { startsWith: key } } },
      { order: { nameKey: { endsWith: key } } },
    ],
  };
}

/** What a shop's list can be narrowed by: the carriers and channels that occur. "unknown" stands for no carrier. */
export async function shipmentFacets(tx: Tx, shopId: string): Promise<{ carriers: string[]; channels: string[] }> {
  const carriers = await tx.shipment.groupBy({ by: ["carrier"], where: { shopId, removedAt: null }, _count: { _all: true } });
  const channels = await tx.order.groupBy({ by: ["channel"], where: { shopId }, _count: { _all: true } });
  const byCount = (a: { _count: { _all: number } }, b: { _count: { _all: number } }) => b._count._all - a._count._all;
  return {
    carriers: carriers.sort(byCount).map((row) => row.carrier ?? "unknown"),
    channels: channels.sort(byCount).map((row) => row.channel),
  };
}

/** Those of the ids that are shipments of this shop. */
export async function ownShipments(tx: Tx, shopId: string, ids: readonly string[]) {
  return tx.shipment.findMany({
    where: { shopId, id: { in: [...ids] }, removedAt: null },
    select: { id: true, carrier: true, numberKey: true, trackingState: true, status: true },
  });
}
