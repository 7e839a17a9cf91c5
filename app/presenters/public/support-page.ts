import type { Operator } from "~/domain/privacy/operator";

import { html } from "../storefront/html";
import { publicPage } from "./page";

/** Whom shops and shoppers turn to. */
export function supportPage(operator: Operator): Response {
  const { supportEmail, name, address } = operator;
  return publicPage(
    "Support",
    html`<p class="lead">Milepost follows orders’ parcels for shops on Shopify.</p>
<h2>For shops</h2>
${supportEmail === null
    ? html`<p>Turn to those who installed Milepost for your shop.</p>`
    : html`<p>Write to <a href="mailto:${supportEmail}">${supportEmail}</a>. It helps to say:</p>
<ul>
<li>the shop’s address at myshopify.com,</li>
<li>the number of the order or the tracking number,</li>
<li>what you expected, what you saw, and when.</li>
</ul>
<p>Please send no passwords, access tokens or customers’ data.</p>`}
<p>What is connected and what fails stands in the app itself, in <strong>Settings → Connections</strong>.</p>
<h2>For shoppers</h2>
<p>For questions about an order, a delivery or a refund, turn to the shop where you bought: it alone can change an order. What is done with your data is described in the <a href="/privacy">privacy policy</a>.</p>
${name !== null || address !== null
    ? html`<h2>Who runs this installation</h2>
<div class="card"><address>${[name, address].filter((each) => each !== null).join("\n")}</address></div>`
    : null}`,
  );
}
