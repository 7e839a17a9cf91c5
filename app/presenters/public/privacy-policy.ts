import type { Operator } from "~/domain/privacy/operator";
import { RETENTION_KINDS, RETENTION_WORDS, type Retention } from "~/domain/privacy/retention";

import { html, type SafeHtml } from "../storefront/html";
import { publicPage } from "./page";

/** The privacy policy of an installation, made of what Milepost does and of the settings in force. */
export function privacyPolicyPage(operator: Operator, retention: Retention): Response {
  const runner = operator.name ?? "The operator of this installation";
  return publicPage(
    "Privacy policy",
    html`<p class="lead">What Milepost, an app for shops on Shopify, does with personal data, and for how long it keeps it.</p>
${responsible(operator, runner)}
${stored()}
<h2>What it is used for</h2>
<ul>
<li>To show shoppers where their order is, on the shop’s own pages, to those who know the order’s number and its e-mail address, phone number or postal code, or who have the link that the shop sent them.</li>
<li>To write to shoppers about their own order, where the shop has switched such messages on.</li>
<li>To show the shop’s staff what goes wrong with a shipment, and whom it concerns.</li>
</ul>
<p>It is not sold, not used for advertising, and not used to decide anything about a person automatically.</p>
${receivers(runner)}
${kept(retention)}
<h2>How it is protected</h2>
<p>Customers’ names, e-mail addresses, phone numbers and addresses are encrypted in the database (AES-256-GCM), as are access tokens, carriers’ credentials and uploaded files. They are found again by keyed hashes. Each time customer data is opened, who did and why is written down. Every shop sees its own data alone.</p>
<h2>Cookies</h2>
<p>Milepost’s pages for shoppers set no cookies. They load nothing from other companies but product pictures from Shopify and the shop’s own logo.</p>
<h2>Your rights</h2>
<p>You may ask to see your data, to have it corrected or deleted, to receive it in a form that a computer can read, and you may object to its use. Turn to the shop where you bought: it passes the request on through Shopify. Milepost then gathers everything that it keeps of you, or deletes it from your orders and everything that belongs to them, without anybody having to look for it. You may also complain to the data protection authority of your country.</p>
<p>A shop that has uninstalled Milepost is deleted whole as soon as Shopify asks for it, 48 hours after it was uninstalled.</p>
${contact(operator)}`,
  );
}

function responsible(operator: Operator, runner: string): SafeHtml {
  return html`<h2>Who is responsible</h2>
<p>The shop where you bought decides what your data is used for: it is the controller. ${runner} runs Milepost and processes the data on the shop’s behalf, as its processor.</p>
${operator.name !== null || operator.address !== null ? html`<div class="card"><address>${[operator.name, operator.address].filter((each) => each !== null).join("\n")}</address></div>` : null}`;
}

function stored(): SafeHtml {
  return html`<h2>What is stored</h2>
<ul>
<li><strong>Of an order, from Shopify:</strong> the customer’s name, e-mail address, phone number and shipping address, the language, the order’s number, items and tags, and its shipments with their tracking numbers.</li>
<li><strong>Of a shipment, from carriers:</strong> when and where it was scanned, and what the carrier says of it. Names of those who signed are left out where a carrier names them apart.</li>
<li><strong>From shoppers:</strong> a rating and a comment, where they leave one. What is typed to find an order is compared and not stored.</li>
<li><strong>Of messages:</strong> that one was sent, when, and its subject. Not its text, and not the address.</li>
<li><strong>Of the shop:</strong> its name, e-mail address and settings, the credentials of its carriers, files that it uploads, and which of its staff opened customer data, by Shopify’s number of the person.</li>
</ul>`;
}

function receivers(runner: string): SafeHtml {
  return html`<h2>Who receives it</h2>
<ul>
<li><strong>Carriers and tracking services</strong> that the shop has connected receive a shipment’s tracking number, the country it goes to and the day it was sent, and nothing of the customer.</li>
<li><strong>The mail server</strong> of this installation receives the messages to shoppers with their address.</li>
<li><strong>Shopify</strong> receives a shipment’s status. It is where the order comes from.</li>
<li><strong>${runner}</strong> and the company on whose servers this installation runs can technically reach the database.</li>
</ul>`;
}

function kept(retention: Retention): SafeHtml {
  return html`<h2>How long it is kept</h2>
<p>What is older is deleted by itself, once a day. Of an order remain then which parcel took how long, without anything that tells whose it was.</p>
<table>
<thead><tr><th scope="col">Data</th><th scope="col">Kept for</th></tr></thead>
<tbody>
${RETENTION_KINDS.map((kind) => html`<tr><th scope="row">${RETENTION_WORDS[kind]}</th><td>${retention[kind]} days</td></tr>
`)}<tr><th scope="row">Uploaded files that are not imported; others are deleted once they are</th><td>1 day</td></tr>
<tr><th scope="row">Rows of uploaded files that could not be imported</th><td>30 days</td></tr>
</tbody>
</table>
<p>Copies that are made of the database, to restore it after a failure, may hold data a little longer.</p>`;
}

function contact(operator: Operator): SafeHtml {
  const mail = operator.privacyEmail ?? operator.supportEmail;
  return html`<h2>Questions</h2>
${mail === null
    ? html`<p>Turn to the shop where you bought. A shop turns to those who installed Milepost for it.</p>`
    : html`<p>Turn to the shop where you bought, or write to <a href="mailto:${mail}">${mail}</a>.</p>`}`;
}
