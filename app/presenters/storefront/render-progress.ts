import { html, type SafeHtml } from "./html";
import { icon } from "./icons";
import type { ShipmentView } from "./view";
import type { Words } from "./words";

/** The steps as a list: the same to the eye and to a screen reader, which hears each step's state in words. */
export function renderProgress(steps: ShipmentView["steps"], words: Words): SafeHtml {
  return html`<ol class="mpt-steps" role="list" aria-label="${words.progress.label}">
${steps.map(
  (step) => html`<li class="mpt-step mpt-step--${step.state}"${step.state === "current" || step.state === "problem" ? html` aria-current="step"` : null}>
<span class="mpt-dot" aria-hidden="true">${step.state === "done" ? icon("check") : step.state === "problem" ? icon("alert") : null}</span>
<span class="mpt-step-text"><span class="mpt-step-label">${step.label}</span><span class="mpt-sr"> (${step.stateLabel})</span>${step.when && html` <span class="mpt-step-when">${step.when}</span>`}</span>
</li>
`,
)}</ol>`;
}
