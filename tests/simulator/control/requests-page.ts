import type { DemoWorld } from "../demo/world";
import { html } from "./html";
import { navLinks } from "./nav";
import { instant, page } from "./page";

/** What the app asked the carriers, and what Shopify sent it: newest first. */
export function requestsPage(world: DemoWorld, pending: number | null): string {
  const calls = [...world.carriers.calls].reverse().slice(0, 120);
  const webhooks = world.webhooks().slice(0, 120);
  const shown = (status: number) => html`<span class="badge${status >= 400 || status === 0 ? " bad" : ""}">${status === 0 ? "no answer" : status}</span>`;
  return page({
    title: "Requests and jobs",
    lead: pending === null ? "The app does not answer." : pending === 0 ? "The app has no jobs left to do." : `The app has ${pending} jobs under way.`,
    nav: navLinks(world.ports),
    here: "Requests",
    body: html`<div class="grid" style="grid-template-columns:minmax(0,1fr)"><section class="card"><h2>To the carriers</h2><div class="scroll"><table><thead><tr><th>When</th><th>Provider</th><th>Request</th><th>Answer</th></tr></thead><tbody>
${calls.map((call) => html`<tr><td>${instant(call.at)}</td><td>${call.provider}</td><td><code>${call.method} ${call.path}</code></td><td>${shown(call.status)}</td></tr>`)}</tbody></table></div>${calls.length === 0 ? html`<p class="empty">No calls yet.</p>` : null}</section>
<section class="card"><h2>Webhooks from Shopify</h2><div class="scroll"><table><thead><tr><th>When</th><th>Shop</th><th>Topic</th><th>Answer</th></tr></thead><tbody>
${webhooks.map((one) => html`<tr><td>${instant(one.at)}</td><td>${one.shop}</td><td><code>${one.topic}</code></td><td>${shown(one.status)}</td></tr>`)}</tbody></table></div>${webhooks.length === 0 ? html`<p class="empty">No webhooks yet.</p>` : null}</section></div>`,
  });
}
