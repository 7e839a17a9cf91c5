import { html, type SafeHtml } from "./html";
import { below, type HeadingLevel } from "./page-model";
import type { ScanView, ShipmentView } from "./view";
import { fill, type Words } from "./words";

/** Days are shown until so many scans are; what is older waits behind a button. */
const SHOWN_SCANS = 5;

/** What happened, by day, newest first. */
export function renderTimeline(days: ShipmentView["days"], level: HeadingLevel, timesIn: string, words: Words): SafeHtml {
  const heading = html`<h${level} class="mpt-h mpt-h--small">${words.timeline.title}</h${level}>`;
  if (days.length === 0) return html`<div class="mpt-timeline">${heading}<p class="mpt-muted">${words.timeline.none}</p></div>`;
  const [recent, earlier] = splitDays(days);
  const count = earlier.reduce((sum, day) => sum + day.scans.length, 0);
  const render = (day: Day) => renderDay(day, below(level), words);
  return html`<div class="mpt-timeline">${heading}
${recent.map(render)}
${count > 0 && html`<details class="mpt-earlier"><summary>${fill(words.timeline.earlier, { count })}</summary>${earlier.map(render)}</details>`}
<p class="mpt-help">${timesIn}</p>
</div>`;
}

type Day = ShipmentView["days"][number];

/** A day is never torn apart, and one last day is not worth a button. */
function splitDays(days: readonly Day[]): [Day[], Day[]] {
  let shown = 0;
  const end = days.findIndex((day) => (shown += day.scans.length) >= SHOWN_SCANS) + 1;
  return end === 0 || end >= days.length - 1 ? [[...days], []] : [days.slice(0, end), days.slice(end)];
}

function renderDay(day: Day, level: HeadingLevel, words: Words): SafeHtml {
  return html`<div class="mpt-day">
<h${level} class="mpt-day-name">${day.label}</h${level}>
<ol class="mpt-scans" role="list">${day.scans.map((scan) => renderScan(scan, words))}</ol>
</div>
`;
}

function renderScan(scan: ScanView, words: Words): SafeHtml {
  return html`<li class="mpt-scan">
<span class="mpt-clock">${scan.clock ?? html`<span class="mpt-sr">${words.timeline.noTime}</span>`}</span>
<div class="mpt-scan-text"><p>${scan.sentence}</p>${scan.place && html`<p class="mpt-place">${scan.place}</p>`}${
    scan.words && html`<p class="mpt-words"><span class="mpt-sr">${words.timeline.carrierSays} </span><q>${scan.words}</q></p>`
  }</div>
</li>
`;
}
