-- AlterTable
ALTER TABLE "shipment" ADD COLUMN     "estimate_source" TEXT;

-- AlterTable
ALTER TABLE "write_back" ADD COLUMN     "estimated_at" TIMESTAMPTZ(3);
