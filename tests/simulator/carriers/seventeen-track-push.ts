import { createHash } from "node:crypto";
import { sendPush, someAtOnce, type PushSender } from "./push";
import type { Registration, SeventeenAccount, SeventeenAccounts } from "./seventeen-track-accounts";
import { trackItem } from "./seventeen-track-item";
import type { CarrierWorld } from "./world";

/** 17TRACK tries again after 10, 30 and 60 minutes, then drops that push. */
const RETRY_MINUTES = [10, 30, 60];

/** The signature 17TRACK sends in the header `sign`: SHA-256 of the raw body, a slash and the key. */
export function signPush(body: string, key: string): string {
  return createHash("sha256").update(`${body}/${key}`).digest("hex");
}

/**
 * Tells every account by webhook what is new of its numbers: one push a number with all its events.
 * @returns how many pushes were sent
 */
export async function pushNews(world: CarrierWorld, accounts: SeventeenAccounts, send: PushSender = sendPush): Promise<number> {
  if (world.faults.of("17track") === "silent_push") return 0;
  const due = accounts.all().flatMap((account) =>
    account.webhookUrl === null ? [] : Object.values(account.registrations).filter((one) => isDue(world, one)).map((one) => ({ account, one })),
  );
  await someAtOnce(due, ({ account, one }) => push(world, account, one, send));
  return due.length;
}

function isDue(world: CarrierWorld, registration: Registration): boolean {
  if (registration.stopped || registration.nextPushAt > world.now()) return false;
  const shipment = world.book.find(registration.number);
  return shipment !== null && world.book.revealed(shipment).length > registration.pushed;
}

async function push(world: CarrierWorld, account: SeventeenAccount, registration: Registration, send: PushSender): Promise<void> {
  const shipment = world.book.find(registration.number);
  if (!shipment || account.webhookUrl === null) return;
  const scans = world.book.revealed(shipment);
  const jumbled = world.faults.of("17track") === "out_of_order";
  const body = JSON.stringify({ event: "TRACKING_UPDATED", data: trackItem(shipment, scans, world.now(), { tag: registration.tag, jumbled }) });
  const sign = signPush(body, account.key);
  const status = await send({ url: account.webhookUrl, body, sign, headers: { sign } });
  const wait = RETRY_MINUTES[registration.tries];
  if (status === 200 || wait === undefined) {
    registration.pushed = scans.length;
    registration.tries = 0;
    registration.nextPushAt = 0;
    return;
  }
  registration.tries += 1;
  registration.nextPushAt = world.now() + wait * 60_000;
}
