-- AlterTable
ALTER TABLE "shipment" ADD COLUMN     "estimate_zone" TEXT;
