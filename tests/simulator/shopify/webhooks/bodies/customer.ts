import type { Customer, ShopState } from "../../store/records";
import { numeric } from "../json";
import { addressBody, at, ids } from "./common";

/** An order's customer as REST shows it. */
export function customerBody(state: ShopState, customer: Customer): Record<string, unknown> {
  return {
    ...ids("Customer", customer.id),
    email: customer.email,
    created_at: at(state, customer.createdAt),
    updated_at: at(state, customer.updatedAt),
    first_name: customer.firstName,
    last_name: customer.lastName,
    state: "disabled",
    note: customer.note,
    verified_email: true,
    multipass_identifier: null,
    tax_exempt: false,
    phone: customer.phone,
    currency: state.shop.currency,
    tags: customer.tags.join(", "),
    tax_exemptions: [],
    default_address: customer.address === null ? null : { ...addressBody(customer.address), customer_id: numeric(customer.id), default: true },
  };
}
