import { trimEndOf } from "~/domain/tracking/text/bounded-text";

/** How a provider comes to push: see integrations/carriers/push-port. */
export interface PushDescription {
  accountPush?: { wanted(credentials: Readonly<Record<string, string>>): string | null };
  subscription?: { wanted(credentials: Readonly<Record<string, string>>): boolean; life?: object };
}

/** What stands of a connection's subscriptions. */
export interface PushRow {
  pushId: string | null;
  pushProblem: string | null;
}

/**
 * Whether Milepost has set the pushes up itself, so that no address is to be pasted, and how that stands: a sentence for
 * the merchant. Null where the merchant sets them up at the provider.
 */
export function presentPush(provider: PushDescription, row: PushRow, credentials: Readonly<Record<string, string>>): { sentence: string; failing: boolean } | null {
  const account = (provider.accountPush?.wanted(credentials) ?? null) !== null;
  const numbers = provider.subscription?.life !== undefined && provider.subscription.wanted(credentials);
  if (row.pushProblem) {
    const reason = `${trimEndOf(row.pushProblem, ". \t\r\n")}.`;
    const what = account && !row.pushId ? "The subscription could not be made" : numbers ? "Shipments could not be subscribed" : "A subscription could not be ended";
    return { sentence: `${what}: ${reason} It is tried again by itself.`, failing: true };
  }
  if (account) return { sentence: row.pushId ? "Subscribed by Milepost; looked after once a day" : "The subscription is being made", failing: false };
  return numbers ? { sentence: "Each shipment is subscribed by Milepost", failing: false } : null;
}
