import type { Tx } from "./database.server";
import type { NewOrder } from "./new-order";
import { isoOf, isoOrNull, jsonRows } from "./sql-values";

/** A table whose rows belong to an order: its columns with their types, beside id, shop_id, order_id and gid. */
interface PartTable {
  name: string;
  columns: Readonly<Record<string, string>>;
  /** Rows that Shopify lists no more are deleted. */
  mirror: boolean;
}

const LINE_ITEM: PartTable = {
  name: "line_item",
  mirror: true,
  columns: {
    title: "text", variant: "text", sku: "text", quantity: "int", product_gid: "text", product_type: "text",
    vendor: "text", image_url: "text", price_minor: "bigint",
  },
};

const FULFILLMENT_ORDER: PartTable = {
  name: "fulfillment_order",
  mirror: true,
  columns: {
    status: "text", request_status: "text", location_gid: "text", fulfill_at: "timestamptz", holds: "jsonb",
    source_updated_at: "timestamptz",
  },
};

const FULFILLMENT: PartTable = {
  name: "fulfillment",
  mirror: false,
  columns: {
    name: "text", status: "text", display_status: "text", location_gid: "text", fulfilled_at: "timestamptz",
    source_updated_at: "timestamptz", items: "jsonb",
  },
};

const RETURN: PartTable = {
  name: '"return"',
  mirror: true,
  columns: { name: "text", status: "text", source_updated_at: "timestamptz" },
};

/** The rows of one table, and the orders whose rows these are. */
interface ReadParts {
  orderIds: readonly string[];
  rows: readonly Record<string, unknown>[];
}

/** Writes what belongs to orders, one statement per table for all of them. `ids` are the orders' own ids by gid. */
export async function storeOrderParts(tx: Tx, shopId: string, orders: readonly NewOrder[], ids: ReadonlyMap<string, string>): Promise<void> {
  const parts = <T>(pick: (order: NewOrder) => readonly T[] | null, row: (part: T) => Record<string, unknown>): ReadParts => {
    // An order whose part could not be read keeps what is stored of it.
    const read = orders.filter((order) => pick(order) !== null);
    return {
      orderIds: read.flatMap((order) => ids.get(order.gid) ?? []),
      rows: read.flatMap((order) => (pick(order) ?? []).map((part) => ({ order_id: ids.get(order.gid), ...row(part) }))),
    };
  };

  await storeLocations(tx, shopId, orders.flatMap((order) => order.locations));
  await storeTable(tx, shopId, LINE_ITEM, parts((order) => order.lineItems, (line) => ({
    gid: line.gid,
    title: line.title,
    variant: line.variant,
    sku: line.sku,
    quantity: line.quantity,
    product_gid: line.productGid,
    product_type: line.productType,
    vendor: line.vendor,
    image_url: line.imageUrl,
    price_minor: line.priceMinor,
  })));
  await storeTable(tx, shopId, FULFILLMENT_ORDER, parts((order) => order.fulfillmentOrders, (each) => ({
    gid: each.gid,
    status: each.status,
    request_status: each.requestStatus,
    location_gid: each.locationGid,
    fulfill_at: isoOrNull(each.fulfillAt),
    holds: each.holds,
    source_updated_at: isoOf(each.updatedAt),
  })));
  await storeTable(tx, shopId, FULFILLMENT, parts((order) => order.fulfillments, (each) => ({
    gid: each.gid,
    name: each.name,
    status: each.status,
    display_status: each.displayStatus,
    location_gid: each.locationGid,
    fulfilled_at: isoOf(each.fulfilledAt),
    source_updated_at: isoOf(each.updatedAt),
    items: each.items,
  })));
  await storeTable(tx, shopId, RETURN, parts((order) => order.returns, (each) => ({
    gid: each.gid,
    name: each.name,
    status: each.status,
    source_updated_at: isoOf(each.updatedAt),
  })));
}

async function storeTable(tx: Tx, shopId: string, table: PartTable, { orderIds, rows }: ReadParts): Promise<void> {
  if (table.mirror) {
    await tx.$executeRawUnsafe(
      `delete from ${table.name} where shop_id = $1 and order_id = any($2::text[]) and not (gid = any($3::text[]))`,
      shopId,
      orderIds,
      rows.map((row) => String(row.gid)),
    );
  }
  if (rows.length === 0) return;
  const columns = ["order_id", ...Object.keys(table.columns)];
  const types = Object.entries(table.columns).map(([column, type]) => `${column} ${type}`);
  await tx.$executeRawUnsafe(
    `insert into ${table.name} (id, shop_id, gid, ${columns.join(", ")})
     select distinct on (gid) gen_random_uuid()::text, $1, gid, ${columns.join(", ")}
     from jsonb_to_recordset($2::jsonb) as row(gid text, order_id text, ${types.join(", ")})
     order by gid
     on conflict (shop_id, gid) do update set ${columns.map((column) => `${column} = excluded.${column}`).join(", ")}`,
    shopId,
    jsonRows(rows),
  );
}

/** Locations are the shop's, not an order's; in the order of their gids, so that two batches cannot wait for each other. */
async function storeLocations(tx: Tx, shopId: string, locations: NewOrder["locations"]): Promise<void> {
  if (locations.length === 0) return;
  await tx.$executeRawUnsafe(
    `insert into location (id, shop_id, gid, name, city, country_code)
     select distinct on (gid) gen_random_uuid()::text, $1, gid, name, city, country_code
     from jsonb_to_recordset($2::jsonb) as row(gid text, name text, city text, country_code text)
     order by gid
     on conflict (shop_id, gid) do update set name = excluded.name, city = excluded.city, country_code = excluded.country_code
       where (location.name, location.city, location.country_code) is distinct from (excluded.name, excluded.city, excluded.country_code)`,
    shopId,
    jsonRows(locations.map(({ gid, name, city, countryCode }) => ({ gid, name, city, country_code: countryCode }))),
  );
}
