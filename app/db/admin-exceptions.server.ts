import type { Tx } from "./database.server";
import type { Prisma } from "./generated/client";

export interface ExceptionListQuery {
  state: "open" | "resolved";
  rules?: readonly string[];
  page: number;
  size: number;
}

const withShipment = {
  shipment: {
    select: {
      id: true, number: true, carrier: true, trackingCompany: true, status: true, detail: true, lastEventAt: true, destinationCountry: true,
      order: { select: { name: true, city: true, countryCode: true } },
    },
  },
} satisfies Prisma.ShipmentExceptionInclude;

export type ExceptionRow = Prisma.ShipmentExceptionGetPayload<{ include: typeof withShipment }>;

/** How urgent each severity is, as SQL sorts it: the first is shown first. */
const URGENCY = ["critical", "warning", "info"] as const;

/**
 * One page of exceptions: open ones by urgency and then by age (the oldest has waited longest), resolved ones by
 * when they were resolved.
 */
export async function listExceptions(tx: Tx, shopId: string, query: ExceptionListQuery): Promise<{ rows: ExceptionRow[]; hasNext: boolean }> {
  const where: Prisma.ShipmentExceptionWhereInput = {
    shopId,
    resolvedAt: query.state === "open" ? null : { not: null },
    shipment: { removedAt: null },
    ...(query.rules?.length ? { rule: { in: [...query.rules] } } : {}),
  };
  const skip = (query.page - 1) * query.size;
  if (query.state === "resolved") {
    const rows = await tx.shipmentException.findMany({ where, include: withShipment, orderBy: [{ resolvedAt: "desc" }, { id: "asc" }], skip, take: query.size + 1 });
    return { rows: rows.slice(0, query.size), hasNext: rows.length > query.size };
  }
  const rows: ExceptionRow[] = [];
  let left = skip;
  for (const severity of URGENCY) {
    if (rows.length > query.size) break;
    const ofSeverity = { ...where, severity };
    const count = await tx.shipmentException.count({ where: ofSeverity });
    if (left >= count) {
      left -= count;
      continue;
    }
    rows.push(...(await tx.shipmentException.findMany({
      where: ofSeverity, include: withShipment, orderBy: [{ openedAt: "asc" }, { id: "asc" }], skip: left, take: query.size + 1 - rows.length,
    })));
    left = 0;
  }
  return { rows: rows.slice(0, query.size), hasNext: rows.length > query.size };
}

/** How many exceptions are open, by rule. */
export async function openByRule(tx: Tx, shopId: string): Promise<Record<string, number>> {
  const rows = await tx.shipmentException.groupBy({ by: ["rule"], where: { shopId, resolvedAt: null }, _count: { _all: true } });
  return Object.fromEntries(rows.map((row) => [row.rule, row._count._all]));
}
