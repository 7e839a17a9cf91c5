import type { CustomerAddress, CustomerData } from "~/db/customer-data.server";

/** A customer as the shipment page shows them; null where the shop does not have it or it was redacted. */
export interface CustomerView {
  name: string | null;
  email: string | null;
  phone: string | null;
  address: string[];
  redacted: boolean;
}

interface OrderPlace {
  redactedAt: Date | null;
  city: string | null;
  provinceCode: string | null;
  countryCode: string | null;
}

/** What of the customer is shown; without an address, the place that the order itself tells. */
export function customerView(data: CustomerData | null, order: OrderPlace): CustomerView {
  return {
    name: data?.name ?? null,
    email: data?.email ?? null,
    phone: data?.phone ?? null,
    address: data?.address ? addressLines(data.address) : placeLines(order),
    redacted: order.redactedAt !== null,
  };
}

function placeLines(order: OrderPlace): string[] {
  const line = [order.city, order.provinceCode, order.countryCode].filter(Boolean).join(", ");
  return line ? [line] : [];
}

function addressLines(address: CustomerAddress): string[] {
  const town = [[address.zip, address.city].filter(Boolean).join(" "), address.province].filter(Boolean).join(", ");
  return [address.company, address.address1, address.address2, town, address.countryCode].filter((line): line is string => Boolean(line));
}
