import { randomUUID } from "node:crypto";

import type { Tx } from "./database.server";

/** Any number: one look at the line at a time, however many workers there are. */
const LOCK = 731_024_552;

/** How much of one shop may be under way at once: so many rounds of so many shipments. */
export const ROUND_SIZE = 100;
export const ROUNDS_PER_SHOP = 2;

/** Shops that take their turn together; the others of a longer line half a second later. */
const SHOPS = 240;

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
 *
 * @param limit most shipments to take
 */
export async function claimDuePolls(tx: Tx, now: number, limit: number, leaseMs: number): Promise<PollRound[]> {
  const at = iso(now);
  const [waiting] = await tx.$queryRawUnsafe<{ mine: boolean }[]>(
    `select pg_try_advisory_xact_lock($2::bigint) as mine where exists (select 1 from poll_turn where at <= $1::timestamptz)
       or exists (select 1 from poll_round where until <= $1::timestamptz)`,
    at,
    LOCK,
  );
  if (!waiting?.mine) return [];
  const underWay = await roundsUnderWay(tx, at);
  const room = Math.min(limit, MOST_UNDER_WAY - underWay.shipments);
  if (room <= 0) return [];
  const chosen = await takeTurns(tx, { at, limit: room, room: roomLeft(underWay.rounds) });
  const rounds = [...Map.groupBy(chosen, (row) => row.shop_id)].flatMap(([shopId, rows]) => toRounds(shopId, rows.map((row) => row.id)));
  await openRounds(tx, rounds, now + leaseMs);
  return rounds;
}

interface Chosen {
  id: string;
  shop_id: string;
}

/** Shipments that may still be taken of each shop that has some under way. */
function roomLeft(rounds: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...rounds].map(([shopId, count]) => [shopId, Math.max(ROUNDS_PER_SHOP - count, 0) * ROUND_SIZE]));
}

/**
 * The first shops of the line take their turn: every shop's most overdue, its first before anybody's second. Each
 * shop's list is read one further than it counts for (which tells when its next turn is: at once, at the back of the
 * line, or when the next of it is due), and then the long lists further, where the others leave room (the literal limit
 * there tells the planner to go by the index instead of sorting all that is due of a shop).
 * One statement, so that all of it sees the same moment: a place that is taken off stands for shipments that are seen.
 */
async function takeTurns(
  tx: Tx,
  input: { at: string; limit: number; room: ReadonlyMap<string, number> },
): Promise<Chosen[]> {
  const room = [...input.room];
  // One row of JSON: a thousand rows through Prisma take longer than choosing them.
  const [answer] = await tx.$queryRawUnsafe<{ chosen: string }[]>(
    `with soonest as materialized (
       select id, shop_id, at from poll_turn where at <= $1::timestamptz and shop_id <> all($3::text[]) order by at limit ${SHOPS * 4}
     ), line as materialized (
       select shop_id, min(at) as at from soonest group by shop_id order by min(at) limit ${SHOPS}
     ), taken as (
       delete from poll_turn where id = any(array(select soonest.id from soonest join line on line.shop_id = soonest.shop_id))
     ), held as materialized (
       select unnest(shipment_ids) as id from poll_round where shop_id in (select shop_id from line)
     ), shops as materialized (
       select line.shop_id as id, coalesce(($4::jsonb ->> line.shop_id)::int, ${ROUNDS_PER_SHOP * ROUND_SIZE}) as room, (($2::int - 1) / count(*) over ())::int + 1 as share
       from line where (select status from shop where shop.id = line.shop_id) = 'active'
     ), first as materialized (
       select shops.id as shop_id, shops.room, least(room, share) as most, due.id, due.next_poll_at, row_number() over (partition by shops.id order by due.next_poll_at) as rank
       from shops cross join lateral (
         select s.id, s.next_poll_at from shipment s
         where s.shop_id = shops.id and s.next_poll_at is not null and not (s.id in (select id from held))
         order by s.next_poll_at limit least(room, share) + 1
       ) due
     ), long as materialized (
       select shop_id, room, most, (greatest($2::int - (select count(*) from first where rank <= most and next_poll_at <= $1::timestamptz), 0) / count(*) over ())::int + 1 as extra
       from first where rank = most + 1 and next_poll_at <= $1::timestamptz
     ), listed as materialized (
       select shop_id, id, next_poll_at, rank, rank <= most as fits from first where next_poll_at <= $1::timestamptz
       union all
       select long.shop_id, due.id, due.next_poll_at, long.most + 1 + row_number() over (partition by long.shop_id order by due.next_poll_at), true
       from long cross join lateral (
         select id, next_poll_at from (
           select s.id, s.next_poll_at from shipment s
           where s.shop_id = long.shop_id and s.next_poll_at <= $1::timestamptz and not (s.id in (select id from held))
           order by s.next_poll_at limit ${ROUNDS_PER_SHOP * ROUND_SIZE}
         ) ordered offset long.most + 1 limit greatest(least(long.room - long.most, long.extra) - 1, 0)
       ) due where long.room > long.most
     ), chosen as materialized (
       select listed.id, listed.shop_id from listed left join long on long.shop_id = listed.shop_id
       where listed.fits or long.room > long.most order by listed.rank, listed.next_poll_at limit $2::int
     ), more as (
       select shop_id from long union select shop_id from listed where not (id in (select id from chosen))
     ), back as (
       insert into poll_turn (shop_id, at)
       select shop_id, $1::timestamptz from more
       union all
       select shop_id, min(next_poll_at) from first
       where next_poll_at > $1::timestamptz and not (shop_id in (select shop_id from more)) group by shop_id
     )
     select coalesce(json_agg(json_build_object('id', id, 'shop_id', shop_id)), '[]')::text as chosen from chosen`,
    input.at,
    input.limit,
    room.filter(([, left]) => left <= 0).map(([shopId]) => shopId),
    JSON.stringify(Object.fromEntries(room)),
  );
  return JSON.parse(answer?.chosen ?? "[]") as Chosen[];
}

function toRounds(shopId: string, ids: readonly string[]): PollRound[] {
  return Array.from({ length: Math.ceil(ids.length / ROUND_SIZE) }, (_, index) => ({
    id: randomUUID(),
    shopId,
    shipmentIds: ids.slice(index * ROUND_SIZE, (index + 1) * ROUND_SIZE),
  }));
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

/** Rounds that wait or run. Those whose lease has ended belonged to a worker that died: their shops take their turn again. */
async function roundsUnderWay(tx: Tx, at: string): Promise<{ rounds: Map<string, number>; shipments: number }> {
  const rows = await tx.$queryRawUnsafe<{ shop_id: string; rounds: number; shipments: number }[]>(
    `with dead as (
       delete from poll_round where until <= $1::timestamptz returning shop_id
     ), back as (
       insert into poll_turn (shop_id, at) select distinct shop_id, $1::timestamptz from dead
     )
     select shop_id, count(*)::int as rounds, sum(cardinality(shipment_ids))::int as shipments
     from poll_round where until > $1::timestamptz group by shop_id`,
    at,
  );
  return { rounds: new Map(rows.map((row) => [row.shop_id, row.rounds])), shipments: rows.reduce((sum, row) => sum + row.shipments, 0) };
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
