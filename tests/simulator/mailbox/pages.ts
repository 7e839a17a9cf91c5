import { html, type Markup } from "../control/html";
import { instant, page, type NavLink } from "../control/page";
import type { MailRecord } from "./mails";

/** The list, newest first; `query` matches address and subject. */
export function listPage(mails: readonly MailRecord[], nav: readonly NavLink[], query: string): string {
  const words = query.toLowerCase();
  const shown = [...mails].reverse().filter((mail) => `${mail.to.join(" ")} ${mail.subject}`.toLowerCase().includes(words)).slice(0, 300);
  return page({
    title: "Mailbox",
    lead: `${mails.length} mails taken in by the SMTP server. None leaves this machine.`,
    nav,
    here: "Mailbox",
    body: html`<form class="row" role="search"><label>Search address or subject<input name="q" value="${query}"></label><button>Search</button></form>
${shown.length === 0 ? html`<p class="empty">No mail here yet. Fulfil an order and send a scan from the control page.</p>` : html`<ul class="list">${shown.map(row)}</ul>`}`,
  });
}

function row(mail: MailRecord): Markup {
  return html`<li><a href="/mails/${mail.id}"><strong>${mail.subject === "" ? "(no subject)" : mail.subject}</strong><small class="soft">${instant(mail.at)}</small><span class="soft">to ${mail.to.join(", ")}</span></a></li>`;
}

/** One mail: its HTML in a frame that may run nothing, its text, and its head. */
export function mailPage(mail: MailRecord, nav: readonly NavLink[]): string {
  return page({
    title: mail.subject === "" ? "(no subject)" : mail.subject,
    nav,
    body: html`<p><a href="/">All mails</a></p>
<dl class="card"><dt>From</dt><dd>${mail.from}</dd><dt>To</dt><dd>${mail.to.join(", ")}</dd><dt>At</dt><dd>${instant(mail.at)}</dd></dl>
<h2 style="margin-top:1rem">As the shopper sees it</h2>
${mail.html === null ? html`<p class="empty">This mail has no HTML part.</p>` : html`<iframe class="mail" title="The mail" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/mails/${mail.id}/html"></iframe>`}
<h2 style="margin-top:1rem">Plain text</h2><pre>${mail.text ?? "(none)"}</pre>
<details style="margin-top:1rem"><summary>Message head</summary><pre>${mail.headers.map(([name, value]) => `${name}: ${value}\n`)}</pre></details>`,
  });
}
