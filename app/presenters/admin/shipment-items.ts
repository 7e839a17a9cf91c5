/** What a shipment carries. */
export interface ShippedItem {
  id: string;
  title: string;
  variant: string | null;
  sku: string | null;
  quantity: number;
  imageUrl: string | null;
}

interface LineItemRow {
  gid: string;
  title: string;
  variant: string | null;
  sku: string | null;
  quantity: number;
  imageUrl: string | null;
}

/**
 * The fulfillment's items; where Shopify did not say which (an order imported without), the order's, and `certain` is
 * false.
 */
export function shippedItems(fulfilled: unknown, lineItems: readonly LineItemRow[]): { certain: boolean; items: ShippedItem[] } {
  const quantities = readQuantities(fulfilled);
  const rows = quantities.size > 0 ? lineItems.filter((item) => quantities.has(item.gid)) : lineItems;
  return {
    certain: quantities.size > 0,
    items: rows.map((item) => ({
      id: item.gid,
      title: item.title,
      variant: item.variant,
      sku: item.sku,
      quantity: quantities.get(item.gid) ?? item.quantity,
      imageUrl: item.imageUrl,
    })),
  };
}

function readQuantities(fulfilled: unknown): Map<string, number> {
  const found = new Map<string, number>();
  for (const entry of Array.isArray(fulfilled) ? (fulfilled as unknown[]) : []) {
    if (typeof entry !== "object" || entry === null || !("lineItemGid" in entry) || !("quantity" in entry)) continue;
    if (typeof entry.lineItemGid === "string" && typeof entry.quantity === "number") found.set(entry.lineItemGid, entry.quantity);
  }
  return found;
}
