-- CreateTable
CREATE TABLE "shipment_number" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "shipment_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "number_key" TEXT NOT NULL,
    "carrier" TEXT,
    "role" TEXT NOT NULL DEFAULT 'last_mile',
    "source" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shipment_number_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "custom_carrier" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "tracking_url_template" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "custom_carrier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "carrier_name" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "typed" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "carrier_name_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "shipment_number_shop_id_number_key_idx" ON "shipment_number"("shop_id", "number_key");

-- CreateIndex
CREATE UNIQUE INDEX "shipment_number_shipment_id_number_key_key" ON "shipment_number"("shipment_id", "number_key");

-- CreateIndex
CREATE UNIQUE INDEX "custom_carrier_shop_id_code_key" ON "custom_carrier"("shop_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "carrier_name_shop_id_name_key_key" ON "carrier_name"("shop_id", "name_key");

-- AddForeignKey
ALTER TABLE "shipment_number" ADD CONSTRAINT "shipment_number_shipment_id_fkey" FOREIGN KEY ("shipment_id") REFERENCES "shipment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "custom_carrier" ADD CONSTRAINT "custom_carrier_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "carrier_name" ADD CONSTRAINT "carrier_name_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;
