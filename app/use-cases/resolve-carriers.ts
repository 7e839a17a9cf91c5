import { saveResolved, shipmentsToResolve, writtenCompanies, type WalkCursor } from "~/db/carrier-resolution.server";
import { isOwnCode, nameKeyOf } from "~/domain/tracking/catalogue/shop-carriers";
import type { JobData } from "~/jobs/definitions";

import { carrierResolver } from "./carrier-resolver";
import type { UseCaseContext } from "./context";

/** Shipments in one transaction, and transactions in one job: long walks make way for other work between jobs. */
const BATCH = 500;
const BATCHES = 10;

/**
 * Finds the carriers of a shop's shipments anew, after it changed what a name means or removed a carrier of its own.
 * Carriers that were set by hand stay. Shipments whose carrier changed are due to be asked for at once; those that are
 * at their end are only named anew.
 */
export async function resolveCarriers(context: UseCaseContext, job: JobData<"resolve-carriers">): Promise<void> {
  const { shopId, gone } = job;
  const wanted = new Set(job.names);
  const written = await writtenCompanies(context.db.prisma, shopId);
  const companies = [...new Set(written.map((each) => each.company))].filter((company) => wanted.has(nameKeyOf(company)));
  let after: WalkCursor | null = job.after;
  for (let count = 0; count < BATCHES; count += 1) {
    after = await resolveBatch(context, { shopId, companies, gone, after });
    if (after === null) return;
  }
  await context.queue.send(null, "resolve-carriers", { ...job, after });
}

/** @returns where to go on, or null at the end */
async function resolveBatch(
  context: UseCaseContext,
  input: { shopId: string; companies: readonly string[]; gone: readonly string[]; after: WalkCursor | null },
): Promise<WalkCursor | null> {
  return context.db.transaction(async (tx) => {
    const rows = await shipmentsToResolve(tx, input.shopId, { ...input, limit: BATCH });
    const resolve = await carrierResolver(tx, input.shopId, rows);
    const changed = rows.flatMap((row) => {
      const byHand = row.carrierSource === "merchant" && !(row.carrier !== null && isOwnCode(row.carrier) && input.gone.includes(row.carrier));
      if (byHand) return [];
      const { carrier, source } = resolve(row);
      return carrier === row.carrier && source === row.carrierSource ? [] : [{ id: row.id, carrier, source }];
    });
    await saveResolved(tx, input.shopId, changed, context.now());
    if (rows.length < BATCH) return null;
    const last = rows.reduce((a, b) => (a.shippedAt < b.shippedAt || (a.shippedAt === b.shippedAt && a.id < b.id) ? a : b));
    return { shippedAt: last.shippedAt, id: last.id };
  });
}
