import { html, type SafeHtml } from "./html";

const shapes = {
  check: html`<path d="M5 10.5l3.3 3.3L15 7" />`,
  alert: html`<path d="M10 5.5v5.5M10 14v.5" />`,
  truck: html`<path d="M2.5 6h9v7.5h-9zM11.5 8.5h3.2l2.8 2.8v2.2h-6zM5.5 15a1.5 1.5 0 1 0 0-.01M14 15a1.5 1.5 0 1 0 0-.01" />`,
  clock: html`<path d="M10 5.5V10l3 2M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14z" />`,
  out: html`<path d="M8 5H5v10h10v-3M11 4h5v5M16 4l-7 7" />`,
} as const;

/** A drawing beside words that say the same: hidden from screen readers. */
export function icon(name: keyof typeof shapes): SafeHtml {
  return html`<svg class="mpt-icon" viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${shapes[name]}</svg>`;
}
