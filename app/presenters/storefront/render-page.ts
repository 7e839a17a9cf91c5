import { readableOn } from "~/domain/settings/brand";

// The block's own style sheet: a page that Shopify renders from the proxy has no block that would load it.
import styles from "../../../extensions/tracking-page/assets/tracking.css?raw";

import { html, SafeHtml } from "./html";
import { LIQUID_ROOT, type HeadingLevel, type PageModel } from "./page-model";
import { renderLookUp } from "./render-look-up";
import { renderOrder } from "./render-order";
import { wordsOf } from "./words";

const COLOR = /^#[0-9a-f]{6}$/i;

/** A whole page, to be rendered by Shopify within the shop's theme (`Content-Type: application/liquid`). */
export function renderPage(given: PageModel): string {
  const model: PageModel = { ...given, root: LIQUID_ROOT };
  const words = wordsOf(model.language);
  const color = COLOR.test(model.brand.color) ? model.brand.color : "#1f6f54";
  const page = html`<style>${new SafeHtml(styles)}</style>
<div class="mpt mpt--page" lang="${model.language}" style="--mpt-accent:${color};--mpt-on-accent:${readableOn(color)}">
${!model.order && html`<h1 class="mpt-h mpt-title">${words.page.title}</h1>`}
${content(model, 1)}
${!model.order && model.form && renderLookUp(model, model.form, words)}
</div>`;
  return page.markup;
}

/** What the block on a theme's page puts under its own form: the same renderer, without a frame around it. */
export function renderFragment(model: PageModel): string {
  return html`<div class="mpt-fragment" lang="${model.language}">${content(model, 2)}</div>`.markup;
}

function content(model: PageModel, level: HeadingLevel): SafeHtml {
  const words = wordsOf(model.language);
  return html`${model.notice && renderNotice(model.notice)}${model.order && renderOrder(model, model.order, level, words)}`;
}

function renderNotice({ tone, text }: NonNullable<PageModel["notice"]>): SafeHtml {
  return html`<p class="mpt-notice mpt-notice--${tone}" role="${tone === "bad" ? "alert" : "status"}" tabindex="-1" data-mpt-focus>${text}</p>`;
}
