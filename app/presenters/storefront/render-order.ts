import { html, type SafeHtml } from "./html";
import { actionOf, below, type HeadingLevel, type PageModel } from "./page-model";
import { renderItems } from "./render-items";
import { renderShipment } from "./render-shipment";
import type { ItemView } from "./view";
import { fill, type Words } from "./words";

/** One order with all its shipments. */
export function renderOrder(model: PageModel, order: NonNullable<PageModel["order"]>, level: HeadingLevel, words: Words): SafeHtml {
  const { view, token } = order;
  const inner = below(level);
  // After feedback was sent, its answer takes the focus, not the heading.
  const focus = model.feedback ? null : html` data-mpt-focus`;
  return html`<article class="mpt-order">
<header class="mpt-order-head">
<h${level} class="mpt-h mpt-title" tabindex="-1"${focus}>${fill(words.order.title, { name: view.name })}</h${level}>
<p class="mpt-muted">${view.placed}</p>
</header>
${view.cancelled && html`<p class="mpt-notice mpt-notice--bad">${words.order.cancelled}</p>`}
${view.shipments.map((shipment) => renderShipment({ model, shipment, token, timesIn: view.timesIn, level: inner, words }))}
${view.untracked.length > 0 && rest(words.order.untrackedTitle, words.order.untracked, view.untracked, model, inner, words)}
${view.notShipped.length > 0 && notShipped(model, view.notShipped, view.shipments.length + view.untracked.length > 0, inner, words)}
<footer class="mpt-foot">
<p><a class="mpt-link" href="${actionOf(model)}" data-mpt-again>${words.page.back}</a></p>
<p><a class="mpt-link" href="${actionOf(model)}?t=${token}&amp;locale=${model.language}" rel="nofollow">${words.page.bookmark}</a> <span class="mpt-help">${words.page.bookmarkHelp}</span></p>
</footer>
</article>`;
}

function notShipped(model: PageModel, items: readonly ItemView[], partly: boolean, level: HeadingLevel, words: Words): SafeHtml {
  return rest(words.order.notShippedTitle, partly ? words.order.notShipped : words.order.nothingShipped, items, model, level, words);
}

function rest(title: string, text: string, items: readonly ItemView[], model: PageModel, level: HeadingLevel, words: Words): SafeHtml {
  return html`<section class="mpt-card mpt-tone--waiting">
<h${level} class="mpt-h mpt-h--small">${title}</h${level}>
<p>${text}</p>
${model.shows.items && renderItems(items, words)}
</section>
`;
}
