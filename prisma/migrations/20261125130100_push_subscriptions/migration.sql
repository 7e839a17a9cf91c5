-- AlterTable
ALTER TABLE "carrier_connection" ADD COLUMN     "push_attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "push_due_at" TIMESTAMPTZ(3),
ADD COLUMN     "push_for" TEXT,
ADD COLUMN     "push_id" TEXT,
ADD COLUMN     "push_problem" TEXT;

-- AlterTable
ALTER TABLE "carrier_subscription" ADD COLUMN     "external_id" TEXT;

-- CreateIndex
CREATE INDEX "carrier_connection_push_due_at_idx" ON "carrier_connection"("push_due_at");

-- CreateIndex
CREATE INDEX "carrier_subscription_shop_id_provider_external_id_idx" ON "carrier_subscription"("shop_id", "provider", "external_id");
