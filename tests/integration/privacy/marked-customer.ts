import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

import { sealCustomer } from "~/db/customer-data.server";
import { saveDataRequest } from "~/db/data-requests.server";
import type { Database } from "~/db/database.server";
import { PERSONAL_DATA } from "~/db/privacy/registry";
import { CODE, COUNTRY, ID, type Treatment } from "~/db/privacy/treatment";
import { SEALED } from "~/db/rotate-keys.server";
import type { Secrets } from "~/db/secrets.server";
import { sealCells, sealText } from "~/use-cases/imports/sealed-text";

export const GID = "gid://shopify/Order/5005001";
export const CUSTOMER_GID = "gid://shopify/Customer/7007001";
export const EMAIL = "martha.jones@example.com";
/** Stands in place of a tracking number, and is none. */
export const WORDS_AS_NUMBER = "Handed to Martha Jones";
export const WORDS_KEY = "HANDEDTOMARTHAJONES";

const NOW = new Date(Date.UTC(2026, 10, 10, 12));
const unpack = promisify(gunzip);

export interface MarkedCustomer {
  shopId: string;
  domain: string;
  orderId: string;
  shipmentId: string;
}

/** What a column is filled with: the customer's name and the column's own. */
export const marker = (table: string, column: string) => `Martha Jones ${table}.${column}`;

/** Columns that are ids or codes cannot be filled with words: rows would not belong together any more. */
export const isFree = (treatment: Treatment) => treatment !== ID && treatment !== CODE && treatment !== COUNTRY;

/** Every column of the database that can hold text, JSON or bytes, from its catalogue. */
export async function textColumns(db: Database, schemas: readonly string[] = ["public"]): Promise<{ schema: string; table: string; column: string; type: string }[]> {
  const { rows } = await db.sql(
    `select c.table_schema as schema, c.table_name as table, c.column_name as column, c.data_type as type
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = any($1::text[]) and t.table_type = 'BASE TABLE'
       and c.data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'bytea', 'ARRAY', 'xml', 'USER-DEFINED')
     order by 1, 2, 3`,
    [[...schemas]],
  );
  return rows as { schema: string; table: string; column: string; type: string }[];
}

/** Where a word stands in the database, sealed values opened, as "table.column". */
export async function columnsWith(db: Database, secrets: Secrets, word: string): Promise<string[]> {
  const found: string[] = [];
  for (const { schema, table, column, type } of await textColumns(db, ["public", "pgboss"])) {
    const text = type === "bytea" ? `encode("${column}", 'escape')` : `"${column}"::text`;
    const { rows } = await db.sql(`select count(*)::int as count from "${schema}"."${table}" where ${text} ilike $1`, [`%${word}%`]);
    if (Number(rows[0]?.count) > 0) found.push(`${schema === "public" ? "" : `${schema}.`}${table}.${column}`);
  }
  for (const { table, column, purpose } of SEALED) {
    const { rows } = await db.sql(`select ${column} as sealed from ${table} where ${column} like 'v1.%'`, []);
    for (const row of rows) {
      const plain = secrets.decrypt(String(row.sealed), purpose);
      const packed = purpose === "file_import.content" ? plain : plain.startsWith("gzip:") ? plain.slice(5) : null;
      const text = packed === null ? plain : (await unpack(Buffer.from(packed, "base64"))).toString("utf8");
      if (text.toLowerCase().includes(word.toLowerCase())) found.push(`${table.replaceAll('"', "")}.${column}`);
    }
  }
  return [...new Set(found)].sort();
}

