import type { MailContent, RenderedMail } from "./mail-content";
import { renderHtml } from "./render-html";
import { renderText } from "./render-text";

/** A message in both of its forms. Pure; everything in it is escaped. */
export function renderMail(content: MailContent): RenderedMail {
  return { subject: content.subject, html: renderHtml(content), text: renderText(content) };
}
