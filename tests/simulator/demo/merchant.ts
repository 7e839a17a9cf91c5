import type { AdminClient } from "./admin-client";
import { formsOf } from "./html-form";

const EXCEPTIONS_PATH = "/app/exceptions";

/** The merchant deals with every third of the open exceptions, on the app's own page. @returns how many */
export async function resolveSome(admin: AdminClient): Promise<number> {
  const forms = formsOf(await admin.get(EXCEPTIONS_PATH)).filter((form) => form.method === "POST" && form.names.has("id"));
  const chosen = forms.filter((_, index) => index % 3 === 2);
  for (const form of chosen) await admin.post(EXCEPTIONS_PATH, Object.fromEntries(form.fields));
  return chosen.length;
}
