import { html, type Markup, type Piece } from "./html";
import { style } from "./style";
import { Markup as Raw } from "./html";

/** A link of the head's row. */
export interface NavLink {
  label: string;
  href: string;
}

export interface PageOptions {
  title: string;
  lead?: string;
  nav: readonly NavLink[];
  /** The nav link that this page is. */
  here?: string;
  body: Piece;
  /** Small script of the page, ours alone. */
  script?: string;
}

/** A whole page of the simulator. */
export function page(options: PageOptions): string {
  const markup: Markup = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${options.title} · Milepost simulator</title><link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%232f5d4a'/%3E%3Cpath d='M8 3v10M8 4h4l1.5 1.5L12 7H8' stroke='white' stroke-width='1.6' fill='none'/%3E%3C/svg%3E">
<style>${new Raw(style)}</style></head><body>
<header class="top"><nav class="in" aria-label="Simulator"><strong>Milepost simulator</strong>${options.nav.map(
    (link) => html`<a href="${link.href}"${link.label === options.here ? new Raw(' aria-current="page"') : null}>${link.label}</a>`,
  )}</nav></header>
<main><h1>${options.title}</h1>${options.lead === undefined ? null : html`<p class="lead">${options.lead}</p>`}
${options.body}</main>${options.script === undefined ? null : html`<script>${new Raw(options.script)}</script>`}</body></html>`;
  return markup.text;
}

/** "24 Nov 2026, 08:15 UTC" for an instant. */
export function instant(at: number): string {
  return `${new Date(at).toLocaleString("en-GB", { timeZone: "UTC", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" })} UTC`;
}
