import { createHash } from "node:crypto";

import { html, type SafeHtml } from "../storefront/html";

/** The style of the public pages, as of the landing page. */
const STYLE = `body{margin:0;background:#f6f6f4;color:#1f2328;font:17px/1.6 Inter,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:break-word}
main{max-width:44rem;margin:0 auto;padding:3rem 1.5rem 4rem}
header a{display:inline-flex;align-items:center;gap:.5rem;color:#0b6e4f;font-weight:600;text-decoration:none}
header svg{width:1.75rem;height:1.75rem}
h1{margin:1.5rem 0 .5rem;font-size:2rem;line-height:1.2;letter-spacing:-.02em}
h2{margin:2.5rem 0 .5rem;font-size:1.25rem;line-height:1.3}
.lead{margin:0;font-size:1.125rem;color:#4a5159}
ul{margin:.5rem 0;padding-left:1.25rem}
li{margin:.25rem 0}
a{color:#0b6e4f}
a:focus-visible{outline:2px solid #0b6e4f;outline-offset:2px;border-radius:2px}
address{font-style:normal;white-space:pre-line}
.card{margin:1rem 0 0;padding:1rem 1.25rem;border-radius:.75rem;background:#fff;box-shadow:0 1px 2px rgb(0 0 0/8%)}
.card p{margin:.25rem 0}
table{width:100%;margin:.5rem 0;border-collapse:collapse}
th,td{padding:.5rem 0;border-top:1px solid #e3e3df;text-align:left;vertical-align:top;font-weight:400}
thead th{border-top:0;font-weight:600}
tr>:last-child{width:6.5rem;padding-left:1rem;white-space:nowrap}
footer{margin-top:3rem;padding-top:1rem;border-top:1px solid #e3e3df;color:#4a5159}
footer a{margin-right:1.25rem}`;

/** The page holds its one style and nothing else that is loaded or run; the style is named by its hash. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "content-security-policy": POLICY,
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
} as const;

/** A page for everybody, of headings and text: no script, nothing loaded, no cookie. */
export function publicPage(title: string, content: SafeHtml): Response {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title} · Milepost</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
`.markup + `<style>${STYLE}</style>\n` + html`</head>
<body>
<main>
<header><a href="/"><svg viewBox="0 0 32 32" aria-hidden="true"><path d="M16 2a10 10 0 0 0-10 10c0 7 10 18 10 18s10-11 10-18A10 10 0 0 0 16 2Zm0 14a4 4 0 1 1 0-8 4 4 0 0 1 0 8Z" fill="currentColor"/></svg>Milepost</a></header>
<h1>${title}</h1>
${content}
<footer><a href="/">Milepost</a><a href="/privacy">Privacy policy</a><a href="/support">Support</a></footer>
</main>
</body>
</html>
`.markup;
  return new Response(page, { headers: HEADERS });
}
