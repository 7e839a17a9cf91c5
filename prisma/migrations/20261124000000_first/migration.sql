-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "is_online" BOOLEAN NOT NULL DEFAULT false,
    "expires" TIMESTAMPTZ(3),
    "data_enc" TEXT NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shop" (
    "id" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "gid" TEXT,
    "name" TEXT NOT NULL DEFAULT '',
    "email" TEXT,
    "plan" TEXT,
    "currency" TEXT NOT NULL DEFAULT 'USD',
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "locale" TEXT NOT NULL DEFAULT 'en',
    "country_code" TEXT,
    "status" TEXT NOT NULL DEFAULT 'active',
    "settings" JSONB NOT NULL DEFAULT '{}',
    "installed_at" TIMESTAMPTZ(3) NOT NULL,
    "uninstalled_at" TIMESTAMPTZ(3),
    "synced_through" TIMESTAMPTZ(3),
    "next_sync_at" TIMESTAMPTZ(3),

    CONSTRAINT "shop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sync_run" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "bulk_gid" TEXT,
    "since" TIMESTAMPTZ(3),
    "total" INTEGER,
    "done" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "next_due_at" TIMESTAMPTZ(3),

    CONSTRAINT "sync_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" BIGSERIAL NOT NULL,
    "source" TEXT NOT NULL,
    "shop_domain" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "event_id" TEXT,
    "api_version" TEXT,
    "triggered_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "body" BYTEA NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "next_due_at" TIMESTAMPTZ(3),
    "processed_at" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "location" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "gid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "city" TEXT,
    "country_code" TEXT,

    CONSTRAINT "location_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "gid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "channel" TEXT NOT NULL DEFAULT 'online_store',
    "processed_at" TIMESTAMPTZ(3) NOT NULL,
    "source_updated_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "financial_status" TEXT,
    "fulfillment_status" TEXT,
    "currency" TEXT NOT NULL DEFAULT 'USD',
    "total_minor" BIGINT NOT NULL DEFAULT 0,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "shipping_method" TEXT,
    "customer_gid" TEXT,
    "locale" TEXT,
    "customer_name_enc" TEXT,
    "email_enc" TEXT,
    "phone_enc" TEXT,
    "address_enc" TEXT,
    "email_hash" TEXT,
    "phone_hash" TEXT,
    "postal_hash" TEXT,
    "city" TEXT,
    "province_code" TEXT,
    "country_code" TEXT,
    "redacted_at" TIMESTAMPTZ(3),

    CONSTRAINT "order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "line_item" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "gid" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "variant" TEXT,
    "sku" TEXT,
    "quantity" INTEGER NOT NULL,
    "product_gid" TEXT,
    "product_type" TEXT,
    "vendor" TEXT,
    "image_url" TEXT,
    "price_minor" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "line_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fulfillment_order" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "gid" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "request_status" TEXT,
    "location_gid" TEXT,
    "fulfill_at" TIMESTAMPTZ(3),
    "holds" JSONB NOT NULL DEFAULT '[]',
    "source_updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fulfillment_order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fulfillment" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "gid" TEXT NOT NULL,
    "name" TEXT,
    "status" TEXT NOT NULL,
    "display_status" TEXT,
    "location_gid" TEXT,
    "fulfilled_at" TIMESTAMPTZ(3) NOT NULL,
    "source_updated_at" TIMESTAMPTZ(3) NOT NULL,
    "items" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "fulfillment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "return" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "gid" TEXT NOT NULL,
    "name" TEXT,
    "status" TEXT NOT NULL,
    "source_updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "return_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shipment" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "fulfillment_id" TEXT,
    "number" TEXT NOT NULL,
    "number_key" TEXT NOT NULL,
    "tracking_company" TEXT,
    "tracking_url" TEXT,
    "carrier" TEXT,
    "carrier_source" TEXT NOT NULL DEFAULT 'unknown',
    "service" TEXT,
    "direction" TEXT NOT NULL DEFAULT 'out',
    "origin_country" TEXT,
    "destination_country" TEXT,
    "shipped_at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'PENDING',
    "detail" TEXT,
    "status_at" TIMESTAMPTZ(3),
    "first_scan_at" TIMESTAMPTZ(3),
    "last_event_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "event_count" INTEGER NOT NULL DEFAULT 0,
    "estimate_earliest" TIMESTAMPTZ(3),
    "estimate_latest" TIMESTAMPTZ(3),
    "estimate_precision" TEXT,
    "open_exceptions" INTEGER NOT NULL DEFAULT 0,
    "tracking_state" TEXT NOT NULL DEFAULT 'tracking',
    "poll_failures" INTEGER NOT NULL DEFAULT 0,
    "last_polled_at" TIMESTAMPTZ(3),
    "last_problem" TEXT,
    "next_poll_at" TIMESTAMPTZ(3),
    "next_rule_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shipment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tracking_event" (
    "id" BIGSERIAL NOT NULL,
    "shop_id" TEXT NOT NULL,
    "shipment_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "carrier" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "certainty" TEXT NOT NULL,
    "zone" TEXT,
    "said_time" TEXT,
    "status" TEXT NOT NULL,
    "detail" TEXT,
    "mapping" TEXT,
    "code" TEXT,
    "text" TEXT,
    "place" JSONB,
    "source_event_id" TEXT,
    "return_leg" BOOLEAN NOT NULL DEFAULT false,
    "withdraws" BOOLEAN NOT NULL DEFAULT false,
    "raw" JSONB,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tracking_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unmapped_code" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "shipment_id" TEXT,

    CONSTRAINT "unmapped_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "carrier_connection" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "credentials_enc" TEXT NOT NULL,
    "webhook_token" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,
    "last_ok_at" TIMESTAMPTZ(3),
    "last_error_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "paused_until" TIMESTAMPTZ(3),
    "calls_on" TEXT,
    "calls" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "carrier_connection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "aggregator_registration" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "number_key" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "carrier" TEXT,
    "status" TEXT NOT NULL,
    "problem" TEXT,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "aggregator_registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shipment_exception" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "shipment_id" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "rule_version" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "reason" JSONB NOT NULL DEFAULT '{}',
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),
    "resolution" TEXT,
    "history" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "shipment_exception_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "shipment_id" TEXT,
    "key" TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "message_id" TEXT,
    "subject" TEXT,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "next_due_at" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "write_back" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "shipment_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "message" TEXT,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "event_gid" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "next_due_at" TIMESTAMPTZ(3),

    CONSTRAINT "write_back_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tracking_link" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tracking_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feedback" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "shipment_id" TEXT NOT NULL,
    "rating" INTEGER NOT NULL,
    "reason" TEXT,
    "comment" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feedback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_log" (
    "id" BIGSERIAL NOT NULL,
    "shop_id" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "fields" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_request" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "customer_gid" TEXT,
    "export_enc" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "data_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "session_shop_idx" ON "session"("shop");

