import { ORDER_TABLES } from "./order-tables";
import { SHIPMENT_TABLES } from "./shipment-tables";
import { SHOP_TABLES } from "./shop-tables";
import type { TableTreatment } from "./treatment";

/**
 * Every column of every table that can hold text, JSON or bytes, and what becomes of it when a customer's data is
 * deleted: cleared, or kept with the reason why it holds no personal data. Redaction is made from this list, and
 * tests/integration/privacy/redaction.test.ts compares it with the schema: a new column has to be added here.
 *
 * Jobs (schema `pgboss`) carry ids alone: see `jobDefinitions`.
 */
export const PERSONAL_DATA: readonly TableTreatment[] = [...ORDER_TABLES, ...SHIPMENT_TABLES, ...SHOP_TABLES];
