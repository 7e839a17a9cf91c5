import { PROVIDERS, type ProviderCode } from "../carriers/carriers";
import { simCarriers } from "../carriers/carriers";
import { FAULT_KINDS, faultWords } from "../carriers/faults";
import { JOURNEY_KINDS, type JourneyKind } from "../carriers/journeys";
import { MAIL_FAULTS } from "../mailbox/smtp";
import { shopperCountries } from "../demo/people";
import { demoShops } from "../demo/shops";
import type { DemoWorld } from "../demo/world";
import { THEMES, themeWords } from "../storefront/themes";
import { html, Markup, type Piece } from "./html";
import { navLinks } from "./nav";
import { orderRows, type OrderRow } from "./order-rows";
import { instant, page } from "./page";

export const journeyWords: Readonly<Record<JourneyKind, string>> = {
  normal: "usual, three days", fast: "fast, next day", weather_delay: "held up by weather", customs_hold: "held by customs", failed_attempt: "nobody home, then delivered",
  pickup: "collected at a shop", pickup_waiting: "waits at a shop", returned: "comes back", returning: "on its way back", lost: "gets lost", label_only: "label, never handed over",
  late_pickup: "handed over late", long_silence: "silent for days, then arrives", stuck: "stops moving", mis_scan: "said delivered by mistake", neighbour: "left with a neighbour",
  refused: "refused at the door", expired: "given up by the aggregator", unknown_number: "number nobody knows",
};

const PROVIDER_NAMES: Readonly<Record<ProviderCode, string>> = { ups: "UPS", usps: "USPS", fedex: "FedEx", dhl: "DHL", royal_mail: "Royal Mail", "17track": "17TRACK", aftership: "AfterShip", easypost: "EasyPost" };

function options(list: readonly (readonly [string, string])[], chosen?: string): Piece {
  return list.map(([value, label]) => html`<option value="${value}"${value === chosen ? new Markup(" selected") : null}>${label}</option>`);
}

