import { createHash } from "node:crypto";
import type { Registration, SeventeenAccount, SeventeenAccounts } from "./seventeen-track-accounts";
import { trackItem } from "./seventeen-track-item";
import type { CarrierWorld } from "./world";

/** 17TRACK tries again after 10, 30 and 60 minutes, then drops that push. */
const RETRY_MINUTES = [10, 30, 60];
const AT_ONCE = 6;

/** The signature 17TRACK sends in the header `sign`: SHA-256 of the raw body, a slash and the key. */
export function signPush(body: string, key: string): string {
  return createHash("sha256").update(`${body}/${key}`).digest("hex");
}

export interface Push {
  url: string;
  body: string;
  sign: string;
}

/** Sends what is due; gives the HTTP status, 0 when nobody answered. */
export type PushSender = (push: Push) => Promise<number>;

export const sendPush: PushSender = async ({ url, body, sign }) => {
  try {
    const answer = await fetch(url, { method: "POST", body, headers: { "content-type": "application/json", sign }, signal: AbortSignal.timeout(10_000) });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
};

/**
 * Tells every account by webhook what is new of its numbers: one push a number with all its events.
 * @returns how many pushes were sent
 */
export async function pushNews(world: CarrierWorld, accounts: SeventeenAccounts, send: PushSender = sendPush): Promise<number> {
  if (world.faults.of("17track") === "silent_push") return 0;
  const due = accounts.all().flatMap((account) =>
    account.webhookUrl === null ? [] : Object.values(account.registrations).filter((one) => isDue(world, one)).map((one) => ({ account, one })),
  );
  let next = 0;
  const work = async () => {
    for (let job = due[next++]; job; job = due[next++]) await push(world, job.account, job.one, send);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, due.length) }, work));
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
  const status = await send({ url: account.webhookUrl, body, sign: signPush(body, account.key) });
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
