import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";

import { useToast, type ActionAnswer } from "./use-toast";

/** A form in a dialog, as its parts see it. */
export interface DialogForm {
  /** What is wrong, by the field's name; "" is what belongs to no field. Empty while the form is sent. */
  errors: Readonly<Record<string, string>>;
  sending: boolean;
  /** Posts the values; one that is under way is given up for the new one. */
  send(values: Readonly<Record<string, string>>): void;
}

/**
 * Sends a dialog's form without leaving the page. The answer's sentence is shown as a toast; the dialog closes when the
 * answer is good, and stays open with what was typed when it is not.
 * @param onClose called once, when the answer has come and the page's data has been read anew
 * @param options.action where the form is posted to; the page's own address when it is not said
 * @param options.closesAlways closes on a refusal too: for a question without fields, which can say nothing more
 */
export function useDialogForm(onClose: () => void, options: { action?: string; closesAlways?: boolean } = {}): DialogForm {
  const { action, closesAlways = false } = options;
  const fetcher = useFetcher<ActionAnswer>();
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  useToast(fetcher.data);
  const done = answer !== undefined && (closesAlways || answer.ok);
  useEffect(() => {
    if (done) onClose();
  }, [done, onClose]);
  return {
    errors: answer && !answer.ok ? (answer.errors ?? {}) : {},
    sending: fetcher.state !== "idle",
    send: (values) => fetcher.submit({ ...values }, { method: "post", action }),
  };
}
