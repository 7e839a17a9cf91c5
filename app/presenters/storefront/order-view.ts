import type { StorefrontOrder, StorefrontShop } from "~/db/storefront.server";
import { readSettings } from "~/domain/settings/shop-settings";
import type { TrackingEvent } from "~/domain/tracking/event";
import { boundedText, LONGEST } from "~/domain/tracking/text/bounded-text";

import { createFormat } from "./format";
import { itemsOf, type ItemGroups } from "./order-items";
import { shipmentView, type CarrierDirectory } from "./shipment-view";
import type { OrderView } from "./view";
import { fill, wordsOf, type PageLocale } from "./words";

export interface OrderViewInput {
  shop: Pick<StorefrontShop, "timeZone" | "settings">;
  order: StorefrontOrder;
  /** Scans by shipment id. */
  events: ReadonlyMap<string, readonly TrackingEvent[]>;
  carriers: CarrierDirectory;
  locale: PageLocale;
  now: number;
}

/** Turns rows into what the page shows. Pure: the same rows at the same instant give the same page. */
export function orderView(input: OrderViewInput): OrderView {
  const { order, shop, locale, now } = input;
  const words = wordsOf(locale.language);
  const format = createFormat({ tag: locale.tag, timeZone: shop.timeZone, now });
  const groups: ItemGroups = itemsOf(order);
  const { settings } = readSettings(shop.settings);
  const outward = order.shipments.filter((shipment) => shipment.direction !== "return");

  const shipments = order.shipments.map((shipment) => {
    const back = shipment.direction === "return";
    const position = outward.indexOf(shipment) + 1;
    const heading = back ? words.shipment.back : outward.length > 1 ? fill(words.shipment.many, { position, count: outward.length }) : words.shipment.one;
    const items = groups.ofShipment.get(shipment.id);
    return shipmentView({
      shipment,
      heading,
      items: items?.items ?? [],
      itemsIn: items?.shipments ?? 1,
      orderedAt: order.processedAt.getTime(),
      events: input.events.get(shipment.id) ?? [],
      carriers: input.carriers,
      askFeedback: settings.feedback.enabled,
      locale,
      format,
      timeZone: shop.timeZone,
      now,
    });
  });

  return {
    name: boundedText(order.name, LONGEST.name),
    placed: fill(words.order.placed, { date: format.day({ at: order.processedAt.getTime(), certainty: "exact", zone: null }) }),
    cancelled: order.cancelledAt !== null,
    shipments,
    notShipped: order.cancelledAt === null ? groups.notShipped : [],
    untracked: groups.untracked,
    timesIn: fill(words.timeline.timesIn, { zone: format.zoneName }),
  };
}
