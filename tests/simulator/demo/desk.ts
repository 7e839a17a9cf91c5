import type { CarrierSimulator } from "../carriers";
import type { JourneyKind } from "../carriers/journeys";
import { simCarrier } from "../carriers/carriers";
import { towns, type Place } from "../carriers/places";
import type { SimClock } from "../clock";
import type { AddressSpec, LocationSpec, ProductSpec } from "../shopify/behaviour/catalogue";
import type { CancelSpec } from "../shopify/behaviour/change-order";
import type { OrderSpec } from "../shopify/behaviour/create-order";
import type { FulfilSpec } from "../shopify/behaviour/fulfil";
import type { HoldSpec } from "../shopify/behaviour/fulfillment-orders";
import type { ReturnSpec } from "../shopify/behaviour/returns";
import type { Fulfillment, Location, Order, Product, Return, ShopState } from "../shopify/store/records";
import type { Person } from "./people";
import type { PlannedFulfillment, PlannedOrder, PlannedReturn } from "./plan";
import { demoShop, type DemoShop } from "./shops";

/** What the desk needs of the simulated Shopify. */
export interface DeskShopify {
  shops(): ShopState[];
  addLocation(shop: string, spec: LocationSpec): Location;
  addProduct(shop: string, spec: ProductSpec): Product;
  createOrder(shop: string, spec: OrderSpec): Order;
  fulfilOrder(shop: string, orderId: string, spec?: FulfilSpec): Fulfillment;
  cancelOrder(shop: string, orderId: string, spec?: CancelSpec): Order;
  createReturn(shop: string, orderId: string, spec?: ReturnSpec): Return;
  holdFulfillmentOrder(shop: string, fulfillmentOrderId: string, spec: HoldSpec): unknown;
}

/** The merchant's desk and the warehouse: orders come in, are packed, and go to the carriers. */
export interface ShopDesk {
  /** Sets the shop up: locations and products with their pictures. */
  furnish(shop: DemoShop, storefront: string): void;
  place(order: PlannedOrder): Order;
  fulfil(order: PlannedOrder, orderId: string, fulfillment: PlannedFulfillment): void;
  cancel(shop: DemoShop, orderId: string): void;
  hold(shop: DemoShop, orderId: string): void;
  takeBack(order: PlannedOrder, orderId: string, planned: PlannedReturn): void;
  /** Ships what is left of an order by one carrier, with a fresh number. @returns the number */
  ship(shop: DemoShop, orderId: string, carrier: string, journey: JourneyKind): string;
  state(shop: DemoShop): ShopState;
}

export interface DeskOptions {
  shopify: DeskShopify;
  carriers: CarrierSimulator;
  clock: SimClock;
}

function addressOf(person: Person): AddressSpec {
  const { city, region, country, postalCode } = person.place;
  return { firstName: person.firstName, lastName: person.lastName, address1: person.street, city, provinceCode: region, countryCode: country, zip: postalCode, phone: person.phone };
}