-- CreateIndex
CREATE UNIQUE INDEX "shop_domain_key" ON "shop"("domain");

-- CreateIndex
CREATE INDEX "shop_next_sync_at_idx" ON "shop"("next_sync_at");

-- CreateIndex
CREATE INDEX "sync_run_shop_id_started_at_idx" ON "sync_run"("shop_id", "started_at");

-- CreateIndex
CREATE INDEX "sync_run_next_due_at_idx" ON "sync_run"("next_due_at");

-- CreateIndex
CREATE INDEX "delivery_next_due_at_idx" ON "delivery"("next_due_at");

-- CreateIndex
CREATE INDEX "delivery_shop_domain_status_received_at_idx" ON "delivery"("shop_domain", "status", "received_at");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_source_shop_domain_webhook_id_key" ON "delivery"("source", "shop_domain", "webhook_id");

-- CreateIndex
CREATE UNIQUE INDEX "location_shop_id_gid_key" ON "location"("shop_id", "gid");

-- CreateIndex
CREATE INDEX "order_shop_id_name_key_idx" ON "order"("shop_id", "name_key");

-- CreateIndex
CREATE INDEX "order_shop_id_email_hash_idx" ON "order"("shop_id", "email_hash");

-- CreateIndex
CREATE INDEX "order_shop_id_customer_gid_idx" ON "order"("shop_id", "customer_gid");

-- CreateIndex
CREATE INDEX "order_shop_id_processed_at_idx" ON "order"("shop_id", "processed_at");

-- CreateIndex
CREATE UNIQUE INDEX "order_shop_id_gid_key" ON "order"("shop_id", "gid");

-- CreateIndex
CREATE INDEX "line_item_order_id_idx" ON "line_item"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "line_item_shop_id_gid_key" ON "line_item"("shop_id", "gid");

-- CreateIndex
CREATE INDEX "fulfillment_order_order_id_idx" ON "fulfillment_order"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "fulfillment_order_shop_id_gid_key" ON "fulfillment_order"("shop_id", "gid");

-- CreateIndex
CREATE INDEX "fulfillment_order_id_idx" ON "fulfillment"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "fulfillment_shop_id_gid_key" ON "fulfillment"("shop_id", "gid");

-- CreateIndex
CREATE INDEX "return_order_id_idx" ON "return"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "return_shop_id_gid_key" ON "return"("shop_id", "gid");

-- CreateIndex
CREATE INDEX "shipment_shop_id_number_key_idx" ON "shipment"("shop_id", "number_key");

