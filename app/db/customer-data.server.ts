import { normaliseEmail, normalisePhone, normalisePostalCode } from "./customer-identity";
import type { Tx } from "./database.server";
import { logAccess, logAccesses } from "./access-log.server";
import type { Secrets } from "./secrets.server";

/** Protected customer data of an order, by field. */
export interface CustomerData {
  name: string | null;
  email: string | null;
  phone: string | null;
  address: CustomerAddress | null;
}

export interface CustomerAddress {
  company: string | null;
  address1: string | null;
  address2: string | null;
  city: string | null;
  zip: string | null;
  province: string | null;
  countryCode: string | null;
}

export type CustomerField = keyof CustomerData;

/** What each column's envelope is bound to: one moved to another column does not open. */
export const CUSTOMER_PURPOSES: Record<CustomerField, string> = {
  name: "order.name",
  email: "order.email",
  phone: "order.phone",
  address: "order.address",
};

/** The columns of an order that hold customer data, sealed. */
export interface SealedCustomer {
  customerName: string | null;
  email: string | null;
  phone: string | null;
  address: string | null;
  emailHash: string | null;
  phoneHash: string | null;
  postalHash: string | null;
}

/** What a redacted order holds instead. */
export const NO_CUSTOMER: SealedCustomer = {
  customerName: null,
  email: null,
  phone: null,
  address: null,
  emailHash: null,
  phoneHash: null,
  postalHash: null,
};

/** Seals a customer's data and makes the hashes by which the order is found again. */
export function sealCustomer(
  secrets: Secrets,
  shopId: string,
  customer: CustomerData & { postalCode: string | null },
  countryCode: string | null,
): SealedCustomer {
  const seal = (field: CustomerField, value: string | null) => (value === null ? null : secrets.encrypt(value, CUSTOMER_PURPOSES[field]));
  return {
    customerName: seal("name", customer.name),
    email: seal("email", customer.email),
    phone: seal("phone", customer.phone),
    address: seal("address", customer.address && JSON.stringify(customer.address)),
    emailHash: emailHash(secrets, shopId, customer.email),
    phoneHash: phoneHash(secrets, shopId, customer.phone, countryCode),
    postalHash: postalHash(secrets, shopId, customer.postalCode),
  };
}

/** The hash under which an order with this e-mail is stored; null when it is no e-mail. */
export function emailHash(secrets: Secrets, shopId: string, email: string | null): string | null {
  const value = normaliseEmail(email);
  return value && secrets.lookupHash(value, shopId);
}

/** The same for a phone number; one without its country code is read in `country`. */
export function phoneHash(secrets: Secrets, shopId: string, phone: string | null, country: string | null): string | null {
  const value = normalisePhone(phone, country);
  return value && secrets.lookupHash(value, shopId);
}

/** The same for a postal code. */
export function postalHash(secrets: Secrets, shopId: string, code: string | null): string | null {
  const value = normalisePostalCode(code);
  return value && secrets.lookupHash(value, shopId);
}

/** All hashes under which orders with this e-mail are found in one shop; none when it is no e-mail. */
export function emailHashes(secrets: Secrets, shopId: string, email: string | null): string[] {
  const value = normaliseEmail(email);
  return value ? secrets.lookupHashes(value, shopId) : [];
}

/** The same for a phone number; one without its country code is read in `country`. */
export function phoneHashes(secrets: Secrets, shopId: string, phone: string | null, country: string | null): string[] {
  const value = normalisePhone(phone, country);
  return value ? secrets.lookupHashes(value, shopId) : [];
}

/** The same for a postal code. */
export function postalHashes(secrets: Secrets, shopId: string, code: string | null): string[] {
  const value = normalisePostalCode(code);
  return value ? secrets.lookupHashes(value, shopId) : [];
}

/** Who reads, what for, and which fields: the whole of what the access log keeps. */
export interface CustomerDataRequest {
  shopId: string;
  orderId: string;
  /** A person or a part of the app, e.g. "staff:42" or "notifications". */
  actor: string;
  /** In plain words, e.g. "order page" or "delivered e-mail". */
  purpose: string;
  fields: readonly CustomerField[];
}

/**
 * Reads protected customer data of one order and writes down that it was read (actor and field names, never values).
 * Fields that were not asked for are null. In the caller's transaction: what cannot be logged is not read.
 * @returns null when that shop has no such order
 * @throws SecretError when an envelope cannot be opened
 */
export async function readCustomerData(
  context: { secrets: Secrets; now: () => number },
  tx: Tx,
  request: CustomerDataRequest,
): Promise<CustomerData | null> {
  const order = await tx.order.findFirst({
    where: { id: request.orderId, shopId: request.shopId },
    select: { customerName: true, email: true, phone: true, address: true },
  });
  if (!order) return null;
  await logAccess(tx, { ...request, subject: `order:${request.orderId}` }, context.now());
  const wanted = new Set(request.fields);
  const open = (field: CustomerField, envelope: string | null) =>
    envelope !== null && wanted.has(field) ? context.secrets.decrypt(envelope, CUSTOMER_PURPOSES[field]) : null;
  const address = open("address", order.address);
  return {
    name: open("name", order.customerName),
    email: open("email", order.email),
    phone: open("phone", order.phone),
    address: address === null ? null : (JSON.parse(address) as CustomerAddress),
  };
}

/**
 * The same for many orders of one shop, by id; one line of the log for each. Orders that the shop does not have are missing.
 * @throws SecretError when an envelope cannot be opened
 */
export async function readCustomers(
  context: { secrets: Secrets; now: () => number },
  tx: Tx,
  request: Omit<CustomerDataRequest, "orderId" | "fields"> & { orderIds: readonly string[] },
): Promise<Map<string, CustomerData>> {
  const { shopId, actor, purpose } = request;
  const orders = await tx.order.findMany({
    where: { id: { in: [...request.orderIds] }, shopId },
    select: { id: true, customerName: true, email: true, phone: true, address: true },
  });
  await logAccesses(tx, orders.map(({ id }) => ({ shopId, actor, purpose, subject: `order:${id}`, fields: CUSTOMER_FIELDS })), context.now());
  return new Map(orders.map((order) => [order.id, openCustomer(context.secrets, order)]));
}

const CUSTOMER_FIELDS = Object.keys(CUSTOMER_PURPOSES) as CustomerField[];

/** An order's sealed customer data, opened. @throws SecretError when an envelope cannot be opened */
export function openCustomer(secrets: Secrets, order: { customerName: string | null; email: string | null; phone: string | null; address: string | null }): CustomerData {
  const open = (field: CustomerField, envelope: string | null) => (envelope === null ? null : secrets.decrypt(envelope, CUSTOMER_PURPOSES[field]));
  const address = open("address", order.address);
  return {
    name: open("name", order.customerName),
    email: open("email", order.email),
    phone: open("phone", order.phone),
    address: address === null ? null : (JSON.parse(address) as CustomerAddress),
  };
}
