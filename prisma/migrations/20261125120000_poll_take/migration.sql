-- DropIndex
DROP INDEX "shipment_shop_id_next_poll_at_idx";

-- What is scheduled of a shop, in order, answered from the index alone; delivered shipments are not in it.
CREATE INDEX "shipment_scheduled" ON "shipment"("shop_id", "next_poll_at") INCLUDE ("id") WHERE "next_poll_at" IS NOT NULL;

-- Shops that have uninstalled the app: few, and only for the days until Shopify asks for their erasure.
CREATE INDEX "shop_inactive" ON "shop"("id") WHERE "status" <> 'active';

-- AlterTable: places are told apart by where they lie; an index and a sequence less for every write to shipments.
ALTER TABLE "poll_turn" DROP COLUMN "id";

-- Takes shipments that are due, fairly between shops, and opens the rounds that hold them; docs/decisions/fair-polling.md
-- says how and why. Planned once per connection and without statistics (SET below): planning took longer than choosing,
-- and a plan must not change with what happens to be due. Answers with a line per round (id, shop, ids of shipments; tabs
-- between them, blanks between ids), or null for none: a thousand rows take a client longer than choosing them.
CREATE FUNCTION "poll_take"(
  _now timestamptz, _until timestamptz, _most int, _most_under_way int, _rounds_per_shop int, _round_size int
) RETURNS text LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan SET jit = off
SET enable_seqscan = off SET enable_bitmapscan = off SET enable_nestloop = off
AS $$
#variable_conflict use_column
DECLARE
  -- Shops among which a look is shared at first: more of them get a share of the same size, as long as there is room.
  _sharing CONSTANT int := 240;
  -- Places read at once, and how often: a shop may have many, and those must not make a look long.
  _first_page CONSTANT int := 300;
  _most_pages CONSTANT int := 8;
  _page int; _pages int := 0;
  _busy jsonb; _left int; _share int; _got record;
  _look text := gen_random_uuid(); _answer text[] := '{}'; _rounds text;
  _seen text[] := '{}';
  _back text[] := '{}'; _back_at timestamptz[] := '{}';
  _done text[] := '{}'; _done_lists text[] := '{}';
  _long text[] := '{}'; _long_lists text[] := '{}'; _long_room int[] := '{}';