/** The page from which the world is moved. */
export function controlPage(world: DemoWorld, said: string | null, query: string): string {
  const rows = orderRows(world, query);
  return page({
    title: "Control",
    lead: "Whatever is done here reaches the app through the same doors as in the real world.",
    nav: navLinks(world.ports),
    here: "Control",
    body: html`
${said === null || said === "" ? null : html`<p class="note" role="status">${said}</p>`}
<div class="grid">
<section class="card" aria-labelledby="clock"><h2 id="clock">Clock</h2><p><strong id="now">${instant(world.clock.now())}</strong><br><span class="soft"><span id="jobs">?</span> jobs under way</span></p>
<form class="row" method="post" action="/control/clock">${([[1, "1 hour"], [6, "6 hours"], [24, "1 day"], [72, "3 days"]] as const).map(([hours, label]) => html`<button name="hours" value="${hours}">+ ${label}</button>`)}</form>
<form class="row" method="post" action="/control/clock"><label>Hours<input name="hours" type="number" min="1" max="2000" value="12"></label><button class="plain">Move on</button></form></section>
<section class="card" aria-labelledby="order"><h2 id="order">Place an order</h2>
<form class="row" method="post" action="/control/order"><label>Shop<select name="shop">${options(demoShops.map((shop) => [shop.key, shop.name]))}</select></label>
<label>To<select name="country">${options(shopperCountries.map((country) => [country, country]))}</select></label>
<label>Channel<select name="channel">${options([["online_store", "Online Store"], ["amazon", "Amazon"], ["tiktok_shop", "TikTok Shop"]])}</select></label>
<label>E-mail<input name="email" type="email" placeholder="made up if empty"></label><button>Place it</button></form></section>
<section class="card" aria-labelledby="themes"><h2 id="themes">Themes</h2>
${demoShops.map((shop) => html`<form class="row" method="post" action="/control/theme"><input type="hidden" name="shop" value="${shop.key}"><label>${shop.name}<select name="theme">${options(THEMES.map((theme) => [theme, themeWords[theme]]), world.publishedTheme(shop))}</select></label><button class="plain">Publish</button></form>`)}</section>
<section class="card wide" aria-labelledby="break"><h2 id="break">Break and mend</h2><div class="grid">
${PROVIDERS.map((provider) => faultForm(provider, PROVIDER_NAMES[provider], FAULT_KINDS.map((kind) => [kind, faultWords[kind]]), world.carriers.faults.of(provider)))}
${faultForm("mail", "Mail server", MAIL_FAULTS.map((kind) => [kind, { busy: "Puts mails off (451)", refusing: "Refuses addresses (550)", slow: "Takes 3 seconds" }[kind]]), world.mailbox.fault())}
${faultForm("webhooks", "Shopify's webhooks", [["duplicate", "Each comes twice"], ["drop", "Half are lost"], ["reorder", "In another order"], ["delay", "Two seconds late"]], world.webhookFault())}
${faultForm("sms", "Text messages", [["opted_out", "Recipient opted out"], ["failing", "Answers 503"]], world.phone.fault())}
${faultForm("slack", "Team inbox", [["failing", "Answers 500"], ["gone", "Channel archived"], ["rate_limited", "Answers 429"]], world.team.fault())}</div>
</section>
<section class="card wide" aria-labelledby="orders"><h2 id="orders">Orders</h2>
<form class="row" role="search"><label>Order, name or tracking number<input name="q" value="${query}"></label><button class="plain">Find</button></form>
${rows.length === 0 ? html`<p class="empty">No order fits.</p>` : rows.map(orderCard)}</section></div>`,
    script: `const f=async()=>{try{const s=await(await fetch("/control/status")).json();document.getElementById("now").textContent=s.now;document.getElementById("jobs").textContent=s.pending===null?"?":s.pending}catch{}};f();setInterval(f,2000);addEventListener("submit",e=>{if(e.target.method==="post")for(const b of e.target.querySelectorAll("button"))setTimeout(()=>b.disabled=true)})`,
  });
}

function faultForm(target: string, name: string, kinds: readonly (readonly [string, string])[], current: string | null): Markup {
  return html`<form class="row" method="post" action="/control/fault"><input type="hidden" name="target" value="${target}"><label><span>${name} ${current === null ? html`<span class="badge">fine</span>` : html`<span class="badge bad">broken</span>`}</span><select name="kind">${options([["", "Works as it should"], ...kinds], current ?? "")}</select></label><button class="plain">Set</button></form>`;
}

function orderCard(row: OrderRow): Markup {
  return html`<article style="border-top:1px solid var(--line);padding:.7rem 0"><p><strong>${row.name}</strong> ${row.customer} <span class="badge${row.open ? new Markup(" wait") : null}">${row.state}</span> <small class="soft">${row.shop.name} · ${instant(row.placedAt)} · ${row.destination}</small></p>
${row.parcels.map((parcel) => html`<form class="row" method="post" action="/control/scan"><input type="hidden" name="number" value="${parcel.number}"><p style="flex:1 1 14rem;margin:0"><strong>${parcel.company}</strong> <code>${parcel.number}</code><br><span class="soft">${parcel.last}</span></p>${parcel.next === null ? html`<span class="badge">no scans left</span>` : html`<button class="plain">Next scan: ${parcel.next}</button>`}</form>`)}
${row.open ? html`<form class="row" method="post" action="/control/fulfil"><input type="hidden" name="shop" value="${row.shop.key}"><input type="hidden" name="order" value="${row.id}"><label>Carrier<select name="carrier">${options(simCarriers.map((carrier) => [carrier.code, carrier.company]))}</select></label><label>Journey<select name="journey">${options(JOURNEY_KINDS.map((kind) => [kind, journeyWords[kind]]))}</select></label><button>Fulfil</button><button class="plain" formaction="/control/cancel">Cancel</button></form>` : null}</article>`;
}
