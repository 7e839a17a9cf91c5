import { demoShops, type DemoShop } from "../demo/shops";
import { addresses, type DemoWorld } from "../demo/world";
import { html, type Markup } from "./html";
import { navLinks } from "./nav";
import { instant, page } from "./page";

/** Where the admin shows the app in a shop. */
export function adminAddress(world: Pick<DemoWorld, "ports">, shop: DemoShop): string {
  return `${addresses(world.ports).shopify}/store/${shop.domain.replace(".myshopify.com", "")}/apps/milepost`;
}

function storefrontAddress(world: Pick<DemoWorld, "ports">, shop: DemoShop): string {
  const at = addresses(world.ports);
  return shop.key === "alder" ? at.storefront : at.secondStorefront;
}

function card(href: string, title: string, text: string): Markup {
  return html`<a class="card" href="${href}"><h2>${title}</h2><p>${text}</p><small>${href}</small></a>`;
}

/** The first page: links to all the rest. */
export function indexPage(world: DemoWorld): string {
  const at = addresses(world.ports);
  return page({
    title: "Milepost, in a world of its own",
    lead: "A simulated Shopify with two shops, their storefronts, the carriers and a mailbox. The app is the real one; only the world around it is made up.",
    nav: navLinks(world.ports),
    here: "Index",
    body: html`
${world.ready() ? null : html`<p class="note">The demo is still being made: two months of orders are passing through the app. This page refreshes itself.</p><meta http-equiv="refresh" content="3">`}
<div class="grid">
${demoShops.map((shop) => [
  card(adminAddress(world, shop), `${shop.name} – admin`, "The app as its merchant sees it, inside Shopify's admin."),
  card(storefrontAddress(world, shop), `${shop.name} – storefront`, "The shop's own website, with the tracking page in its theme."),
])}
${card(at.control, "Control", "Place and fulfil orders, send the next scan, move the clock, break a provider.")}
${card(at.mailbox, "Mailbox", `${world.mailbox.mails.all().length} mails so far, taken in over SMTP.`)}
${card(`${at.index}/requests`, "Requests and jobs", "What the app asked the carriers, and the webhooks it was sent.")}
${card(`${at.messages}/phone/`, "Phone", "Text messages.")}
${card(`${at.messages}/team/`, "Team inbox", "Slack messages and webhooks.")}
</div>
<section class="card" style="margin-top:1rem"><h2>In this world</h2><dl>${world.summary().map(({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`)}<dt>Its time</dt><dd>${instant(world.clock.now())}</dd></dl></section>`,
  });
}