-- CreateIndex
CREATE INDEX "shipment_number_key_idx" ON "shipment"("number_key");

-- CreateIndex
CREATE INDEX "shipment_order_id_idx" ON "shipment"("order_id");

-- CreateIndex
CREATE INDEX "shipment_shop_id_status_status_at_idx" ON "shipment"("shop_id", "status", "status_at");

-- CreateIndex
CREATE INDEX "shipment_shop_id_shipped_at_idx" ON "shipment"("shop_id", "shipped_at");

-- CreateIndex
CREATE INDEX "shipment_shop_id_next_poll_at_idx" ON "shipment"("shop_id", "next_poll_at");

-- CreateIndex
CREATE INDEX "shipment_next_rule_at_idx" ON "shipment"("next_rule_at");

-- CreateIndex
CREATE UNIQUE INDEX "shipment_shop_id_fulfillment_id_number_key_key" ON "shipment"("shop_id", "fulfillment_id", "number_key");

-- CreateIndex
CREATE INDEX "tracking_event_shop_id_received_at_idx" ON "tracking_event"("shop_id", "received_at");

-- CreateIndex
CREATE UNIQUE INDEX "tracking_event_shipment_id_key_key" ON "tracking_event"("shipment_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "unmapped_code_shop_id_provider_code_text_key" ON "unmapped_code"("shop_id", "provider", "code", "text");

-- CreateIndex
CREATE UNIQUE INDEX "carrier_connection_webhook_token_key" ON "carrier_connection"("webhook_token");

-- CreateIndex
CREATE UNIQUE INDEX "carrier_connection_shop_id_provider_key" ON "carrier_connection"("shop_id", "provider");

-- CreateIndex
CREATE UNIQUE INDEX "aggregator_registration_shop_id_number_key_key" ON "aggregator_registration"("shop_id", "number_key");

-- CreateIndex
CREATE INDEX "shipment_exception_shop_id_resolved_at_opened_at_idx" ON "shipment_exception"("shop_id", "resolved_at", "opened_at");

-- CreateIndex
CREATE UNIQUE INDEX "shipment_exception_shipment_id_key_key" ON "shipment_exception"("shipment_id", "key");

-- CreateIndex
CREATE INDEX "notification_next_due_at_idx" ON "notification"("next_due_at");

-- CreateIndex
CREATE INDEX "notification_order_id_idx" ON "notification"("order_id");

-- CreateIndex
CREATE INDEX "notification_shop_id_decided_at_idx" ON "notification"("shop_id", "decided_at");

-- CreateIndex
CREATE UNIQUE INDEX "notification_shop_id_key_key" ON "notification"("shop_id", "key");

-- CreateIndex
CREATE INDEX "write_back_next_due_at_idx" ON "write_back"("next_due_at");

-- CreateIndex
CREATE INDEX "write_back_shop_id_event_gid_idx" ON "write_back"("shop_id", "event_gid");

-- CreateIndex
CREATE UNIQUE INDEX "write_back_shipment_id_key_key" ON "write_back"("shipment_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "tracking_link_token_hash_key" ON "tracking_link"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "tracking_link_shop_id_order_id_key" ON "tracking_link"("shop_id", "order_id");

-- CreateIndex
CREATE INDEX "feedback_shop_id_created_at_idx" ON "feedback"("shop_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "feedback_shipment_id_key" ON "feedback"("shipment_id");

-- CreateIndex
CREATE INDEX "access_log_shop_id_at_idx" ON "access_log"("shop_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "data_request_shop_id_request_id_key" ON "data_request"("shop_id", "request_id");

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "line_item" ADD CONSTRAINT "line_item_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fulfillment_order" ADD CONSTRAINT "fulfillment_order_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fulfillment" ADD CONSTRAINT "fulfillment_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return" ADD CONSTRAINT "return_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shipment" ADD CONSTRAINT "shipment_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shipment" ADD CONSTRAINT "shipment_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shipment" ADD CONSTRAINT "shipment_fulfillment_id_fkey" FOREIGN KEY ("fulfillment_id") REFERENCES "fulfillment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tracking_event" ADD CONSTRAINT "tracking_event_shipment_id_fkey" FOREIGN KEY ("shipment_id") REFERENCES "shipment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "carrier_connection" ADD CONSTRAINT "carrier_connection_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shipment_exception" ADD CONSTRAINT "shipment_exception_shipment_id_fkey" FOREIGN KEY ("shipment_id") REFERENCES "shipment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_shipment_id_fkey" FOREIGN KEY ("shipment_id") REFERENCES "shipment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_shipment_id_fkey" FOREIGN KEY ("shipment_id") REFERENCES "shipment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

