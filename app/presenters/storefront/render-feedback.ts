import { FEEDBACK_REASONS, MAX_COMMENT } from "~/domain/feedback/feedback";
import { boundedText } from "~/domain/tracking/text/bounded-text";

import { html, type SafeHtml } from "./html";
import { actionOf, type FeedbackReply, type HeadingLevel, type PageModel } from "./page-model";
import { hiddenFields } from "./render-look-up";
import type { FeedbackView } from "./view";
import { fill, type Words } from "./words";

export interface FeedbackParts {
  model: PageModel;
  shipmentId: string;
  token: string;
  given: FeedbackView;
  level: HeadingLevel;
  words: Words;
}

/** Asks how the delivery was, or shows what was said. Stars are five radio buttons with names. */
export function renderFeedback(parts: FeedbackParts): SafeHtml {
  const { model, shipmentId, given, level, words } = parts;
  const reply = model.feedback?.shipmentId === shipmentId ? model.feedback : null;
  const id = `mpt-fb-${shipmentId}`;
  return html`<section class="mpt-feedback" aria-labelledby="${id}">
<h${level} class="mpt-h mpt-h--small" id="${id}">${words.feedback.title}</h${level}>
${reply && renderReply(reply, words)}
${given.rating !== null && html`<p>${fill(words.feedback.given, { rating: given.rating })}</p>`}
${given.state !== "closed" && renderAsking(parts, reply?.kind === "refused" ? reply : null)}
</section>`;
}

function renderReply(reply: FeedbackReply, words: Words): SafeHtml {
  if (reply.kind === "saved") return html`<p class="mpt-notice mpt-notice--good" role="status" tabindex="-1" data-mpt-focus>${words.feedback.thanks}</p>`;
  return html`<p class="mpt-notice mpt-notice--bad" role="alert" tabindex="-1" data-mpt-focus>${words.feedback.problems[reply.problem]}</p>`;
}

/** What was given already is changed behind a button. */
function renderAsking(parts: FeedbackParts, draft: Extract<FeedbackReply, { kind: "refused" }> | null): SafeHtml {
  const form = renderForm(parts, draft);
  if (parts.given.state !== "given" || draft) return form;
  return html`<details class="mpt-earlier"><summary>${parts.words.feedback.change}</summary>${form}</details>`;
}

function renderForm({ model, shipmentId, token, given, words }: FeedbackParts, draft: Extract<FeedbackReply, { kind: "refused" }> | null): SafeHtml {
  const id = `mpt-fb-${shipmentId}`;
  const rating = draft ? draft.rating : String(given.rating ?? "");
  const reason = draft ? draft.reason : given.reason;
  const comment = draft ? boundedText(draft.comment, MAX_COMMENT * 2) : given.comment;
  return html`<form class="mpt-form" action="${actionOf(model)}/feedback" method="post" accept-charset="utf-8">
${hiddenFields(model)}<input type="hidden" name="t" value="${token}"><input type="hidden" name="shipment" value="${shipmentId}">
<fieldset class="mpt-rating">
<legend class="mpt-label">${words.feedback.rating}</legend>
<div class="mpt-stars">${words.feedback.stars.map((name, index) => renderStar(name, index + 1, rating === String(index + 1)))}</div>
</fieldset>
<div class="mpt-field">
<label class="mpt-label" for="${id}-reason">${words.feedback.reason}</label>
<select class="mpt-input" id="${id}-reason" name="reason"><option value="">${words.feedback.noReason}</option>${FEEDBACK_REASONS.map(
    (each) => html`<option value="${each}"${each === reason ? html` selected` : null}>${words.feedback.reasons[each]}</option>`,
  )}</select>
</div>
<div class="mpt-field">
<label class="mpt-label" for="${id}-comment">${words.feedback.comment}</label>
<textarea class="mpt-input" id="${id}-comment" name="comment" rows="3" maxlength="${MAX_COMMENT}" aria-describedby="${id}-help">
${comment ?? ""}</textarea>
<p class="mpt-help" id="${id}-help">${words.feedback.commentHelp}</p>
</div>
<button class="mpt-button" type="submit">${given.rating === null ? words.feedback.submit : words.feedback.change}</button>
</form>`;
}

function renderStar(name: string, value: number, checked: boolean): SafeHtml {
  return html`<label class="mpt-star"><input type="radio" name="rating" value="${value}" required${checked ? html` checked` : null}><svg class="mpt-star-icon" viewBox="0 0 24 24" width="32" height="32" aria-hidden="true" focusable="false"><path d="M12 2.6l2.9 5.9 6.5.9-4.7 4.6 1.1 6.5-5.8-3.1-5.8 3.1 1.1-6.5L2.6 9.4l6.5-.9z" /></svg><span class="mpt-star-name">${value} – ${name}</span></label>`;
}
