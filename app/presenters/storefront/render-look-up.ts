import { html, type SafeHtml } from "./html";
import { actionOf, type PageModel } from "./page-model";
import type { Words } from "./words";

/** The look-up form: works by itself, posts so that nothing personal stands in an address. */
export function renderLookUp(model: PageModel, form: NonNullable<PageModel["form"]>, words: Words): SafeHtml {
  return html`<p class="mpt-intro">${words.form.intro}</p>
<form class="mpt-form" action="${actionOf(model)}" method="post" accept-charset="utf-8">
${hiddenFields(model)}
${field({ name: "order", label: words.form.order, help: words.form.orderHelp, error: form.missing.includes("order") ? words.form.orderMissing : null, value: form.order, autocomplete: "off", length: 64 })}
${field({ name: "contact", label: words.form.contact, help: words.form.contactHelp, error: form.missing.includes("contact") ? words.form.contactMissing : null, value: form.contact, autocomplete: "email", length: 254 })}
<button class="mpt-button" type="submit">${words.form.submit}</button>
</form>`;
}

/** What every form carries along: the language and what the merchant's block shows. */
export function hiddenFields(model: PageModel): SafeHtml {
  return html`<input type="hidden" name="locale" value="${model.language}"><input type="hidden" name="root" value="${model.root}"><input type="hidden" name="items" value="${model.shows.items ? 1 : 0}"><input type="hidden" name="feedback" value="${model.shows.feedback ? 1 : 0}">`;
}

interface Field {
  name: string;
  label: string;
  help: string;
  error: string | null;
  value: string;
  autocomplete: string;
  length: number;
}

function field({ name, label, help, error, value, autocomplete, length }: Field): SafeHtml {
  return html`<div class="mpt-field">
<label class="mpt-label" for="mpt-${name}">${label}</label>
<input class="mpt-input" id="mpt-${name}" name="${name}" type="text" value="${value}" maxlength="${length}" autocomplete="${autocomplete}" autocapitalize="none" spellcheck="false" required aria-describedby="mpt-${name}-help${error ? ` mpt-${name}-error` : ""}"${error ? html` aria-invalid="true"` : null}>
${error && html`<p class="mpt-error" id="mpt-${name}-error">${error}</p>`}
<p class="mpt-help" id="mpt-${name}-help">${help}</p>
</div>`;
}
