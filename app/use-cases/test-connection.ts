import { connectionRow, noteTest } from "~/db/admin-connections.server";

import { carrierContextFor } from "./carrier-context";
import type { UseCaseContext } from "./context";

/** Asks a connected provider whether the credentials work, and keeps the answer as the connection's health. */
export async function testConnection(
  context: UseCaseContext,
  input: { shopId: string; provider: string },
): Promise<{ ok: boolean; message: string }> {
  const adapter = context.carriers.find(input.provider);
  const connection = adapter ? await connectionRow(context.db.prisma, input.shopId, adapter.code) : null;
  if (!adapter || !connection) return { ok: false, message: "This provider is not connected." };
  const result = await adapter.test(carrierContextFor(context, adapter, connection));
  await noteTest(context.db.prisma, input.shopId, adapter.code, result, context.now());
  return result;
}
