import type { FeedbackProblem } from "~/domain/feedback/feedback";

import { html, SafeHtml } from "./html";
import type { OrderView } from "./view";
import type { PageLanguage } from "./words";

/** Everything the page is rendered from. */
export interface PageModel {
  language: PageLanguage;
  /** Where the form is sent in the storefront, e.g. "/apps/track". */
  action: string;
  /** What stands before `action` in the shopper's language, e.g. "/fr"; a hidden field carries it along. */
  root: string | SafeHtml;
  /** What the merchant's block shows; travels along in hidden fields. */
  shows: { items: boolean; feedback: boolean };
  brand: { color: string };
  notice: { tone: "bad" | "good"; text: string } | null;
  /** What was typed, to be shown again; null when there is no look-up form to show. */
  form: { order: string; contact: string; missing: readonly ("order" | "contact")[] } | null;
  order: { view: OrderView; token: string } | null;
  /** What a shopper sent about one shipment just now. */
  feedback: FeedbackReply | null;
}

export type FeedbackReply =
  | { shipmentId: string; kind: "saved" }
  | { shipmentId: string; kind: "refused"; problem: FeedbackProblem | "not_delivered" | "closed"; rating: string; reason: string; comment: string };

/** A heading's level: pages begin at 1, fragments at 2, because the theme's section has the one above. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5;

/** The level of a heading under another. */
export function below(level: HeadingLevel): HeadingLevel {
  return Math.min(level + 1, 5) as HeadingLevel;
}

/** Shopify renders a page's markup as Liquid, and knows the root of the shopper's language there. */
export const LIQUID_ROOT = new SafeHtml("{% unless routes.root_url == '/' %}{{ routes.root_url | escape }}{% endunless %}");

/** The address a form of the page is sent to, with the root of the shopper's language. */
export function actionOf(model: Pick<PageModel, "action" | "root">): SafeHtml {
  return html`${model.root}${model.action}`;
}