export function createShopDesk({ shopify, carriers, clock }: DeskOptions): ShopDesk {
  const stateOf = (domain: string): ShopState => {
    const found = shopify.shops().find((state) => state.shop.domain === domain);
    if (!found) throw new Error(`there is no shop ${domain}`);
    return found;
  };
  const idOfLocation = (shop: DemoShop, key: string): string => {
    const name = shop.locations.find((location) => location.key === key)?.name;
    const found = Object.values(stateOf(shop.domain).locations).find((location) => location.name === name);
    if (!found) throw new Error(`${shop.name} has no location "${key}"`);
    return found.id;
  };
  const variantId = (shop: DemoShop, line: PlannedOrder["lines"][number]): string => {
    const title = shop.products.find((product) => product.handle === line.product)?.title;
    const found = Object.values(stateOf(shop.domain).products).find((product) => product.title === title)?.variants[line.variant];
    if (!found) throw new Error(`${shop.name} sells no "${line.product}"`);
    return found.id;
  };

  return {
    state: (shop) => stateOf(shop.domain),
    furnish(shop, storefront) {
      for (const { name, street, place } of shop.locations) {
        shopify.addLocation(shop.domain, { name, address: { address1: street, city: place.city, provinceCode: place.region, countryCode: place.country, zip: place.postalCode } });
      }
      for (const product of shop.products) {
        shopify.addProduct(shop.domain, {
          title: product.title, vendor: product.vendor, productType: product.type, description: product.description,
          picture: { url: `${storefront}/cdn/products/${product.handle}.svg`, altText: product.title, width: 640, height: 640 },
          variants: product.variants.map((title, index) => ({ title, sku: `${product.handle.slice(0, 8).toUpperCase()}-${index + 1}`, priceMinor: product.priceMinor, grams: product.grams })),
        });
      }
    },
    place(order) {
      const shop = demoShop(order.shop);
      const locationOf = (index: number) => order.fulfillments.find((one) => one.lines.includes(index))?.location;
      const { person } = order;
      return shopify.createOrder(shop.domain, {
        lines: order.lines.map((line, index) => {
          const key = locationOf(index);
          return { variantId: variantId(shop, line), quantity: line.quantity, ...(key === undefined ? {} : { locationId: idOfLocation(shop, key) }) };
        }),
        customer: { firstName: person.firstName, lastName: person.lastName, email: person.email, phone: person.phone, locale: person.locale },
        shippingAddress: addressOf(person),
        shipping: { title: order.shippingMethod, priceMinor: order.shippingMinor },
        channel: order.channel,
        locale: person.locale,
        tags: [...order.tags],
      });
    },
    fulfil(order, orderId, fulfillment) {
      const shop = demoShop(order.shop);
      const record = stateOf(shop.domain).orders[orderId];
      const lines = fulfillment.lines.flatMap((index) => {
        const item = record?.lineItems[index];
        return item ? [{ lineItemId: item.id, quantity: item.quantity }] : [];
      });
      const tracking = fulfillment.parcels.map((parcel) => ({ company: simCarrier(parcel.carrier).company, number: parcel.number }));
      shopify.fulfilOrder(shop.domain, orderId, { tracking, lines, locationId: idOfLocation(shop, fulfillment.location) });
      const origin = shop.locations.find((location) => location.key === fulfillment.location)?.place ?? shop.home;
      for (const { carrier, number, journey, pace, exact } of fulfillment.parcels) {
        carriers.book.add({ carrier, number, journey, pace, exact, origin, destination: order.person.place, shippedAt: clock.now() });
      }
    },
    cancel(shop, orderId) {
      shopify.cancelOrder(shop.domain, orderId, { reason: "CUSTOMER", refund: true });
    },
    hold(shop, orderId) {
      const open = Object.values(stateOf(shop.domain).fulfillmentOrders).filter((one) => one.orderId === orderId && one.status === "OPEN");
      for (const one of open) shopify.holdFulfillmentOrder(shop.domain, one.id, { reason: "INCORRECT_ADDRESS", reasonNotes: "House number missing" });
    },
    takeBack(order, orderId, planned) {
      const shop = demoShop(order.shop);
      const american = order.person.place.country === "US";
      const number = freshNumber(carriers, american ? "usps" : "dhl_express");
      shopify.createReturn(shop.domain, orderId, {
        reason: planned.reason, customerNote: planned.note,
        ...(american ? { tracking: { company: "USPS", number } } : {}),
      });
      if (american) carriers.book.add({ carrier: "usps", number, journey: "normal", origin: order.person.place, destination: shop.home, shippedAt: clock.now() + 20 * 3_600_000 });
    },
    ship(shop, orderId, carrier, journey) {
      const order = stateOf(shop.domain).orders[orderId];
      const number = freshNumber(carriers, carrier);
      shopify.fulfilOrder(shop.domain, orderId, { tracking: { company: simCarrier(carrier).company, number } });
      carriers.book.add({ carrier, number, journey, origin: shop.locations[0]?.place ?? shop.home, destination: placeOf(order, shop), shippedAt: clock.now() });
      return number;
    },
  };
}

/** A number that no shipment has yet; planned ones stay below 100,000. */
function freshNumber(carriers: CarrierSimulator, carrier: string): string {
  const { number } = simCarrier(carrier);
  for (let serial = 500_000; ; serial += 11) {
    const made = number(serial);
    if (carriers.book.find(made) === null) return made;
  }
}

/** Where an order goes, for the carriers' scans; the zone is that of the shop's country when the place is not known. */
function placeOf(order: Order | undefined, shop: DemoShop): Place {
  const address = order?.shippingAddress;
  if (!address?.city || !address.countryCode) return shop.home;
  const known = towns[address.countryCode]?.find((place) => place.city === address.city);
  return known ?? { city: address.city, region: address.provinceCode, country: address.countryCode, postalCode: address.zip ?? "", zone: shop.zone };
}
