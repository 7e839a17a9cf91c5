import { html, type SafeHtml } from "./html";
import type { ItemView } from "./view";
import { fill, type Words } from "./words";

/** Items with their pictures; a picture that is missing leaves its place, so that nothing moves. */
export function renderItems(items: readonly ItemView[], words: Words): SafeHtml {
  return html`<ul class="mpt-items" role="list">${items.map(
    (item) => html`<li class="mpt-item">
<span class="mpt-picture">${item.imageUrl && html`<img src="${small(item.imageUrl)}" alt="" width="56" height="56" loading="lazy" decoding="async" referrerpolicy="no-referrer">`}</span>
<span class="mpt-item-text"><span class="mpt-item-title">${item.title}</span>${item.variant && html`<span class="mpt-muted">${item.variant}</span>`}<span class="mpt-muted">${fill(words.shipment.quantity, { count: item.quantity })}</span></span>
</li>
`,
  )}</ul>`;
}

/** Shopify's image server makes pictures smaller when asked to: twice the shown width, for sharp screens. */
function small(address: string): string {
  const url = new URL(address);
  if (url.hostname === "cdn.shopify.com") url.searchParams.set("width", "112");
  return url.href;
}
