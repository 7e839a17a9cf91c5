-- AlterTable
ALTER TABLE "unmapped_code" ADD COLUMN     "samples" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- The sample that was kept before is the first of the samples.
UPDATE "unmapped_code" SET "samples" = ARRAY["shipment_id"] WHERE "shipment_id" IS NOT NULL;

-- CreateTable
CREATE TABLE "mapping_version" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "entries" JSONB NOT NULL,
    "changes" JSONB NOT NULL,
    "note" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "reverts_to" INTEGER,
    "replay" TEXT NOT NULL DEFAULT 'none',
    "replay_total" INTEGER NOT NULL DEFAULT 0,
    "replay_done" INTEGER NOT NULL DEFAULT 0,
    "replay_changed" INTEGER NOT NULL DEFAULT 0,
    "replay_error" TEXT,
    "replay_finished_at" TIMESTAMPTZ(3),
    "next_due_at" TIMESTAMPTZ(3),

    CONSTRAINT "mapping_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mapping_replay" (
    "shop_id" TEXT NOT NULL,
    "shipment_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "mapping_replay_pkey" PRIMARY KEY ("shop_id","shipment_id")
);

-- CreateIndex
CREATE INDEX "mapping_version_next_due_at_idx" ON "mapping_version"("next_due_at");

-- CreateIndex
CREATE UNIQUE INDEX "mapping_version_shop_id_number_key" ON "mapping_version"("shop_id", "number");

-- CreateIndex
CREATE INDEX "tracking_event_shop_id_provider_code_idx" ON "tracking_event"("shop_id", "provider", "code");
