-- What Shopify lets the app read and do in a shop, as its answers showed.
CREATE TABLE "shop_access" (
    "shop_id" TEXT NOT NULL,
    "scopes" TEXT[],
    "scopes_at" TIMESTAMPTZ(3),
    "data_granted" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "data_refused" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "data_at" TIMESTAMPTZ(3),
    "regained_at" TIMESTAMPTZ(3),
    "bulk_refused_at" TIMESTAMPTZ(3),

    CONSTRAINT "shop_access_pkey" PRIMARY KEY ("shop_id"),
    CONSTRAINT "shop_access_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