BEGIN
  IF NOT EXISTS (SELECT FROM poll_turn WHERE at <= _now) AND NOT EXISTS (SELECT FROM poll_round WHERE until <= _now) THEN RETURN NULL; END IF;
  -- Any number: one look at the line at a time, however many workers there are. Only a look takes places off.
  IF NOT pg_try_advisory_xact_lock(731024552) THEN RETURN NULL; END IF;

  -- Rounds whose lease has ended belonged to a worker that died: their shops take their turn again.
  WITH dead AS (DELETE FROM poll_round WHERE until <= _now RETURNING shop_id)
    INSERT INTO poll_turn (shop_id, at) SELECT DISTINCT shop_id, _now FROM dead;
  SELECT coalesce(jsonb_object_agg(shop_id, rounds), '{}'), least(_most, _most_under_way - coalesce(sum(shipments), 0))
    INTO _busy, _left
    FROM (SELECT shop_id, count(*)::int AS rounds, sum(cardinality(shipment_ids)) AS shipments FROM poll_round GROUP BY shop_id) under_way;

  -- The shops of the line, the one that waits longest first, until there is no more room or nobody waits. Each page is
  -- one statement, so that all of it sees the same moment: a place that is taken off stands for shipments that are seen.
  WHILE _left > 0 LOOP
    _page := CASE WHEN _pages = 0 THEN _first_page ELSE greatest(_left, _first_page) END;
    WITH page AS MATERIALIZED (
      SELECT ctid AS place, shop_id, at FROM poll_turn WHERE at <= _now ORDER BY at LIMIT _page
    ), standing AS MATERIALIZED (
      -- room: shipments that may be taken; 0 for a shop that has all its rounds or its turn already, null for one that left
      SELECT shop_id, at, CASE
          WHEN shop_id IN (SELECT id FROM shop WHERE status <> 'active') THEN NULL
          WHEN shop_id IN (SELECT unnest(_seen)) THEN 0
          ELSE greatest(_rounds_per_shop - coalesce((_busy ->> shop_id)::int, 0), 0) * _round_size
        END AS room
      FROM (SELECT shop_id, min(at) AS at FROM page GROUP BY shop_id) line
    ), fair AS MATERIALIZED (
      SELECT coalesce(_share, (_left - 1) / greatest(least(count(*), _sharing), 1)::int + 1) AS share FROM standing
    ), held AS MATERIALIZED (
      SELECT unnest(shipment_ids) AS id FROM poll_round WHERE shop_id IN (SELECT shop_id FROM standing WHERE room > 0)
    ), turn AS MATERIALIZED (
      -- One entry further than is taken: it tells when the shop's next turn is.
      SELECT shop_id, room, share, ids, due, later, least(due, room, share) AS wanted,
        sum(least(due, room, share)) OVER (ORDER BY at, shop_id) AS up_to
      FROM standing CROSS JOIN fair CROSS JOIN LATERAL (
        SELECT array_agg(id) AS ids, count(*) FILTER (WHERE next_poll_at <= _now)::int AS due,
          min(next_poll_at) FILTER (WHERE next_poll_at > _now) AS later
        FROM (
          SELECT id, next_poll_at FROM shipment
          WHERE shipment.shop_id = standing.shop_id AND next_poll_at IS NOT NULL
            AND (next_poll_at > _now OR NOT (id IN (SELECT id FROM held)))
          ORDER BY next_poll_at LIMIT CASE WHEN room > 0 THEN least(room, share) + 1 ELSE 0 END
        ) soonest
      ) list
    ), taken AS MATERIALIZED (
      SELECT shop_id, room, takes, ids[1:takes] AS ids,
        takes > _round_size OR takes = share AND due > takes AND room > takes AS long,
        CASE WHEN due > takes OR room = 0 THEN _now ELSE later END AS back
      FROM (SELECT *, least(wanted, _left - (up_to - wanted))::int AS takes FROM turn WHERE up_to - wanted < _left) fitting
    ), off AS (
      DELETE FROM poll_turn WHERE ctid = ANY (ARRAY(SELECT place FROM page WHERE shop_id IN (SELECT shop_id FROM taken)))
    ), rounds AS MATERIALIZED (
      SELECT _look || '-' || cardinality(_seen) + row_number() OVER () AS id, shop_id, ids FROM taken WHERE takes > 0 AND NOT long
    ), opened AS (
      INSERT INTO poll_round (id, shop_id, shipment_ids, until) SELECT id, shop_id, ids, _until FROM rounds
    )
    SELECT (SELECT count(*) FROM page) AS places, (SELECT share FROM fair) AS share, coalesce(sum(takes), 0)::int AS takes,
      array_agg(shop_id) AS shops,
      array_agg(shop_id) FILTER (WHERE back IS NOT NULL) AS back, array_agg(back) FILTER (WHERE back IS NOT NULL) AS back_at,
      array_agg(shop_id) FILTER (WHERE long) AS long, array_agg(room - takes) FILTER (WHERE long) AS long_room,
      array_agg(array_to_string(ids, ' ')) FILTER (WHERE long) AS long_lists,
      (SELECT string_agg(id || E'\t' || shop_id || E'\t' || array_to_string(ids, ' '), E'\n') FROM rounds) AS rounds
      INTO _got FROM taken;
    _left := _left - _got.takes; _share := _got.share; _pages := _pages + 1;
    _seen := _seen || _got.shops; _answer := _answer || _got.rounds;
    _long := _long || _got.long; _long_lists := _long_lists || _got.long_lists; _long_room := _long_room || _got.long_room;
    _back := _back || _got.back; _back_at := _back_at || _got.back_at;
    EXIT WHEN _got.places < _page OR cardinality(_seen) >= _most OR _pages >= _most_pages;
  END LOOP;
  INSERT INTO poll_turn (shop_id, at) SELECT shop_id, at FROM unnest(_back, _back_at) AS back(shop_id, at);

  -- What room the others leave goes to the shops that have more due than their share; they are at the back already.
  WHILE _left > 0 AND cardinality(_long) > 0 LOOP
    _share := (_left - 1) / cardinality(_long) + 1;
    WITH held AS MATERIALIZED (
      SELECT unnest(shipment_ids) AS id FROM poll_round WHERE shop_id IN (SELECT unnest(_long))
    ), turn AS MATERIALIZED (
      SELECT shop_id, list, room, place, ARRAY(
        SELECT id FROM shipment
        WHERE shipment.shop_id = line.shop_id AND next_poll_at <= _now AND NOT (id IN (SELECT id FROM held))
        ORDER BY next_poll_at OFFSET cardinality(string_to_array(list, ' '))
        LIMIT CASE WHEN place <= _left THEN least(room, _share) + 1 ELSE 0 END
      ) AS ids
      FROM unnest(_long, _long_lists, _long_room) WITH ORDINALITY AS line(shop_id, list, room, place)
    ), taken AS MATERIALIZED (
      SELECT shop_id, list, room, ids, greatest(least(wanted, _left - (up_to - wanted)), 0)::int AS takes FROM (
        SELECT *, least(cardinality(ids), room, _share) AS wanted, sum(least(cardinality(ids), room, _share)) OVER (ORDER BY place) AS up_to FROM turn
      ) counted
    ), longer AS (
      SELECT shop_id, array_to_string(string_to_array(list, ' ') || ids[1:takes], ' ') AS list, takes, room - takes AS room,
        cardinality(ids) > takes AND room > takes AS long FROM taken
    )
    SELECT sum(takes)::int AS takes,
      array_agg(shop_id) FILTER (WHERE NOT long) AS done, array_agg(list) FILTER (WHERE NOT long) AS lists,
      array_agg(shop_id) FILTER (WHERE long) AS long, array_agg(list) FILTER (WHERE long) AS long_lists, array_agg(room) FILTER (WHERE long) AS long_room
      INTO _got FROM longer;
    _left := _left - _got.takes;
    _done := _done || _got.done; _done_lists := _done_lists || _got.lists;
    _long := coalesce(_got.long, '{}'); _long_lists := coalesce(_got.long_lists, '{}'); _long_room := coalesce(_got.long_room, '{}');
    EXIT WHEN _got.takes = 0;
  END LOOP;

  IF cardinality(_done || _long) > 0 THEN
    WITH rounds AS MATERIALIZED (
      SELECT _look || '+' || row_number() OVER () AS id, shop_id, ids[part * _round_size + 1 : (part + 1) * _round_size] AS ids
      FROM unnest(_done || _long, _done_lists || _long_lists) AS taken(shop_id, list)
      CROSS JOIN LATERAL string_to_array(list, ' ') AS ids
      CROSS JOIN LATERAL generate_series(0, (cardinality(ids) - 1) / _round_size) AS part
    ), opened AS (
      INSERT INTO poll_round (id, shop_id, shipment_ids, until) SELECT id, shop_id, ids, _until FROM rounds
    )
    SELECT string_agg(id || E'\t' || shop_id || E'\t' || array_to_string(ids, ' '), E'\n') INTO _rounds FROM rounds;
    _answer := _answer || _rounds;
  END IF;
  RETURN nullif(array_to_string(_answer, E'\n'), '');
END $$;
