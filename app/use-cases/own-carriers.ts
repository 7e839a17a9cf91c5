import { deleteOwnCarrier, insertOwnCarrier, lockShopCarriers, ownCarriers, updateOwnCarrier } from "~/db/shop-carriers.server";
import { readTemplate } from "~/domain/tracking/catalogue/own-tracking-url";
import { nameKeyOf, ownCode } from "~/domain/tracking/catalogue/shop-carriers";
import { boundedText, LONGEST } from "~/domain/tracking/text/bounded-text";

import type { UseCaseContext } from "./context";
import { refused, type FormResult } from "./form-result";

const MAX_NAME = 80;
/** More carriers of its own than this are no list that a shop keeps by hand. */
const MOST = 200;

/** What the form says; `code` is empty for a new carrier. */
export interface OwnCarrierForm {
  code: string;
  name: string;
  template: string;
}

/**
 * Adds a carrier of the shop's own, or changes one: its code stays. The shop's shipments whose tracking company is its
 * old or new name are resolved again in the background.
 */
export async function saveOwnCarrier(context: UseCaseContext, input: { shopId: string; form: OwnCarrierForm }): Promise<FormResult<{ code: string }>> {
  const read = readForm(input.form);
  if (!read.ok) return read;
  const { shopId } = input;
  const { name, template } = read;
  return context.db.transaction(async (tx) => {
    if (!(await lockShopCarriers(tx, shopId))) return refused("The shop has uninstalled the app.");
    const own = await ownCarriers(tx, shopId);
    const before = own.find((each) => each.code === input.form.code);
    if (input.form.code !== "" && !before) return refused("This carrier is not there any more.");
    if (own.some((each) => each !== before && nameKeyOf(each.name) === nameKeyOf(name))) return refused("You have a carrier of this name already.", "name");
    if (!before && own.length >= MOST) return refused(`At most ${MOST} carriers of your own.`);
    const code = before?.code ?? ownCode(name, own.map((each) => each.code));
    if (before) await updateOwnCarrier(tx, shopId, { code, name, template }, context.now());
    else await insertOwnCarrier(tx, shopId, { code, name, template }, context.now());
    const names = [...new Set([nameKeyOf(name), ...(before ? [nameKeyOf(before.name)] : [])])];
    await context.queue.send(tx, "resolve-carriers", { shopId, names, gone: [], after: null });
    return { ok: true, code };
  });
}

/** Removes an own carrier with the names that meant it; its shipments are resolved again as if it had never been. */
export async function removeOwnCarrier(context: UseCaseContext, input: { shopId: string; code: string }): Promise<boolean> {
  const { shopId, code } = input;
  return context.db.transaction(async (tx) => {
    if (!(await lockShopCarriers(tx, shopId))) return false;
    const known = (await ownCarriers(tx, shopId)).find((each) => each.code === code);
    if (!known) return false;
    const names = await deleteOwnCarrier(tx, shopId, code);
    await context.queue.send(tx, "resolve-carriers", { shopId, names: [...new Set([...names, nameKeyOf(known.name)])], gone: [code], after: null });
    return true;
  });
}

/** Every field that is wrong is named. A carrier may have no tracking page. */
function readForm(form: OwnCarrierForm): FormResult<{ name: string; template: string | null }> {
  const name = boundedText(form.name, LONGEST.typed).trim().replace(/\s+/gu, " ");
  const template = form.template.trim() === "" ? { template: null } : readTemplate(form.template);
  const errors: Record<string, string> = {};
  if (nameKeyOf(name) === "" || /\p{Cc}/u.test(name)) errors.name = "Enter the carrier's name.";
  else if (name.length > MAX_NAME) errors.name = `At most ${MAX_NAME} characters.`;
  if ("problem" in template) errors.template = template.problem;
  if ("problem" in template || Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, name, template: template.template };
}
