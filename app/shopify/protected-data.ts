import type { CustomerData, DataAccess } from "~/domain/access/customer-data";

import type { Denial } from "./denials";

const FIELDS: Readonly<Record<string, readonly CustomerData[]>> = {
  email: ["email"],
  phone: ["phone"],
  name: ["name"],
  firstName: ["name"],
  lastName: ["name"],
  company: ["address"],
  address1: ["address"],
  address2: ["address"],
  city: ["address"],
  zip: ["address"],
  province: ["address"],
  provinceCode: ["address"],
  countryCodeV2: ["address"],
  shippingAddress: ["name", "address"],
};

/** Which data a refusal is about; none when it is not for want of protected customer data. */
export function refusedData(denial: Denial): readonly CustomerData[] {
  if (denial.cause !== "protected_data") return [];
  const last = denial.path.findLast((part) => typeof part === "string");
  const named = /use the (\w+) field/.exec(denial.message)?.[1];
  return FIELDS[last ?? ""] ?? FIELDS[named ?? ""] ?? ["orders"];
}

/** What of an order was given shows which data are released. */
interface SeenOrder {
  shippingAddress: object | null;
}

/**
 * What an answer with orders shows to be released. A field that was asked for and not refused is released, also where
 * it is empty; those of an address only where there is one.
 * @param orders as they stand in the answer under `nodes`; null where there is none
 */
export function observeOrders(orders: readonly (SeenOrder | null)[], denied: readonly Denial[]): DataAccess {
  const refused = new Set(denied.flatMap((denial) => refusedData(denial)));
  const shown = orders.filter((order) => order !== null);
  const asked: CustomerData[] = shown.length > 0 ? ["orders", "email", "phone"] : [];
  if (shown.some((order) => order.shippingAddress !== null)) asked.push("name", "address");
  return { granted: new Set(asked.filter((data) => !refused.has(data))), refused };
}