/** A customer with a row in every table, and their name in every column of it that can hold words. */
export async function markCustomer(db: Database, secrets: Secrets): Promise<MarkedCustomer> {
  const [shopId, orderId, shipmentId, fulfillmentId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const domain = `${shopId}.myshopify.com`;
  const { prisma } = db;
  const customer = { name: "Martha Jones", email: EMAIL, phone: "+442079460958", postalCode: "SW1A 1AA", address: { company: null, address1: "12 Elm Street", address2: null, city: "Martha's Vineyard", zip: "SW1A 1AA", province: null, countryCode: "GB" } };
  await prisma.shop.create({ data: { id: shopId, domain, installedAt: NOW } });
  await prisma.order.create({ data: { id: orderId, shopId, gid: GID, name: "#5001", nameKey: "5001", processedAt: NOW, sourceUpdatedAt: NOW, ...sealCustomer(secrets, shopId, customer, "GB") } });
  await prisma.lineItem.create({ data: { shopId, orderId, gid: "gid://shopify/LineItem/1", title: "", quantity: 1 } });
  await prisma.fulfillmentOrder.create({ data: { shopId, orderId, gid: "gid://shopify/FulfillmentOrder/1", status: "OPEN", sourceUpdatedAt: NOW } });
  await prisma.fulfillment.create({ data: { id: fulfillmentId, shopId, orderId, gid: "gid://shopify/Fulfillment/5005002", status: "SUCCESS", fulfilledAt: NOW, sourceUpdatedAt: NOW } });
  await prisma.return.create({ data: { shopId, orderId, gid: "gid://shopify/Return/1", status: "OPEN", sourceUpdatedAt: NOW } });
  const shipment = { shopId, orderId, shippedAt: NOW, createdAt: NOW, updatedAt: NOW };
  await prisma.shipment.create({ data: { ...shipment, id: shipmentId, fulfillmentId, number: WORDS_AS_NUMBER, numberKey: WORDS_KEY, nextPollAt: NOW, nextRuleAt: NOW, carrier: "ups" } });
  await prisma.shipmentNumber.create({ data: { shopId, shipmentId, number: WORDS_AS_NUMBER, numberKey: WORDS_KEY, source: "carrier", provider: "ups", since: NOW } });
  await prisma.trackingEvent.create({ data: { shopId, shipmentId, key: "martha-key", source: "api", provider: "api", at: NOW, certainty: "exact", status: "UNKNOWN", receivedAt: NOW } });
  await prisma.shipmentException.create({ data: { shopId, shipmentId, rule: "carrier-exception", ruleVersion: 2, key: "k", severity: "warning", openedAt: NOW } });
  await prisma.notification.create({ data: { shopId, orderId, shipmentId, key: "n", trigger: "delivered", channel: "email", locale: "en", status: "queued", decidedAt: NOW, nextDueAt: NOW } });
  await prisma.writeBack.create({ data: { shopId, shipmentId, key: "w", status: "DELIVERED", happenedAt: NOW, state: "failed" } });
  await prisma.trackingLink.create({ data: { shopId, orderId, tokenHash: `martha-${shopId}`, token: secrets.encrypt("martha-token", "tracking_link.token"), createdAt: NOW } });
  await prisma.feedback.create({ data: { shopId, shipmentId, rating: 1, createdAt: NOW } });
  await prisma.aggregatorRegistration.create({ data: { shopId, numberKey: WORDS_KEY, number: WORDS_AS_NUMBER, provider: "17track", status: "registered", registeredAt: NOW } });
  await prisma.carrierSubscription.create({ data: { shopId, provider: "usps", numberKey: WORDS_KEY, expiresAt: NOW } });
  await prisma.mappingReplay.create({ data: { shopId, shipmentId, version: 1 } });
  await markShop(db, secrets, { shopId, domain, shipmentId });
  await fillColumns(db, { shopId, orderId, shipmentId });
  return { shopId, domain, orderId, shipmentId };
}

/** Rows of the shop, and those that are recognised as the customer's by what stands in them. */
async function markShop(db: Database, secrets: Secrets, { shopId, domain, shipmentId }: { shopId: string; domain: string; shipmentId: string }): Promise<void> {
  const { prisma } = db;
  await prisma.session.create({ data: { id: `offline_${domain}`, shop: domain, data: secrets.encrypt("{}", "session") } });
  await prisma.syncRun.create({ data: { shopId, kind: "order", status: "failed", startedAt: NOW } });
  await prisma.location.create({ data: { shopId, gid: "gid://shopify/Location/1", name: "Porto" } });
  await prisma.carrierConnection.create({ data: { shopId, provider: "ups", credentials: secrets.encrypt("{}", "connection.credentials"), webhookToken: `token-of-${shopId}`, createdAt: NOW } });
  await prisma.customCarrier.create({ data: { shopId, code: "own_x", name: "X", createdAt: NOW, updatedAt: NOW } });
  await prisma.carrierName.create({ data: { shopId, typed: "X", nameKey: "x", carrier: "ups", createdAt: NOW } });
  await prisma.carrierRoute.create({ data: { shopId, carrier: "ups", updatedAt: NOW } });
  await prisma.pollRound.create({ data: { id: randomUUID(), shopId, shipmentIds: [shipmentId], until: NOW } });
  await prisma.apiKey.create({ data: { shopId, name: "key", prefix: "mpk_", keyHash: `hash-${shopId}`, createdAt: NOW } });
  // Words of a scan, of which nobody else has any.
  await prisma.unmappedCode.create({ data: { shopId, provider: "api", code: marker("tracking_event", "code"), text: marker("tracking_event", "text"), count: 1, firstSeenAt: NOW, lastSeenAt: NOW, shipmentId } });
  const rule = { provider: "ups", code: null, text: "Signed for by MARTHA JONES", status: "DELIVERED", detail: null };
  await prisma.mappingVersion.create({
    data: { shopId, number: 1, createdBy: "staff", createdAt: NOW, entries: [{ ...rule, from: null, until: null, version: 1 }], changes: [{ match: { provider: "ups", code: "MARTHA", text: rule.text }, before: null, to: { status: "DELIVERED", detail: null } }] },
  });
  await prisma.accessLog.create({ data: { shopId, actor: "shopify", purpose: "customers/redact", subject: CUSTOMER_GID, at: NOW } });
  await saveDataRequest(prisma, secrets, { shopId, requestId: "martha 1", customerGid: CUSTOMER_GID, export: { customer: { email: EMAIL } }, now: NOW.getTime() });
  await saveDataRequest(prisma, secrets, { shopId, requestId: "martha 2", customerGid: null, export: { customer: { email: EMAIL } }, now: NOW.getTime() });
  const file = { shopId, kind: "shipments", encoding: "utf-8", separator: ",", createdAt: NOW, failed: 1 };
  await prisma.fileImport.create({ data: { ...file, fileName: "martha jones.csv", headers: ["number", "Martha Jones"], status: "queued", content: await sealText(secrets, "number,note\n1,Martha Jones file_import.content_enc\n") } });
  const read = await prisma.fileImport.create({ data: { ...file, fileName: "other.csv", headers: ["number"], status: "done" } });
  await prisma.fileImportProblem.create({ data: { importId: read.id, line: 1, problem: '"Martha Jones file_import_problem.problem" is not a number', cells: sealCells(secrets, ["#5001", "Martha Jones file_import_problem.cells_enc"]) } });
  await prisma.fileImportProblem.create({ data: { importId: read.id, line: 2, problem: "x", cells: sealCells(secrets, ["#5002", "Ada"]) } });
  // Plain SQL: Prisma's bytes are not stored as they are on the embedded database.
  const dead = (source: string, topic: string, body: object) =>
    db.sql(
      `insert into delivery (source, shop_domain, topic, webhook_id, received_at, body, status, error) values ($1, $2, $3, $3, $4, convert_to($5, 'UTF8'), 'dead', 'Martha Jones could not be stored')`,
      [source, domain, topic, NOW.toISOString(), JSON.stringify(body)],
    );
  await dead("shopify", "orders/updated", { id: 5005001, admin_graphql_api_id: GID, email: EMAIL, note: "Martha Jones delivery.body" });
  await dead("shopify", "fulfillment_events/delete", { id: 4, fulfillment_id: 5005002, message: "for Martha Jones" });
  await dead("shopify", "customers/data_request", { customer: { id: 7007001, email: EMAIL } });
  await dead("ups", "tracking", { signedForByName: "Martha Jones" });
}

/** JSON columns of a form that is read: their words stand where words stand. */
const JSON_VALUES: Readonly<Record<string, (words: string) => unknown>> = {
  "fulfillment_order.holds": (words) => [{ reason: "OTHER", displayReason: words }],
  "tracking_event.place": (words) => ({ city: words, region: words, country: "GB", postalCode: words, text: words }),
  "shipment_exception.reason": (words) => ({ status: "EXCEPTION", text: words, code: words }),
  "aggregator_registration.refusals": (words) => [{ provider: "17track", at: 1, times: 1, reason: words }],
};

/** Fills every column that can hold words, in the rows that belong to the customer's order, by the registry. */
async function fillColumns(db: Database, of: { shopId: string; orderId: string; shipmentId: string }): Promise<void> {
  const types = new Map((await textColumns(db)).map((each) => [`${each.table}.${each.column}`, each.type]));
  const keys = { id: of.orderId, order_id: of.orderId, shipment_id: of.shipmentId, number_key: WORDS_KEY };
  for (const { table, scope, columns } of PERSONAL_DATA) {
    for (const [column, treatment] of Object.entries(columns)) {
      const name = `${table}.${column}`;
      // Sealed customer data and what leads to a row is filled above.
      if (!isFree(treatment) || scope === "shop" || treatment.kind === "step" || /_enc$|_hash$|^customer_gid$|^name_key$/.test(column)) continue;
      const words = marker(table, column);
      const type = types.get(name);
      const value = type === "jsonb" ? JSON.stringify(JSON_VALUES[name]?.(words) ?? { words }) : type === "ARRAY" ? [words] : words;
      const { rows } = await db.sql(
        `update "${table}" set "${column}" = $1${type === "jsonb" ? "::text::jsonb" : type === "ARRAY" ? "::text[]" : ""} where shop_id = $2 and "${scope}" = $3 returning 1`,
        [value, of.shopId, keys[scope]],
      );
      if (rows.length === 0) throw new Error(`No row of ${table} belongs to the customer: ${name} is not tried.`);
    }
  }
}
