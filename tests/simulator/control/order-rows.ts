import type { Moment } from "../carriers/journeys";
import { demoShops, type DemoShop } from "../demo/shops";
import type { DemoWorld } from "../demo/world";
import type { Order, ShopState } from "../shopify/store/records";
import { instant } from "./page";

/** An order as the control page lists it. */
export interface OrderRow {
  shop: DemoShop;
  id: string;
  name: string;
  customer: string;
  destination: string;
  placedAt: number;
  /** Whether something is left to fulfil. */
  open: boolean;
  state: string;
  parcels: { company: string; number: string; last: string; next: string | null }[];
}

const SHOWN = 12;

export const momentWords: Readonly<Record<Moment, string>> = {
  label: "label made", accepted: "picked up", departed: "departed", hub: "at a hub", customs_in: "in customs", customs_held: "held by customs", customs_out: "through customs",
  arrived: "at the local depot", weather: "weather delay", out_for_delivery: "out for delivery", attempted: "delivery attempted", delivered: "delivered",
  delivered_neighbour: "with a neighbour", pickup_ready: "ready for pickup", collected: "collected", refused: "refused", returning: "going back", return_hub: "at a hub, going back",
  returned: "back with the sender", lost: "lost", mis_scan: "delivered (by mistake)", found_again: "found again", expired: "given up", noted: "noted by the carrier",
};

/** The newest orders, or those that fit the query (order name, customer, e-mail, tracking number). */
export function orderRows(world: DemoWorld, query: string): OrderRow[] {
  const words = query.trim().toLowerCase();
  return demoShops
    .flatMap((shop) => {
      const state = world.desk.state(shop);
      return Object.values(state.orders).filter((order) => fits(state, order, words)).map((order) => ({ shop, state, order }));
    })
    .sort((a, b) => b.order.createdAt - a.order.createdAt)
    .slice(0, SHOWN)
    .map(({ shop, state, order }) => rowOf(world, shop, state, order));
}

function numbersOf(state: ShopState, order: Order): { company: string; number: string }[] {
  return Object.values(state.fulfillments)
    .filter((fulfillment) => fulfillment.orderId === order.id && fulfillment.status === "SUCCESS")
    .flatMap((fulfillment) => fulfillment.tracking.flatMap(({ company, number }) => (number === null ? [] : [{ company: company ?? "no carrier", number }])));
}

function fits(state: ShopState, order: Order, words: string): boolean {
  if (words === "") return true;
  const { shippingAddress: to } = order;
  const text = [order.name, order.email, to?.firstName, to?.lastName, ...numbersOf(state, order).map((one) => one.number)].join(" ").toLowerCase();
  return text.includes(words);
}

function rowOf(world: DemoWorld, shop: DemoShop, state: ShopState, order: Order): OrderRow {
  const open = order.cancelledAt === null && Object.values(state.fulfillmentOrders).some((one) => one.orderId === order.id && (one.status === "OPEN" || one.status === "IN_PROGRESS"));
  const held = Object.values(state.fulfillmentOrders).some((one) => one.orderId === order.id && one.status === "ON_HOLD");
  const { shippingAddress: to } = order;
  return {
    shop,
    id: order.id,
    name: order.name,
    customer: `${to?.firstName ?? ""} ${to?.lastName ?? ""}`.trim(),
    destination: [to?.city, to?.countryCode].filter(Boolean).join(", "),
    placedAt: order.createdAt,
    open,
    state: order.cancelledAt !== null ? "cancelled" : held ? "on hold" : open ? "to be packed" : "sent",
    parcels: numbersOf(state, order).map(({ company, number }) => {
      const shipment = world.carriers.book.find(number);
      const told = shipment ? world.carriers.book.revealed(shipment) : [];
      const last = told.at(-1);
      const next = shipment?.scans[told.length];
      return {
        company,
        number,
        last: last ? `${momentWords[last.moment]}, ${last.place.city}, ${instant(last.at)}` : "no scan yet",
        next: next ? momentWords[next.moment] : null,
      };
    }),
  };
}
