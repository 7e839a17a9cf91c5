-- AlterTable
ALTER TABLE "shipment" ADD COLUMN     "former" BOOLEAN NOT NULL DEFAULT false,
ALTER COLUMN "order_id" DROP NOT NULL;

-- CreateIndex
-- One loose shipment of each number in a shop. A return has no fulfillment either and is its order's own.
CREATE UNIQUE INDEX "shipment_loose_number" ON "shipment"("shop_id", "number_key")
WHERE "fulfillment_id" IS NULL AND "direction" = 'out' AND NOT "former";
