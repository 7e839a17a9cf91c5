-- AlterTable
ALTER TABLE "aggregator_registration" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "claimed_until" TIMESTAMPTZ(3),
ADD COLUMN     "ended_at" TIMESTAMPTZ(3),
ADD COLUMN     "next_due_at" TIMESTAMPTZ(3),
ADD COLUMN     "number" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "refusals" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "carrier_connection" ADD COLUMN     "booked_until" TIMESTAMPTZ(3),
ADD COLUMN     "daily_limit" INTEGER,
ADD COLUMN     "failing_since" TIMESTAMPTZ(3),
ADD COLUMN     "last_problem" TEXT,
ADD COLUMN     "last_push_at" TIMESTAMPTZ(3),
ADD COLUMN     "monthly_limit_minor" BIGINT,
ADD COLUMN     "next_call_at" TIMESTAMPTZ(3),
ADD COLUMN     "removed_at" TIMESTAMPTZ(3),
ADD COLUMN     "unit_cost_micros" BIGINT,
ADD COLUMN     "units" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "units_on" TEXT;

-- CreateTable
CREATE TABLE "carrier_route" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "first" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "never" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "carrier_route_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "carrier_subscription" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "number_key" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "live" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "carrier_subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "poll_turn" (
    "id" BIGSERIAL NOT NULL,
    "shop_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "poll_turn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "poll_round" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "shipment_ids" TEXT[],
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "poll_round_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "carrier_route_shop_id_carrier_key" ON "carrier_route"("shop_id", "carrier");

-- CreateIndex
CREATE UNIQUE INDEX "carrier_subscription_shop_id_number_key_provider_key" ON "carrier_subscription"("shop_id", "number_key", "provider");

-- CreateIndex
CREATE INDEX "poll_turn_at_idx" ON "poll_turn"("at");

-- CreateIndex
CREATE INDEX "aggregator_registration_next_due_at_idx" ON "aggregator_registration"("next_due_at");

-- AddForeignKey
ALTER TABLE "carrier_subscription" ADD CONSTRAINT "carrier_subscription_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "carrier_route" ADD CONSTRAINT "carrier_route_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- A shipment whose next_poll_at is set gives its shop a place in the line: one row per statement and shop, whoever
-- writes it. Nothing can be due without a place at or before that instant.
CREATE FUNCTION "poll_turn_add"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "poll_turn" ("shop_id", "at")
    SELECT "shop_id", min("next_poll_at") FROM "written" WHERE "next_poll_at" IS NOT NULL GROUP BY "shop_id";
  RETURN NULL;
END $$;

CREATE TRIGGER "shipment_poll_turn_insert" AFTER INSERT ON "shipment"
  REFERENCING NEW TABLE AS "written" FOR EACH STATEMENT EXECUTE FUNCTION "poll_turn_add"();

CREATE TRIGGER "shipment_poll_turn_update" AFTER UPDATE ON "shipment"
  REFERENCING NEW TABLE AS "written" FOR EACH STATEMENT EXECUTE FUNCTION "poll_turn_add"();

-- What is scheduled and registered already.
INSERT INTO "poll_turn" ("shop_id", "at")
  SELECT "shop_id", min("next_poll_at") FROM "shipment" WHERE "next_poll_at" IS NOT NULL GROUP BY "shop_id";
UPDATE "aggregator_registration" SET "number" = "number_key", "next_due_at" = "registered_at" WHERE "status" = 'registered';
