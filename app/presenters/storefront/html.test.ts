import fc from "fast-check";
import { Liquid } from "liquidjs";
import { describe, expect, it } from "vitest";

import { escapeHtml, html, safeLink, SafeHtml } from "./html";

const liquid = new Liquid();

describe("markup", () => {
  it("escapes every value, and leaves markup of its own alone", () => {
    const name = `<img src=x onerror="alert('1')">`;
    expect(html`<p title="${name}">${name}${html`<b>${1}</b>`}${null}${false}${["<", html`<i></i>`]}</p>`.markup).toBe(
      `<p title="${escapeHtml(name)}">${escapeHtml(name)}<b>1</b>&lt;<i></i></p>`,
    );
    expect(escapeHtml(name)).not.toMatch(/[<>"'=]/);
  });

  it("leaves nothing that Liquid could run", () => {
    for (const hostile of ["{{ shop.email }}", "{% raw %}", "{%- liquid -%}", "{{'x'|append:'y'}}", "}} {{", "{\u0000{ 1 }}", "{%\u0000 assign"]) {
      expect(escapeHtml(hostile)).not.toMatch(/[{}%]/);
    }
  });

  it("comes out of Liquid as it went in, whatever the text", () => {
    const nasty = fc.array(fc.oneof(fc.constantFrom("{{", "}}", "{%", "%}", "{%-", "raw", "endraw", "<", ">", '"', "'", "&", "&#123;", " "), fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 12 });
    fc.assert(
      fc.property(nasty, (parts) => {
        const markup = html`<p class="${parts.join("")}">${parts.join("")}</p>`.markup;
        expect(liquid.parseAndRenderSync(markup)).toBe(markup);
      }),
    );
  });

  it("is made by html alone: an object that looks like it is text", () => {
    const pretender = { markup: "<script>" } as unknown as string;
    expect(html`${pretender}`.markup).not.toContain("<script>");
    expect(html`${new SafeHtml("<b>")}`.markup).toBe("<b>");
  });

  it.each([
    ["https://www.ups.com/track?tracknum=1Z", "https://www.ups.com/track?tracknum=1Z"],
    ["http://localhost:3000/a.svg", "http://localhost:3000/a.svg"],
    ["http://www.ups.com/track", null],
    ["javascript:alert(1)", null],
    ["data:text/html,x", null],
    ["https://user:pass@example.com/", null],
    ["//example.com", null],
    ["", null],
    [null, null],
  ])("reads %j as the link %j", (given, expected) => {
    expect(safeLink(given)).toBe(expected);
  });
});
