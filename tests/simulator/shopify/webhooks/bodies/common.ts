import { shopSeconds } from "../../store/instants";
import { gid } from "../../store/ids";
import { decimal } from "../../store/money";
import type { Address, ShopState } from "../../store/records";
import { numeric } from "../json";

/** `id` and `admin_graphql_api_id`, as REST and the webhooks carry them. */
export function ids(type: string, id: string): Record<string, unknown> {
  return { id: numeric(id), admin_graphql_api_id: gid(type, id) };
}

/** REST's money set; presentment and shop currency are the same here. */
export function moneySet(minor: number, currency: string): Record<string, unknown> {
  const money = { amount: decimal(minor, currency), currency_code: currency };
  return { shop_money: money, presentment_money: { ...money } };
}

/** An instant on the shop's wall clock, or null. */
export function at(state: ShopState, ms: number | null): string | null {
  return ms === null ? null : shopSeconds(ms, state.shop.timeZone);
}

export function addressBody(address: Address | null): Record<string, unknown> | null {
  if (address === null) return null;
  return {
    first_name: address.firstName,
    address1: address.address1,
    phone: address.phone,
    city: address.city,
    zip: address.zip,
    province: address.province,
    country: address.country,
    last_name: address.lastName,
    address2: address.address2,
    company: address.company,
    latitude: null,
    longitude: null,
    name: fullName(address.firstName, address.lastName),
    country_code: address.countryCode,
    province_code: address.provinceCode,
  };
}

function fullName(first: string | null, last: string | null): string | null {
  const name = [first, last].filter(Boolean).join(" ");
  return name === "" ? null : name;
}
