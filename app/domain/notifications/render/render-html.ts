import { fontStack, readableOn } from "~/domain/settings/brand";

import { html, SafeHtml, webAddress } from "./escape";
import type { MailContent, MailItem } from "./mail-content";
import { GROUND, INK, LINE, MAIL_STYLE, REST, SOFT } from "./mail-style";

/** The message as an HTML document: tables 600 px wide, inline style, readable with images off and in the dark. */
export function renderHtml(content: MailContent): string {
  const font = fontStack(content.brand.font);
  return html`<!doctype html>
<html lang="${content.locale}" xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="x-apple-disable-message-reformatting">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${content.subject}</title>
<style>${new SafeHtml(MAIL_STYLE)}</style>
</head>
<body class="ground" style="margin:0;padding:0;background:${GROUND};font-family:${font}">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${content.preview}${new SafeHtml("&#8199;&#847; ".repeat(40))}</div>
<table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" style="background:${GROUND}"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" class="card" width="600" cellpadding="0" cellspacing="0" style="width:600px;max-width:600px;background:#ffffff;border-radius:12px;overflow:hidden">
<tr><td height="6" style="height:6px;line-height:6px;font-size:0;background:${content.brand.color}">&nbsp;</td></tr>
<tr><td class="pad" style="padding:28px 40px 0">${brandPart(content)}</td></tr>
<tr><td class="pad" style="padding:24px 40px 0">
<h1 class="title ink" style="margin:0 0 16px;font-size:28px;line-height:1.2;font-weight:700;color:${INK}">${content.heading}</h1>
${progressPart(content)}
${paragraph(content.greeting)}
${content.paragraphs.map(paragraph)}
${content.expected !== null && html`<p class="ink" style="margin:0 0 16px;font-size:18px;line-height:1.4;font-weight:600;color:${INK}">${content.expected}</p>`}
</td></tr>
<tr><td class="pad" style="padding:8px 40px 28px">${buttonPart(content)}${numberPart(content)}</td></tr>
${itemsPart(content)}
<tr><td class="pad line" style="padding:20px 40px 28px;border-top:1px solid ${LINE}">
${content.question && questionPart(content.question)}
<p class="soft" style="margin:0;font-size:13px;line-height:1.5;color:${SOFT}">${content.footer}</p>
</td></tr>
</table>
</td></tr></table>
</body>
</html>`.text;
}

function brandPart({ brand }: MailContent): SafeHtml {
  const logo = webAddress(brand.logoUrl);
  if (logo) return html`<img src="${logo}" alt="${brand.shopName}" height="40" style="height:40px;max-width:220px;font-size:20px;font-weight:700;color:${INK}">`;
  return html`<p class="ink" style="margin:0;font-size:20px;line-height:1.3;font-weight:700;color:${INK}">${brand.shopName}</p>`;
}

function paragraph(text: string): SafeHtml {
  return html`<p class="ink" style="margin:0 0 14px;font-size:16px;line-height:1.55;color:${INK}">${text}</p>`;
}

function progressPart({ progress, brand }: MailContent): SafeHtml | null {
  if (!progress) return null;
  const width = `${Math.floor(100 / progress.steps.length)}%`;
  const cells = progress.steps.map((label, index) => {
    const done = index < progress.done;
    return html`<td width="${width}" valign="top" style="padding:0 3px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td ${done ? null : html`class="rest"`} height="6" style="height:6px;line-height:6px;font-size:0;border-radius:3px;background:${done ? brand.color : REST}">&nbsp;</td></tr></table>
<p class="${done ? "ink" : "soft"}" style="margin:6px 0 0;font-size:12px;line-height:1.3;font-weight:${done ? 600 : 400};color:${done ? INK : SOFT}">${label}</p></td>`;
  });
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 20px"><tr>${cells}</tr></table>`;
}

function buttonPart({ button, brand }: MailContent): SafeHtml | null {
  const url = webAddress(button.url);
  if (!url) return null;
  return html`<table role="presentation" cellpadding="0" cellspacing="0"><tr><td align="center" bgcolor="${brand.color}" style="border-radius:8px;background:${brand.color}">
<a href="${url}" style="display:inline-block;padding:14px 28px;font-size:16px;line-height:1.2;font-weight:600;color:${readableOn(brand.color)};text-decoration:none;border-radius:8px">${button.label}</a></td></tr></table>`;
}

function numberPart({ number }: MailContent): SafeHtml | null {
  if (!number) return null;
  return html`<p class="soft" style="margin:16px 0 0;font-size:14px;line-height:1.5;color:${SOFT}">${number.label}: <span class="ink" style="color:${INK};word-break:break-all">${number.value}</span></p>`;
}

function itemsPart({ items }: MailContent): SafeHtml | null {
  if (!items) return null;
  return html`<tr><td class="pad line" style="padding:20px 40px;border-top:1px solid ${LINE}">
<h2 class="ink" style="margin:0 0 12px;font-size:16px;line-height:1.3;font-weight:700;color:${INK}">${items.heading}</h2>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0">${items.lines.map(itemRow)}</table>
${items.more !== null && html`<p class="soft" style="margin:4px 0 0;font-size:14px;line-height:1.5;color:${SOFT}">${items.more}</p>`}
</td></tr>`;
}

function itemRow(item: MailItem): SafeHtml {
  const picture = webAddress(item.imageUrl);
  return html`<tr><td width="64" valign="top" style="width:64px;padding:0 16px 12px 0">${
    picture
      ? html`<img src="${picture}" alt="" width="64" height="64" style="width:64px;height:64px;object-fit:cover;border-radius:8px">`
      : html`<div class="rest" style="width:64px;height:64px;border-radius:8px;background:${REST}"></div>`
  }</td><td valign="middle" style="padding:0 0 12px">
<p class="ink" style="margin:0;font-size:15px;line-height:1.4;font-weight:600;color:${INK}">${item.title}</p>
<p class="soft" style="margin:2px 0 0;font-size:14px;line-height:1.4;color:${SOFT}">${item.variant !== null && html`${item.variant} · `}${item.quantity}</p></td></tr>`;
}

function questionPart({ text, email }: NonNullable<MailContent["question"]>): SafeHtml {
  const [before = "", ...after] = text.split(email);
  const link = html`<a class="ink" href="mailto:${encodeURIComponent(email).replace("%40", "@")}" style="color:${INK}">${email}</a>`;
  return html`<p class="soft" style="margin:0 0 8px;font-size:14px;line-height:1.5;color:${SOFT}">${before}${link}${after.join(email)}</p>`;
}
