import type { JobData, JobName } from "~/jobs/definitions";
import { advanceShipments } from "~/use-cases/advance-shipments";
import { backfillShop } from "~/use-cases/backfill-shop";
import type { UseCaseContext } from "~/use-cases/context";
import { reviewRegistrations } from "~/use-cases/end-registrations";
import { pollShipments } from "~/use-cases/poll-shipments";
import { processDeliveries } from "~/use-cases/process-deliveries";
import { reconcileShop } from "~/use-cases/reconcile-shop";
import { redactShop } from "~/use-cases/redact-shop";
import { sendNotification } from "~/use-cases/send-notification";
import { syncOrder } from "~/use-cases/sync-order";
import { writeBackEvent } from "~/use-cases/write-back-event";

export type Handlers = { [Name in JobName]: (context: UseCaseContext, data: JobData<Name>) => Promise<unknown> };

/** Who does each job. A job without a handler does not compile. */
export const handlers: Handlers = {
  "process-deliveries": processDeliveries,
  "backfill-shop": backfillShop,
  "reconcile-shop": reconcileShop,
  "sync-order": syncOrder,
  "poll-shipments": pollShipments,
  "review-registrations": reviewRegistrations,
  "evaluate-shipments": (context, { shipmentIds }) => context.db.transaction((tx) => advanceShipments(context, tx, shipmentIds)),
  "send-notification": sendNotification,
  "write-back": writeBackEvent,
  "redact-shop": redactShop,
};
