import { html, type SafeHtml } from "./html";
import { icon } from "./icons";
import { below, type HeadingLevel, type PageModel } from "./page-model";
import { renderFeedback } from "./render-feedback";
import { renderItems } from "./render-items";
import { renderProgress } from "./render-progress";
import { renderTimeline } from "./render-timeline";
import type { CarrierView, ShipmentView } from "./view";
import { fill, type Words } from "./words";

export interface ShipmentParts {
  model: PageModel;
  shipment: ShipmentView;
  token: string;
  timesIn: string;
  level: HeadingLevel;
  words: Words;
}

const ICONS = { good: "check", attention: "alert", moving: "truck", waiting: "clock" } as const;

/** One shipment: where it stands, when it comes, what happened, what is in it, and how it was. */
export function renderShipment({ model, shipment, token, timesIn, level, words }: ShipmentParts): SafeHtml {
  const id = `mpt-s-${shipment.id}`;
  const inner = below(level);
  return html`<section class="mpt-card mpt-tone--${shipment.tone}" aria-labelledby="${id}">
<p class="mpt-eyebrow">${shipment.heading}</p>
<h${level} class="mpt-h mpt-status" id="${id}"><span class="mpt-sr">${shipment.heading}: </span><span class="mpt-badge">${icon(ICONS[shipment.tone])}</span>${shipment.title}</h${level}>
<p class="mpt-sentence">${shipment.sentence}</p>
${shipment.estimate && html`<p class="mpt-estimate${shipment.estimate.past ? html` mpt-estimate--past` : null}">${shipment.estimate.text}</p>`}
${renderProgress(shipment.steps, words)}
${renderCarrier(shipment, words)}
${shipment.feedback && model.shows.feedback ? renderFeedback({ model, shipmentId: shipment.id, token, given: shipment.feedback, level: inner, words }) : null}
${renderTimeline(shipment.days, inner, timesIn, words)}
${
  model.shows.items && shipment.items.length > 0
    ? html`<div class="mpt-contents"><h${inner} class="mpt-h mpt-h--small">${shipment.itemsIn > 1 ? fill(words.shipment.itemsTogether, { count: shipment.itemsIn }) : words.shipment.items}</h${inner}>${renderItems(shipment.items, words)}</div>`
    : null
}
</section>
`;
}

function renderCarrier({ carrier, onward, updated }: ShipmentView, words: Words): SafeHtml {
  return html`<dl class="mpt-facts">
${renderNumber(words.shipment.carrier, carrier, words)}${onward.map((each) => renderNumber(words.shipment.onward, each, words))}
</dl>
${[carrier, ...onward].map((each) => renderLink(each, words))}${updated && html`<p class="mpt-muted">${updated}</p>`}`;
}

function renderNumber(label: string, { name, number }: CarrierView, words: Words): SafeHtml {
  return html`${name && html`<div><dt>${label}</dt><dd>${name}</dd></div>
`}<div><dt>${words.shipment.number}</dt><dd class="mpt-number">${number}</dd></div>
`;
}

function renderLink({ name, url }: CarrierView, words: Words): SafeHtml | null {
  if (url === null) return null;
  const label = fill(words.shipment.carrierLink, { carrier: name ?? words.shipment.carrier });
  return html`<p><a class="mpt-link" href="${url}" target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">${label}${icon("out")}<span class="mpt-sr"> (${words.shipment.newTab})</span></a></p>
`;
}
