import { launchAddress } from "../auth/launch";
import { eventsOf, fulfillmentOrdersOf, fulfillmentsOf, returnsOf } from "../store/find";
import { compareIds } from "../store/ids";
import { shopSeconds } from "../store/instants";
import { decimal } from "../store/money";
import { displayFulfillmentStatus, total } from "../store/totals";
import type { Order, ShopState } from "../store/records";
import type { World } from "../world";
import type { Html } from "./html";
import { html } from "./html";

/** One page of the simulated admin. */
function page(world: World, state: ShopState, title: string, content: Html, attributes: Html = html``): string {
  const { handle, name } = state.shop;
  const store = `/store/${handle}`;
  const others = Object.values(world.store.shops).filter((one) => one !== state);
  const app = `${store}/apps/${world.config.handle}`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${name}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/admin-assets/shell.css" />
      </head>
      <body data-store="${handle}" ${attributes}>
        <header class="top">
          <strong>simulated admin</strong>
          <span>${name} ${others.map((one) => html`· <a href="/store/${one.shop.handle}/apps/${world.config.handle}">${one.shop.name}</a> `)}</span>
        </header>
        <nav class="side" aria-label="Admin">
          <a href="${store}">Home</a>
          <a href="${store}/orders">Orders</a>
          <h2>Apps</h2>
          <a href="${app}">${world.config.name}</a>
          <div id="app-nav"></div>
        </nav>
        ${content}
      </body>
    </html>`.text;
}

/** The app within the admin. @param path of the app, with its query */
export function appPage(world: World, state: ShopState, path: string): string {
  const { config } = world;
  const base = `/store/${state.shop.handle}/apps/${config.handle}`;
  const content = html`<main>
      <div id="loading" hidden></div>
      <div class="bar"><h1 id="title">${config.name}</h1><div id="title-actions"></div></div>
      <div class="bar" id="save-bar" role="region" aria-label="Unsaved changes" hidden><span>Unsaved changes</span><div id="save-bar-actions"></div></div>
      <iframe title="${config.name}" name="app-iframe" data-src="${launchAddress(world, state, path)}" allow="clipboard-write"></iframe>
      <dialog id="leave">
        <form method="dialog">
          <h2>Leave page with unsaved changes?</h2>
          <p>Leaving this page deletes all unsaved changes.</p>
          <button value="stay">Stay</button> <button value="leave" class="primary">Leave page</button>
        </form>
      </dialog>
      <div id="toasts" aria-live="polite"></div>
    </main>
    <script src="/admin-assets/shell.js"></script>`;
  return page(world, state, config.name, content, html`data-base="${base}" data-app-origin="${new URL(world.appUrl()).origin}"`);
}

/** What Shopify shows in place of an app that newly requires scopes: nothing changes until the merchant approves. */
export function approvalPage(world: World, state: ShopState, pending: readonly string[]): string {
  const app = `/store/${state.shop.handle}/apps/${world.config.handle}`;
  return page(
    world,
    state,
    `Update ${world.config.name}`,
    html`<main><article>
      <h1>${world.config.name} needs new permissions</h1>
      <ul>${pending.map((scope) => html`<li>${scope}</li>`)}</ul>
      <p><a href="${app}?approve=1">Update</a></p>
    </article></main>`,
  );
}

export function homePage(world: World, state: ShopState): string {
  const installed = state.shop.installation !== null;
  return page(
    world,
    state,
    "Home",
    html`<main><article>
      <h1>${state.shop.name}</h1>
      <p>${state.shop.domain} · ${state.shop.plan} · ${state.shop.timeZone} · ${Object.keys(state.orders).length} orders</p>
      <p>${world.config.name} is ${installed ? "installed" : "not installed; opening it installs it"}.</p>
    </article></main>`,
  );
}

export function ordersPage(world: World, state: ShopState): string {
  const newest = Object.values(state.orders).sort((left, right) => right.createdAt - left.createdAt || compareIds(right.id, left.id)).slice(0, 100);
  const row = (order: Order): Html =>
    html`<tr><td><a href="/store/${state.shop.handle}/orders/${order.id}">${order.name}</a></td><td>${shopSeconds(order.createdAt, state.shop.timeZone)}</td><td>${order.channel.channelName}</td><td>${displayFulfillmentStatus(state, order)}</td><td>${decimal(total(order), order.currency)} ${order.currency}</td></tr>`;
  return page(world, state, "Orders", html`<main><article><h1>Orders</h1><table><thead><tr><th>Order</th><th>Date</th><th>Channel</th><th>Fulfillment</th><th>Total</th></tr></thead><tbody>${newest.map(row)}</tbody></table></article></main>`);
}

export function orderPage(world: World, state: ShopState, order: Order): string {
  const address = order.shippingAddress;
  const fulfillments = fulfillmentsOf(state, order).map(
    (one) => html`<h3>${one.name} · ${one.status}</h3>
      <ul>${one.tracking.map((each) => html`<li>${each.company} ${each.number}</li>`)}</ul>
      <table><tbody>${eventsOf(state, one).map((event) => html`<tr><td>${shopSeconds(event.happenedAt, state.shop.timeZone)}</td><td>${event.status}</td><td>${event.message}</td><td>${event.city}</td></tr>`)}</tbody></table>`,
  );
  return page(
    world,
    state,
    order.name,
    html`<main><article>
      <h1>${order.name}</h1>
      <p>${order.channel.channelName} · ${order.financialStatus} · ${displayFulfillmentStatus(state, order)} ${order.cancelledAt === null ? "" : "· cancelled"} · ${order.tags.join(", ")}</p>
      <p>${address?.firstName} ${address?.lastName}, ${address?.city} ${address?.countryCode}</p>
      <ul>${order.lineItems.map((item) => html`<li>${item.currentQuantity} × ${item.title} ${item.variantTitle}</li>`)}</ul>
      <h2>Fulfillments</h2>${fulfillments}
      <h2>Fulfillment orders</h2>
      <ul>${fulfillmentOrdersOf(state, order).map((one) => html`<li>${one.status} · ${state.locations[one.locationId]?.name}</li>`)}</ul>
      <h2>Returns</h2>
      <ul>${returnsOf(state, order).map((one) => html`<li>${one.name} · ${one.status}</li>`)}</ul>
    </article></main>`,
  );
}

/** A page of the admin that exists at Shopify and not here. */
export function elsewherePage(world: World, state: ShopState, path: string): string {
  return page(world, state, "Elsewhere", html`<main><article><h1>Not simulated</h1><p>At Shopify, ${path} would be open now.</p></article></main>`);
}
