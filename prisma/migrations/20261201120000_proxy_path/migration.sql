-- Where the shop's app proxy is reached, as its last verified request said; null until one came.
ALTER TABLE "shop" ADD COLUMN "proxy_path" TEXT;
