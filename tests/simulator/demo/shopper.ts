import { formsOf, type PageForm } from "./html-form";
import type { PlannedFeedback } from "./plan";

/** A shopper with a browser: opens the storefront's tracking page, looks an order up, says how it went. */
export interface Shopper {
  /** The page with the order; null when the shop says it knows no such order. */
  lookUp(order: string, contact: string): Promise<string | null>;
  /** Leaves feedback on the first delivery that asks for it; false when none does. */
  leaveFeedback(order: string, contact: string, feedback: PlannedFeedback): Promise<boolean>;
}

/** Shoppers of one storefront; they all find the same form there. */
export function shoppersOf(storefront: string): (client: string) => Shopper {
  let form: Promise<PageForm | null> | null = null;
  return (client) => createShopper(storefront, client, () => (form ??= lookUpForm(storefront)));
}

async function lookUpForm(storefront: string): Promise<PageForm | null> {
  const answer = await fetch(new URL("/pages/track", storefront), { headers: { accept: "text/html" } });
  return formsOf(await answer.text()).find((one) => one.names.has("order") && one.names.has("contact")) ?? null;
}

/** @param client the address the shopper comes from, for the app's limits per address */
function createShopper(storefront: string, client: string, form: () => Promise<PageForm | null>): Shopper {
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

  async function lookUp(order: string, contact: string): Promise<string | null> {
    const found = await form();
    if (!found) return null;
    const fields = new URLSearchParams(found.fields);
    fields.set("order", order);
    fields.set("contact", contact);
    const page = await submit({ ...found, fields });
    return formsOf(page).some((one) => one.names.has("contact")) ? null : page;
  }

  return {
    lookUp,
    async leaveFeedback(order, contact, feedback) {
      const page = await lookUp(order, contact);
      const asked = page === null ? undefined : formsOf(page).find((one) => one.names.has("rating"));
      if (!asked) return false;
      asked.fields.set("rating", String(feedback.rating));
      asked.fields.set("reason", feedback.reason ?? "");
      asked.fields.set("comment", feedback.comment ?? "");
      await submit(asked);
      return true;
    },
  };
}
