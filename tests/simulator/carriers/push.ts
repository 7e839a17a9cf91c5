import type { ProviderCode } from "./carriers";
import type { TrackerAccount, TrackerAccounts, Tracker } from "./trackers";
import type { CarrierWorld } from "./world";

export interface Push {
  url: string;
  body: string;
  /** The signature alone, as it stands in its header. */
  sign: string;
  /** All headers of the provider, the signature's among them. */
  headers: Readonly<Record<string, string>>;
}

/** Sends what is due; gives the HTTP status, 0 when nobody answered. */
export type PushSender = (push: Push) => Promise<number>;

export const sendPush: PushSender = async ({ url, body, headers }) => {
  try {
    const answer = await fetch(url, { method: "POST", body, headers: { "content-type": "application/json", ...headers }, signal: AbortSignal.timeout(10_000) });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
};

const AT_ONCE = 6;

/** Deals with a list, some at once. */
export async function someAtOnce<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  let next = 0;
  const run = async () => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, run));
}

/** How an aggregator tells and signs. */
export interface PushDialect {
  provider: ProviderCode;
  /** Minutes before each further try, by the provider's documentation; after the last the push is dropped. */
  retryMinutes: readonly number[];
  /** The whole push about a number; null when there is nothing to tell. */
  bodyOf(account: TrackerAccount, tracker: Tracker): string | null;
  /** Header and value of the signature. */
  sign(body: string, secret: string): { header: string; value: string };
  /** What else stands in the head. */
  more?(body: string, secret: string, url: string): Readonly<Record<string, string>>;
}

/**
 * Tells every account by webhook what is new of its numbers: one push a number.
 * @returns how many pushes were sent
 */
export async function pushTrackers(world: CarrierWorld, accounts: TrackerAccounts, dialect: PushDialect, send: PushSender = sendPush): Promise<number> {
  if (world.faults.of(dialect.provider) === "silent_push") return 0;
  const due = accounts.all().flatMap((account) => (account.webhookUrl === null ? [] : account.trackers.filter((one) => isDue(world, one)).map((tracker) => ({ account, tracker }))));
  await someAtOnce(due, ({ account, tracker }) => pushOne(world, account, tracker, dialect, send));
  return due.length;
}

function revealedOf(world: CarrierWorld, tracker: Tracker): number {
  const shipment = world.book.find(tracker.number);
  return shipment ? world.book.revealed(shipment).length : 0;
}

function isDue(world: CarrierWorld, tracker: Tracker): boolean {
  return tracker.nextPushAt <= world.now() && revealedOf(world, tracker) > tracker.pushed;
}

async function pushOne(world: CarrierWorld, account: TrackerAccount, tracker: Tracker, dialect: PushDialect, send: PushSender): Promise<void> {
  const body = dialect.bodyOf(account, tracker);
  if (body === null || account.webhookUrl === null) return;
  const told = revealedOf(world, tracker);
  const { header, value } = dialect.sign(body, account.webhookSecret);
  const status = await send({ url: account.webhookUrl, body, sign: value, headers: { [header]: value, ...dialect.more?.(body, account.webhookSecret, account.webhookUrl) } });
  const wait = dialect.retryMinutes[tracker.tries];
  if ((status >= 200 && status < 300) || wait === undefined) {
    Object.assign(tracker, { pushed: told, tries: 0, nextPushAt: 0 });
    return;
  }
  tracker.tries += 1;
  tracker.nextPushAt = world.now() + wait * 60_000;
}
