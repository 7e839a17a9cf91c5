import type { Database } from "~/db/database.server";
import { ownCarriers } from "~/db/shop-carriers.server";
import { storefrontOrder, storefrontShop, updateProxyPath, type StorefrontShop } from "~/db/storefront.server";
import { eventsOf } from "~/db/tracking-events.server";
import { readSettings } from "~/domain/settings/shop-settings";
import { boundedText, LONGEST } from "~/domain/tracking/text/bounded-text";

import { carrierDirectory } from "./carrier-directory";
import { orderView } from "./order-view";
import type { FeedbackReply, PageModel } from "./page-model";
import { fill, pageLocale, wordsOf } from "./words";

export type { StorefrontShop };

/** What came with a request besides what is looked for. */
export interface PageRequest {
  /** As the theme says it; null when it does not. */
  locale: string | null;
  /** Where the shop's proxy stands, e.g. "/apps/track". */
  action: string;
  /** Where the shopper's language begins, e.g. "/fr"; empty for the main language. */
  root: string;
  shows: PageModel["shows"];
}

/** The shop whose storefront asks; null when Milepost does not work for it. */
export function loadShop(db: Database, domain: string): Promise<StorefrontShop | null> {
  return storefrontShop(db.prisma, domain);
}

/** Keeps where the shop's proxy is reached. @param path from a verified request */
export function saveProxyPath(db: Database, shopId: string, path: string): Promise<void> {
  return updateProxyPath(db.prisma, shopId, path);
}

/**
 * The page of one order.
 * @param found.token of the order's link: proof for feedback, and the way back to the page
 * @returns null when the order has gone since it was found
 */
export async function orderPage(
  context: { db: Database; now: () => number },
  shop: StorefrontShop,
  request: PageRequest,
  found: { orderId: string; token: string; feedback?: FeedbackReply },
): Promise<PageModel | null> {
  const order = await storefrontOrder(context.db.prisma, shop.id, found.orderId);
  if (!order) return null;
  const locale = pageLocale(request.locale, order.locale, shop.locale);
  const events = await eventsOf(context.db.prisma, order.shipments.map((shipment) => shipment.id));
  const carriers = carrierDirectory(await ownCarriers(context.db.prisma, shop.id));
  const view = orderView({ shop, order, events, carriers, locale, now: context.now() });
  const feedback = found.feedback ?? null;
  // A reply about a shipment that has no form on the page stands above the order.
  const homeless = feedback?.kind === "refused" && !view.shipments.some((shipment) => shipment.id === feedback.shipmentId && shipment.feedback);
  const notice = homeless ? { tone: "bad" as const, text: wordsOf(locale.language).feedback.problems[feedback.problem] } : null;
  return { ...base(shop, request, locale.language), order: { view, token: found.token }, feedback, notice };
}

/** Why a look-up has no order to show. */
export type LookUpProblem = { kind: "not_found" } | { kind: "link_unknown" } | { kind: "limited"; retryAfterSeconds: number } | { kind: "incomplete"; missing: readonly ("order" | "contact")[] };

/** The page with the look-up form, empty or with what was typed and what was wrong with it. */
export function lookUpPage(shop: StorefrontShop, request: PageRequest, typed: { order: string; contact: string }, problem: LookUpProblem | null): PageModel {
  const { language } = pageLocale(request.locale, shop.locale);
  const missing = problem?.kind === "incomplete" ? problem.missing : [];
  const text = problem && noticeOf(problem, language);
  return { ...base(shop, request, language), notice: text ? { tone: "bad", text } : null, form: { order: boundedText(typed.order, LONGEST.name), contact: boundedText(typed.contact, LONGEST.name), missing } };
}

function noticeOf(problem: LookUpProblem, language: PageModel["language"]): string {
  const words = wordsOf(language);
  switch (problem.kind) {
    case "not_found":
      return words.notice.notFound;
    case "link_unknown":
      return words.notice.linkUnknown;
    case "limited":
      return fill(words.notice.limited, { minutes: Math.max(1, Math.ceil(problem.retryAfterSeconds / 60)) });
    case "incomplete":
      return [problem.missing.includes("order") && words.form.orderMissing, problem.missing.includes("contact") && words.form.contactMissing].filter(Boolean).join(" ");
  }
}

function base(shop: StorefrontShop, request: PageRequest, language: PageModel["language"]): PageModel {
  const { settings } = readSettings(shop.settings);
  return {
    language,
    action: request.action,
    root: request.root,
    shows: request.shows,
    brand: { color: settings.brand.color },
    notice: null,
    form: null,
    order: null,
    feedback: null,
  };
}
