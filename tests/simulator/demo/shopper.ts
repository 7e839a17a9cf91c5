import { formsOf, type PageForm } from "./html-form";
import type { PlannedFeedback } from "./plan";

/** A shopper with a browser: opens the storefront's tracking page, looks an order up, says how it went. */
export interface Shopper {
  /** The page with the order; null when the shop says it knows no such order. */
  lookUp(order: string, contact: string): Promise<string | null>;
  /** Leaves feedback on the first delivery that asks for it; false when none does. */
  leaveFeedback(order: string, contact: string, feedback: PlannedFeedback): Promise<boolean>;
}

/** @param client the address the shopper comes from, for the app's limits per address */
export function createShopper(storefront: string, client: string): Shopper {
  async function submit(form: PageForm): Promise<string> {
    const url = new URL(form.action, storefront);
    if (form.method === "GET") for (const [name, value] of form.fields) url.searchParams.set(name, value);
    const answer = await fetch(url, {
      method: form.method,
      headers: { "x-simulated-client": client, accept: "text/html", "user-agent": "Mozilla/5.0 (demo shopper)" },
      ...(form.method === "POST" ? { body: form.fields } : {}),
      signal: AbortSignal.timeout(15_000),
    });
    return answer.text();
  }

  async function lookUpForm(): Promise<PageForm | null> {
    for (const path of ["/apps/track", "/pages/track"]) {
      const answer = await fetch(new URL(path, storefront), { headers: { "x-simulated-client": client, accept: "text/html", "user-agent": "Mozilla/5.0 (demo shopper)" } });
      const form = formsOf(await answer.text()).find((one) => one.names.has("order") && one.names.has("contact"));
      if (form) return form;
    }
    return null;
  }

  async function lookUp(order: string, contact: string): Promise<string | null> {
    const form = await lookUpForm();
    if (!form) return null;
    form.fields.set("order", order);
    form.fields.set("contact", contact);
    const page = await submit(form);
    return formsOf(page).some((one) => one.names.has("contact")) ? null : page;
  }

  return {
    lookUp,
    async leaveFeedback(order, contact, feedback) {
      const page = await lookUp(order, contact);
      const form = page === null ? undefined : formsOf(page).find((one) => one.names.has("rating"));
      if (!form) return false;
      form.fields.set("rating", String(feedback.rating));
      form.fields.set("reason", feedback.reason ?? "");
      form.fields.set("comment", feedback.comment ?? "");
      await submit(form);
      return true;
    },
  };
}
