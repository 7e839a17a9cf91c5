/**
 * The two families of headers that Shopify signs deliveries with: those of webhooks, and those of events (generally
 * available with API version 2026-10), in which webhooks may come as well. Names as in @shopify/shopify-api 15 and
 * shopify.dev "Webhooks delivery structure" and "Events delivery structure".
 */
const FAMILIES = {
  webhooks: {
    hmac: "x-shopify-hmac-sha256", topic: "x-shopify-topic", domain: "x-shopify-shop-domain", apiVersion: "x-shopify-api-version",
    webhookId: "x-shopify-webhook-id", eventId: "x-shopify-event-id", triggeredAt: "x-shopify-triggered-at",
  },
  events: {
    hmac: "shopify-hmac-sha256", topic: "shopify-topic", domain: "shopify-shop-domain", apiVersion: "shopify-api-version",
    webhookId: "shopify-webhook-id", eventId: "shopify-event-id", triggeredAt: "shopify-triggered-at",
  },
} as const;

/** What happened to an event's resource: create, update or delete. Webhooks have it in their topic. */
const ACTION = "shopify-action";

type Field = keyof (typeof FAMILIES)["webhooks"];

const FIELDS = Object.keys(FAMILIES.webhooks) as Field[];
const REQUIRED = ["topic", "domain", "apiVersion", "webhookId"] as const satisfies readonly Field[];

/**
 * Longest value of a header, characters: less than PostgreSQL takes into the index of deliveries. Nothing is cut, for two
 * ids that begin alike would become one delivery.
 */
const LONGEST = 500;

/** Headers by their names in lower case: each one's values (as in `headersDistinct`), or its only value. */
export type GivenHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** What the headers of a delivery say. */
export interface WebhookHeaders {
  domain: string;
  /** "orders/updated"; of an event its resource and action, "order/update". */
  topic: string;
  apiVersion: string;
  /** One per delivery and the same at each attempt: what tells a duplicate. */
  webhookId: string;
  /** One per change in the shop, shared by its deliveries; events have none. */
  eventId: string | null;
  triggeredAt: string | null;
}

export type ReadHeaders = { ok: true; headers: WebhookHeaders } | { ok: false; problem: string };

/** The signature of a delivery: ambiguous when it came twice, or when the families differ. */
export function readSignature(given: GivenHeaders): { state: "missing" } | { state: "ambiguous" } | { state: "given"; signature: string } {
  const values = [FAMILIES.webhooks.hmac, FAMILIES.events.hmac].flatMap((name) => valuesOf(given, name));
  const [signature, ...more] = values;
  if (signature === undefined) return { state: "missing" };
  const doubled = [FAMILIES.webhooks.hmac, FAMILIES.events.hmac].some((name) => valuesOf(given, name).length > 1);
  return doubled || more.some((value) => value !== signature) ? { state: "ambiguous" } : { state: "given", signature };
}

/**
 * Reads the headers of a delivery whose signature was checked. The signature covers the body alone, so headers that can
 * be read in two ways are refused: one given twice, or two families that differ.
 */
export function readWebhookHeaders(given: GivenHeaders): ReadHeaders {
  const [family, other] = valuesOf(given, FAMILIES.events.hmac).length > 0 ? [FAMILIES.events, FAMILIES.webhooks] : [FAMILIES.webhooks, FAMILIES.events];
  const values: Partial<Record<Field, string>> = {};
  for (const field of FIELDS) {
    const [value, ...more] = valuesOf(given, family[field]);
    const twins = valuesOf(given, other[field]);
    if (more.length > 0 || twins.length > 1) return { ok: false, problem: `A header was sent twice: ${more.length > 0 ? family[field] : other[field]}` };
    if (value !== undefined && twins[0] !== undefined && value !== twins[0]) return { ok: false, problem: `Headers contradict each other: ${family[field]}, ${other[field]}` };
    if (value !== undefined && value.length > LONGEST) return { ok: false, problem: `A header is too long: ${family[field]}` };
    if (value !== undefined) values[field] = value;
  }
  const missing = REQUIRED.filter((field) => values[field] === undefined);
  if (missing.length > 0) return { ok: false, problem: `Headers are missing: ${missing.map((field) => family[field]).join(", ")}` };
  return { ok: true, headers: interpret(values, valuesOf(given, ACTION)[0]) };
}

function valuesOf(given: GivenHeaders, name: string): string[] {
  return [given[name] ?? []].flat().filter((value) => value !== "");
}

function interpret(values: Partial<Record<Field, string>>, action: string | undefined): WebhookHeaders {
  const topic = (values.topic ?? "").toLowerCase();
  const { eventId, apiVersion = "", webhookId = "" } = values;
  return {
    domain: (values.domain ?? "").toLowerCase(),
    topic: action !== undefined && action.length <= 50 && !topic.includes("/") ? `${topic}/${action.toLowerCase()}` : topic,
    apiVersion,
    webhookId,
    eventId: eventId ?? null,
    triggeredAt: instantOrNull(values.triggeredAt),
  };
}

/** No webhook is older than Shopify; years beyond 9999 are none that PostgreSQL reads in the form that Date writes. */
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(9999, 11, 31);

function instantOrNull(value: string | undefined): string | null {
  const at = value === undefined ? NaN : Date.parse(value);
  return at >= EARLIEST && at <= LATEST ? new Date(at).toISOString() : null;
}
