import type { Address, Customer, Location, Picture, Product, ShopState, Variant } from "../store/records";
import type { World } from "../world";
import { instant, type When } from "./touch";

export type AddressSpec = Partial<Address>;

/** An address in which what was not told is null. */
export function address(spec: AddressSpec): Address {
  return {
    firstName: null,
    lastName: null,
    company: null,
    address1: null,
    address2: null,
    city: null,
    province: null,
    provinceCode: null,
    country: spec.countryCode ? (new Intl.DisplayNames(["en"], { type: "region" }).of(spec.countryCode) ?? null) : null,
    countryCode: null,
    zip: null,
    phone: null,
    ...spec,
  };
}

export interface ProductSpec extends When {
  title: string;
  vendor?: string;
  productType?: string;
  description?: string;
  tags?: string[];
  /** Where the picture is served; drawn by whoever makes the shop. */
  picture?: { url: string; altText?: string; width?: number; height?: number };
  variants: { title?: string; sku?: string; priceMinor: number; grams?: number }[];
}

export function addProduct(world: World, state: ShopState, spec: ProductSpec): Product {
  const at = instant(world, spec);
  const variants: Variant[] = spec.variants.map((one) => ({
    id: world.store.newId(),
    title: one.title ?? "Default Title",
    sku: one.sku ?? null,
    priceMinor: one.priceMinor,
    grams: one.grams ?? 0,
  }));
  const product: Product = {
    id: world.store.newId(),
    title: spec.title,
    handle: spec.title.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, ""),
    vendor: spec.vendor ?? state.shop.name,
    productType: spec.productType ?? "",
    description: spec.description ?? "",
    status: "ACTIVE",
    tags: spec.tags ?? [],
    picture: spec.picture ? picture(world, spec.picture) : null,
    variants,
    createdAt: at,
    updatedAt: at,
  };
  state.products[product.id] = product;
  world.store.touch();
  return product;
}

function picture(world: World, spec: NonNullable<ProductSpec["picture"]>): Picture {
  return { id: world.store.newId(), url: spec.url, altText: spec.altText ?? null, width: spec.width ?? 800, height: spec.height ?? 800 };
}

export interface CustomerSpec extends When {
  firstName?: string | null;
  lastName?: string | null;
  email?: string | null;
  phone?: string | null;
  locale?: string;
  tags?: string[];
  address?: AddressSpec;
}

export function addCustomer(world: World, state: ShopState, spec: CustomerSpec): Customer {
  const at = instant(world, spec);
  const customer: Customer = {
    id: world.store.newId(),
    firstName: spec.firstName ?? null,
    lastName: spec.lastName ?? null,
    email: spec.email ?? null,
    phone: spec.phone ?? null,
    locale: spec.locale ?? state.shop.locale,
    tags: spec.tags ?? [],
    note: null,
    address: spec.address ? address(spec.address) : null,
    createdAt: at,
    updatedAt: at,
  };
  state.customers[customer.id] = customer;
  world.store.touch();
  return customer;
}

export interface LocationSpec extends When {
  name: string;
  address?: AddressSpec;
}

export function addLocation(world: World, state: ShopState, spec: LocationSpec): Location {
  const at = instant(world, spec);
  const location: Location = {
    id: world.store.newId(),
    name: spec.name,
    address: address(spec.address ?? { countryCode: state.shop.address.countryCode, country: state.shop.address.country }),
    isActive: true,
    fulfillsOnlineOrders: true,
    createdAt: at,
    updatedAt: at,
  };
  state.locations[location.id] = location;
  world.store.touch();
  return location;
}
