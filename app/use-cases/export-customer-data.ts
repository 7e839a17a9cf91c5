import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

import { readCustomers } from "~/db/customer-data.server";
import { customerOrders } from "~/db/customer-orders.server";
import { saveDataRequest } from "~/db/data-requests.server";
import { requireFindableOrders } from "~/db/key-use.server";
import { keptBodies } from "~/db/privacy/customer-bodies.server";
import { EXPORT_BATCH, exportedOrders } from "~/db/privacy/exported-orders.server";
import { shopById } from "~/db/shops.server";
import type { CustomerMarks } from "~/domain/privacy/customer-marks";
import type { PrivacyRequest } from "~/shopify/privacy-webhooks";

import type { UseCaseContext } from "./context";
import { bodyMentions, marksOf } from "./privacy/customer-traces";
import { rowsInFiles } from "./privacy/redact-files";

/**
 * Gathers everything that is kept of a customer, sealed, for the merchant to hand over (customers/data_request). Orders
 * are read a few at a time and packed as they come: a customer may have tens of thousands.
 * @returns how many orders it holds
 * @throws MissingKeyError, SecretError when an encryption key is missing without which it would not be whole
 */
export async function exportCustomerData(
  context: UseCaseContext,
  input: { shopId: string; request: PrivacyRequest; requestId: string },
): Promise<number> {
  const { shopId, request, requestId } = input;
  const shop = await shopById(context.db.prisma, shopId);
  if (!shop) return 0;
  if (request.email || request.phone) await requireFindableOrders(context.db.sql, context.secrets, shopId);
  const orderIds = await customerOrders(context.db.sql, context.secrets, shopId, request);
  const marks = await marksOf(context, shopId, request, orderIds);
  async function* parts(): AsyncGenerator<string> {
    const { customerGid, email, phone } = request;
    yield `{"customer":${JSON.stringify({ id: customerGid, email, phone })},"orders":[`;
    for (let start = 0; start < orderIds.length; start += EXPORT_BATCH) {
      const orders = await ordersOf(context, shopId, orderIds.slice(start, start + EXPORT_BATCH));
      if (orders.length > 0) yield `${start === 0 ? "" : ","}${orders.map((order) => JSON.stringify(order)).join(",")}`;
    }
    yield `],"webhooksNotDealtWith":${JSON.stringify(await bodiesOf(context, shop?.domain ?? "", marks))}`;
    yield `,"rowsOfUploadedFiles":${JSON.stringify(await rowsInFiles(context, shopId, marks))}}`;
  }
  let packed = Buffer.alloc(0);
  await pipeline(parts(), createGzip(), async (stream: AsyncIterable<Buffer>) => {
    packed = await buffer(stream);
  });
  await context.db.transaction((tx) => saveDataRequest(tx, context.secrets, { shopId, requestId, customerGid: request.customerGid, export: packed, now: context.now() }));
  return orderIds.length;
}

/** Orders with their customer data, in the order given; that it is read is written down in the transaction that opens it. */
async function ordersOf(context: UseCaseContext, shopId: string, orderIds: readonly string[]): Promise<object[]> {
  const customers = await context.db.transaction((tx) => readCustomers(context, tx, { shopId, orderIds, actor: "shopify", purpose: "customers/data_request" }));
  const orders = await exportedOrders(context.db.prisma, shopId, orderIds);
  return orderIds.flatMap((id) => (orders.has(id) ? [{ customer: customers.get(id) ?? null, ...orders.get(id) }] : []));
}

async function bodiesOf(context: UseCaseContext, shopDomain: string, marks: CustomerMarks): Promise<object[]> {
  const found: object[] = [];
  for (let after: string | null = null; ; ) {
    const page = await keptBodies(context.db.prisma, shopDomain, after);
    const last = page.at(-1);
    if (!last) return found;
    after = last.id;
    for (const { source, topic, receivedAt, body } of page) if (bodyMentions(marks, body)) found.push({ source, topic, receivedAt, body: body.toString("utf8") });
  }
}
