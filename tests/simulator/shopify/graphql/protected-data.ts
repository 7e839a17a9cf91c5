import { getNamedType, GraphQLError, isObjectType, type GraphQLSchema } from "graphql";

/** The fields that an app asks for one by one, beside protected customer data itself. */
export type ProtectedField = "name" | "address" | "email" | "phone";

/**
 * What is released to the app (shopify.dev, "Work with protected customer data"): nothing, data about customers without
 * their fields (level 1), or some of the fields (level 2).
 */
export interface ProtectedDataAccess {
  customerData: boolean;
  fields: readonly ProtectedField[];
}

export const ALL_PROTECTED_DATA: ProtectedDataAccess = { customerData: true, fields: ["name", "address", "email", "phone"] };
export const NO_PROTECTED_DATA: ProtectedDataAccess = { customerData: false, fields: [] };

const SEE = "See https://shopify.dev/docs/apps/launch/protected-customer-data for more details.";
export const PROTECTED_TOPIC_MESSAGE = `This app is not approved to subscribe to webhook topics containing protected customer data. ${SEE}`;

/** Types of which each object is about one customer. */
const CUSTOMER_DATA = new Set([
  "Customer", "Order", "DraftOrder", "AbandonedCheckout", "OrderTransaction", "Refund", "Return", "ReverseFulfillmentOrder", "ReverseDelivery",
  "Fulfillment", "FulfillmentEvent", "FulfillmentOrder", "MailingAddress", "GiftCard",
]);

const ADDRESS: Readonly<Record<string, ProtectedField>> = {
  firstName: "name", lastName: "name", name: "name", phone: "phone",
  address1: "address", address2: "address", zip: "address", latitude: "address", longitude: "address", formatted: "address",
};

const FIELDS: Readonly<Record<string, Readonly<Record<string, ProtectedField>>>> = {
  Order: { email: "email", phone: "phone" },
  Customer: {
    firstName: "name", lastName: "name", displayName: "name", email: "email", defaultEmailAddress: "email", phone: "phone",
    defaultPhoneNumber: "phone", defaultAddress: "address", addresses: "address",
  },
  MailingAddress: ADDRESS,
  FulfillmentOrderDestination: { ...ADDRESS, email: "email" },
};

/** Topics whose bodies are about one customer; FULFILLMENTS_UPDATE is known to be one, others follow from the types. */
const TOPICS = /^(?:carts|checkouts|customers?|customer_[a-z_]+|draft_orders|disputes|fulfillments|fulfillment_[a-z]+|order_transactions|orders|refunds|returns|reverse_[a-z_]+|tender_transactions)\//;
const COMPLIANCE = new Set(["customers/data_request", "customers/redact", "shop/redact"]);

/** Whether an app needs protected customer data to hear of a topic. */
export function isProtectedTopic(topic: string): boolean {
  return TOPICS.test(topic) && !COMPLIANCE.has(topic);
}

function denied(message: string): GraphQLError {
  return new GraphQLError(`${message} ${SEE}`, { extensions: { code: "ACCESS_DENIED", documentation: "https://shopify.dev/docs/apps/launch/protected-customer-data" } });
}

/** Why an object of this type is not given to the app; null when it is. */
export function objectRefusal(access: ProtectedDataAccess, type: string): GraphQLError | null {
  return !access.customerData && CUSTOMER_DATA.has(type) ? denied(`This app is not approved to access the ${type} object.`) : null;
}

/** Why a field is not given to the app; null when it is. A customer's fields are refused in the words of the object. */
export function fieldRefusal(access: ProtectedDataAccess, parent: string, field: string): GraphQLError | null {
  const wanted = FIELDS[parent]?.[field];
  if (wanted === undefined || access.fields.includes(wanted)) return null;
  return denied(parent === "Customer" ? "This app is not approved to access the Customer object." : `This app is not approved to use the ${field} field.`);
}

/** Why a mutation is not run: what it gives back is about a customer. Nothing is changed then. */
export function mutationRefusal(schema: GraphQLSchema, access: ProtectedDataAccess, field: string): GraphQLError | null {
  if (access.customerData) return null;
  const type = schema.getMutationType()?.getFields()[field]?.type;
  const payload = type && getNamedType(type);
  if (!isObjectType(payload)) return null;
  const given = Object.values(payload.getFields()).map((one) => getNamedType(one.type).name);
  const first = given.find((name) => CUSTOMER_DATA.has(name));
  return first === undefined ? null : objectRefusal(access, first);
}

/** What REST's names stand for in a webhook's body; a name is a customer's only within an address. */
const BODY_FIELDS: Readonly<Record<string, ProtectedField>> = {
  email: "email", contact_email: "email", phone: "phone", first_name: "name", last_name: "name",
  address1: "address", address2: "address", zip: "address", latitude: "address", longitude: "address",
};
const ADDRESSES = new Set(["shipping_address", "billing_address", "default_address", "destination"]);

/** A webhook's body with the fields that are not released blanked out. */
export function redactedBody(access: ProtectedDataAccess, body: Record<string, unknown>): Record<string, unknown> {
  return redacted(access, body, false) as Record<string, unknown>;
}

function redacted(access: ProtectedDataAccess, value: unknown, inAddress: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => redacted(access, item, inAddress));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => {
      const field = key === "name" && inAddress ? "name" : BODY_FIELDS[key];
      if (field !== undefined && !access.fields.includes(field)) return [key, null];
      return [key, redacted(access, child, ADDRESSES.has(key))];
    }),
  );
}
