import { DateTime } from "luxon";

import { listExceptions } from "~/db/admin-exceptions.server";
import { deliveriesPerDay, enabledConnections, homeFigures, syncState } from "~/db/admin-home.server";
import type { Tx } from "~/db/database.server";
import { shopAccess } from "~/db/shop-access.server";
import { readSettings } from "~/domain/settings/shop-settings";

import type { CarrierNames } from "./carrier-name";
import { exceptionItem } from "./exception-item";
import { presentAccess } from "./shop-access";

/** Days of the deliveries chart, today included. */
const CHART_DAYS = 14;

export interface HomeInput {
  shop: { id: string; timeZone: string; settings: unknown };
  names: CarrierNames;
  now: number;
}

/** The home page: live figures, how far the sync is, what is not released, what the setup guide knows, and the latest exceptions. */
export async function presentHome(tx: Tx, { shop, names, now }: HomeInput) {
  const firstDay = DateTime.fromMillis(now, { zone: shop.timeZone }).startOf("day").minus({ days: CHART_DAYS - 1 });
  const [figures, perDay, sync, connections, exceptions, access] = await Promise.all([
    homeFigures(tx, shop.id, now),
    deliveriesPerDay(tx, shop.id, shop.timeZone, firstDay.toMillis()),
    syncState(tx, shop.id),
    enabledConnections(tx, shop.id),
    listExceptions(tx, shop.id, { state: "open", page: 1, size: 5 }),
    shopAccess(tx, shop.id),
  ]);
  const count = (...statuses: string[]) => statuses.reduce((sum, status) => sum + (figures.statuses[status] ?? 0), 0);
  return {
    now: new Date(now).toISOString(),
    figures: {
      onTheWay: count("IN_TRANSIT", "OUT_FOR_DELIVERY", "ATTEMPTED_DELIVERY", "READY_FOR_PICKUP"),
      waiting: count("PENDING", "PRE_TRANSIT"),
      outForDelivery: count("OUT_FOR_DELIVERY"),
      delivered: figures.deliveredNow,
      deliveredBefore: figures.deliveredBefore,
      openExceptions: figures.openExceptions,
      criticalExceptions: figures.criticalExceptions,
      messagesSent: figures.messagesSent,
      promised: figures.promised,
      onTime: figures.promised > 0 ? figures.kept / figures.promised : null,
    },
    statuses: figures.statuses,
    total: Object.values(figures.statuses).reduce((sum, each) => sum + each, 0),
    days: Array.from({ length: CHART_DAYS }, (_, index) => {
      const day = firstDay.plus({ days: index });
      return { day: day.toISODate() ?? "", at: day.plus({ hours: 12 }).toUTC().toISO() ?? "", count: perDay.get(day.toISODate() ?? "") ?? 0 };
    }),
    // Where Shopify refuses the orders, that is what is to be said, in other words than Shopify's.
    sync: { ...presentSync(sync), ...(access.refused.has("orders") ? { error: null } : {}) },
    access: presentAccess(access),
    setup: { dismissed: isDismissed(shop.settings), synced: sync.finished !== null, connections, deliveryEmailsTwice: sendsDeliveryEmails(shop.settings) },
    exceptions: exceptions.rows.map((row) => exceptionItem(row, names)),
  };
}

function presentSync({ latest, finished }: Awaited<ReturnType<typeof syncState>>) {
  const running = latest?.status === "queued" || latest?.status === "running";
  return {
    running,
    kind: latest?.kind ?? null,
    done: latest?.done ?? 0,
    total: latest?.total ?? null,
    /** 0 to 1; null while the size of the work is not known. */
    share: latest?.total ? Math.min(latest.done / latest.total, 1) : null,
    error: latest?.status === "failed" ? (latest.error ?? "Shopify gave no reason.") : null,
    lastFinishedAt: (latest?.finishedAt ?? finished?.finishedAt)?.toISOString() ?? null,
  };
}

/** Whether Shopify may send e-mails of a delivery beside Milepost's: it does so for the events that are written back. */
function sendsDeliveryEmails(stored: unknown): boolean {
  const { writeBack, messages } = readSettings(stored).settings;
  return writeBack.enabled && (messages.out_for_delivery || messages.delivered);
}

function isDismissed(settings: unknown): boolean {
  return typeof settings === "object" && settings !== null && "setupGuideDismissed" in settings && settings.setupGuideDismissed === true;
}
