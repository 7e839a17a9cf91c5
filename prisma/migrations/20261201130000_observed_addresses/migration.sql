-- How many addresses shoppers' requests came from, by process and hour: counts for `doctor`, which warns when a proxy in
-- front of the app gives all of them one address. No address is stored.
CREATE TABLE "observed_address_hour" (
    "process_id" TEXT NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "requests" INTEGER NOT NULL,
    "unknown" INTEGER NOT NULL,
    "addresses" INTEGER NOT NULL,

    CONSTRAINT "observed_address_hour_pkey" PRIMARY KEY ("process_id","hour")
);
