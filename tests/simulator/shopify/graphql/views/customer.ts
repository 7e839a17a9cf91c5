import { gid } from "../../store/ids";
import { utcSeconds } from "../../store/instants";
import { total } from "../../store/totals";
import type { Customer, Order } from "../../store/records";
import { connection, type PageArguments } from "../connection";
import { orderIsVisible, type Context, type View } from "../context";
import { refuseArguments } from "../errors";
import type { SearchRules } from "../search";
import { mailingAddressView } from "./address";
import { metafieldFields } from "./metafield";
import { moneyV2 } from "./money";
import { orderView } from "./order";

function ordersOf(ctx: Context, customer: Customer): Order[] {
  return Object.values(ctx.state.orders).filter((order) => order.customerId === customer.id);
}

export function customerView(ctx: Context, customer: Customer): View {
  const name = [customer.firstName, customer.lastName].filter(Boolean).join(" ");
  return {
    __typename: "Customer",
    ...metafieldFields(ctx, gid("Customer", customer.id)),
    id: gid("Customer", customer.id),
    legacyResourceId: customer.id,
    firstName: customer.firstName,
    lastName: customer.lastName,
    displayName: name || (customer.email ?? ""),
    email: customer.email,
    phone: customer.phone,
    defaultEmailAddress: customer.email === null ? null : emailView(customer.email),
    defaultPhoneNumber: customer.phone === null ? null : phoneView(customer.phone),
    defaultAddress: customer.address === null ? null : mailingAddressView(customer.address, customer.id),
    addresses: () => (customer.address === null ? [] : [mailingAddressView(customer.address, customer.id)]),
    locale: customer.locale,
    note: customer.note,
    tags: customer.tags,
    state: "DISABLED",
    verifiedEmail: true,
    taxExempt: false,
    numberOfOrders: () => String(ordersOf(ctx, customer).length),
    amountSpent: () => moneyV2(ordersOf(ctx, customer).reduce((sum, order) => sum + total(order), 0), ctx.state.shop.currency),
    orders: (args: PageArguments & { query?: string | null }) => {
      refuseArguments("Customer.orders", args as Record<string, unknown>, ["query"]);
      const visible = ordersOf(ctx, customer).filter((order) => orderIsVisible(ctx, order.createdAt));
      return connection(ctx, "Order", visible, args, { id: (one) => one.id, view: (one) => orderView(ctx, one) });
    },
    createdAt: utcSeconds(customer.createdAt),
    updatedAt: utcSeconds(customer.updatedAt),
  };
}

function emailView(email: string): View {
  return { __typename: "CustomerEmailAddress", emailAddress: email, marketingOptInLevel: null, marketingState: "NOT_SUBSCRIBED", marketingUpdatedAt: null, validFormat: true };
}

function phoneView(phone: string): View {
  return { __typename: "CustomerPhoneNumber", phoneNumber: phone, marketingOptInLevel: null, marketingState: "NOT_SUBSCRIBED", marketingUpdatedAt: null };
}

export const customerSearch: SearchRules<Customer> = {
  what: "customers",
  fields: {
    id: { kind: "id", of: (one) => one.id },
    email: { kind: "text", of: (one) => one.email },
    phone: { kind: "text", of: (one) => one.phone },
    first_name: { kind: "text", of: (one) => one.firstName },
    last_name: { kind: "text", of: (one) => one.lastName },
    tag: { kind: "texts", of: (one) => one.tags },
    customer_date: { kind: "instant", of: (one) => one.createdAt },
    updated_at: { kind: "instant", of: (one) => one.updatedAt },
  },
  words: (one) => [one.firstName, one.lastName, one.email],
};
