import type { Tx } from "./database.server";

/** How much of one shop may be under way at once: so many rounds of so many shipments. */
export const ROUND_SIZE = 100;
export const ROUNDS_PER_SHOP = 2;

/** Shipments under way of all shops: more would wait in the queue, where nobody is fair to anybody. */
const MOST_UNDER_WAY = 20_000;

/** A batch of one shop's shipments to ask for; `endRound` says that it is done. */
export interface PollRound {
  id: string;
  shopId: string;
  shipmentIds: string[];
}

/**
 * Takes shipments whose source is due to be asked, fairly: shops stand in a line (`poll_turn`), each takes its turn
 * with its most overdue shipments and goes to the back when more of it is due. A shop with two rounds under way waits
 * until one is done, so that 100,000 due shipments of a slow provider hold up nobody else's ten.
 *
 * Cost: proportional to what is taken. Shops and shipments that are not due are not looked at, and nothing is written
 * to the shipments: the round holds them until it is done, or until `leaseMs` have passed because its worker died.
 * All of it is one call of the SQL function `poll_take` (prisma/migrations/20261125120000_poll_take).
 *
 * @param limit most shipments to take
 */
export async function claimDuePolls(tx: Tx, now: number, limit: number, leaseMs: number): Promise<PollRound[]> {
  const [answer] = await tx.$queryRawUnsafe<{ taken: string | null }[]>(
    "select poll_take($1::timestamptz, $2::timestamptz, $3::int, $4::int, $5::int, $6::int) as taken",
    iso(now),
    iso(now + leaseMs),
    limit,
    MOST_UNDER_WAY,
    ROUNDS_PER_SHOP,
    ROUND_SIZE,
  );
  if (!answer?.taken) return [];
  return answer.taken.split("\n").map((round) => {
    const [id = "", shopId = "", ids = ""] = round.split("\t");
    return { id, shopId, shipmentIds: ids.split(" ") };
  });
}

/** Holds shipments until they have been asked for; nobody else takes them meanwhile. */
export async function openRounds(tx: Tx, rounds: readonly PollRound[], until: number): Promise<void> {
  if (rounds.length === 0) return;
  await tx.$executeRawUnsafe(
    `insert into poll_round (id, shop_id, shipment_ids, until)
     select id, shop_id, string_to_array(ids, ' '), $4::timestamptz from unnest($1::text[], $2::text[], $3::text[]) as row(id, shop_id, ids)`,
    rounds.map((each) => each.id),
    rounds.map((each) => each.shopId),
    rounds.map((each) => each.shipmentIds.join(" ")),
    iso(until),
  );
}

/**
 * Says that a round is done, so that its shop may take its next turn. Whatever of it is due as it was (a shipment that
 * was stopped meanwhile, a crash) waits until `later`, so that it does not come back at once for ever.
 */
export async function endRound(tx: Tx, round: PollRound, startedAt: number, later: number): Promise<void> {
  await tx.$executeRawUnsafe(
    `update shipment set next_poll_at = case when removed_at is null and tracking_state <> 'stopped' then $3::timestamptz end
     where id = any($1::text[]) and next_poll_at <= $2::timestamptz`,
    round.shipmentIds,
    iso(startedAt),
    iso(later),
  );
  await tx.$executeRawUnsafe("delete from poll_round where id = $1", round.id);
}

const iso = (value: number) => new Date(value).toISOString();
