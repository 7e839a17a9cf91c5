import { z } from "zod";

import type { Operator } from "./domain/privacy/operator";
import { DEFAULT_RETENTION, RETENTION_RANGE, type Retention } from "./domain/privacy/retention";

const { least, most } = RETENTION_RANGE;
const hint = `must be a whole number of days from ${least} to ${most}`;
const days = (byDefault: number) => z.coerce.number(hint).int(hint).min(least, hint).max(most, hint).default(byDefault);
const email = z.email("must be an e-mail address such as privacy@example.com").optional();
const text = (length: number) => z.string().trim().min(1).max(length, `must have at most ${length} characters`).optional();

/** What the environment may say of the operator and of how long data is kept. */
export const operatorSchema = {
  OPERATOR_NAME: text(200),
  OPERATOR_ADDRESS: text(500),
  SUPPORT_EMAIL: email,
  PRIVACY_CONTACT_EMAIL: email,
  PRIVACY_POLICY_URL: z.url({ protocol: /^https$/, error: "must be an address that begins with https://" }).optional(),
  RETENTION_ORDERS_DAYS: days(DEFAULT_RETENTION.orders),
  RETENTION_EVENTS_DAYS: days(DEFAULT_RETENTION.events),
  RETENTION_RAW_PAYLOADS_DAYS: days(DEFAULT_RETENTION.rawPayloads),
  RETENTION_MESSAGES_DAYS: days(DEFAULT_RETENTION.messages),
  RETENTION_WEBHOOKS_DAYS: days(DEFAULT_RETENTION.webhooks),
  RETENTION_ACCESS_LOG_DAYS: days(DEFAULT_RETENTION.accessLog),
  RETENTION_DATA_REQUESTS_DAYS: days(DEFAULT_RETENTION.dataRequests),
};

type OperatorValues = z.output<z.ZodObject<typeof operatorSchema>>;

export function operatorOf(value: OperatorValues): Operator {
  return {
    name: value.OPERATOR_NAME ?? null,
    // Lines are written as "\n" in a .env file.
    address: value.OPERATOR_ADDRESS?.replaceAll("\\n", "\n") ?? null,
    supportEmail: value.SUPPORT_EMAIL ?? null,
    privacyEmail: value.PRIVACY_CONTACT_EMAIL ?? null,
    privacyPolicyUrl: value.PRIVACY_POLICY_URL ?? null,
  };
}

export function retentionOf(value: OperatorValues): Retention {
  return {
    orders: value.RETENTION_ORDERS_DAYS,
    events: value.RETENTION_EVENTS_DAYS,
    rawPayloads: value.RETENTION_RAW_PAYLOADS_DAYS,
    messages: value.RETENTION_MESSAGES_DAYS,
    webhooks: value.RETENTION_WEBHOOKS_DAYS,
    accessLog: value.RETENTION_ACCESS_LOG_DAYS,
    dataRequests: value.RETENTION_DATA_REQUESTS_DAYS,
  };
}
