import type { JobData, JobName } from "~/jobs/definitions";
import { advanceShipments } from "~/use-cases/advance-shipments";
import { applyRetention } from "~/use-cases/apply-retention";
import { backfillShop } from "~/use-cases/backfill-shop";
import type { UseCaseContext } from "~/use-cases/context";
import { reviewRegistrations } from "~/use-cases/end-registrations";
import { importFile } from "~/use-cases/imports/import-file";
import { keepPush } from "~/use-cases/keep-push";
import { pollShipments } from "~/use-cases/poll-shipments";
import { processDeliveries } from "~/use-cases/process-deliveries";
import { reconcileShop } from "~/use-cases/reconcile-shop";
import { redactShop } from "~/use-cases/redact-shop";
import { replayMapping } from "~/use-cases/replay-mapping";
import { resolveCarriers } from "~/use-cases/resolve-carriers";
import { sendNotification } from "~/use-cases/send-notification";
import { syncOrder } from "~/use-cases/sync-order";
import { writeBackEvent } from "~/use-cases/write-back-event";

export type Handlers = { [Name in JobName]: (context: UseCaseContext, data: JobData<Name>) => Promise<unknown> };

/** Who does each job. A job without a handler does not compile. */
export const handlers: Handlers = {
  "process-deliveries": (context, data) => processDeliveries(context, data),
  "backfill-shop": backfillShop,
  "reconcile-shop": reconcileShop,
  "sync-order": syncOrder,
  "poll-shipments": pollShipments,
  "review-registrations": reviewRegistrations,
  "keep-push": keepPush,
  "evaluate-shipments": (context, { shipmentIds }) => context.db.transaction((tx) => advanceShipments(context, tx, shipmentIds)),
  "replay-mapping": replayMapping,
  "resolve-carriers": resolveCarriers,
  "send-notification": sendNotification,
  "write-back": writeBackEvent,
  "import-file": importFile,
  "apply-retention": (context) => applyRetention(context),
  "redact-shop": redactShop,
};
