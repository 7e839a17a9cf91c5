import { z } from "zod";

import { BRAND_FONTS, DEFAULT_BRAND } from "./brand";
import { optionalEmail, optionalHeaderText, optionalWebAddress, sitePath } from "./fields";

/** The moments at which a shopper may be written to. */
export const TRIGGERS = ["shipped", "out_for_delivery", "delivered", "delayed"] as const;
export type Trigger = (typeof TRIGGERS)[number];

const on = z.boolean().default(true);

/**
 * What a merchant may set; kept as `Shop.settings`. Every value has a default, so that `{}` is complete.
 * Thresholds are whole hours or days as their names say.
 */
export const shopSettingsSchema = z.object({
  /** Which messages are sent. */
  messages: z.object({ shipped: on, out_for_delivery: on, delivered: on, delayed: on }).prefault({}),
  /** Who the messages come from: null means the shop's own name, and no reply address. */
  sender: z.object({ fromName: optionalHeaderText, replyTo: optionalEmail }).prefault({ fromName: null, replyTo: null }),
  rules: z
    .object({
      "label-without-scan": z.object({ enabled: on, hours: z.number().int().min(1).max(720).default(24) }).prefault({}),
      "stuck-in-transit": z.object({ enabled: on, days: z.number().int().min(1).max(60).default(3) }).prefault({}),
      "carrier-exception": z.object({ enabled: on }).prefault({}),
      /** `days`: how long the fact is shown before it clears itself. */
      "ended-undelivered": z.object({ enabled: on, days: z.number().int().min(1).max(90).default(14) }).prefault({}),
    })
    .prefault({}),
  brand: z
    .object({
      /** #rrggbb: the bar, the button, the links. */
      color: z.string().trim().toLowerCase().regex(/^#[0-9a-f]{6}$/, "A colour is # and six digits, e.g. #1f6f54.").default(DEFAULT_BRAND.color),
      logoUrl: optionalWebAddress,
      font: z.enum(BRAND_FONTS).default(DEFAULT_BRAND.font),
    })
    .prefault({ logoUrl: null }),
  /** Where the tracking page stands in the storefront, e.g. /apps/track or /pages/track. */
  trackingPage: z.object({ path: sitePath.default("/apps/track") }).prefault({}),
  /** Shown to shoppers who need help. */
  supportEmail: optionalEmail,
  feedback: z.object({ enabled: on }).prefault({}),
  /** Whether tracking statuses are written back to Shopify as fulfillment events. */
  writeBack: z.object({ enabled: on }).prefault({}),
});

export type ShopSettings = z.output<typeof shopSettingsSchema>;

/** The settings of a shop that has set nothing. */
export const DEFAULT_SETTINGS: ShopSettings = shopSettingsSchema.parse({});
