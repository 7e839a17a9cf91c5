-- Every webhook that is taken in and dealt with writes one large index less: the dead ones of a shop have an index of their
-- own, for hardly any is dead, and old ones are found by where in the table they lie.
DROP INDEX "delivery_shop_domain_status_received_at_idx";
CREATE INDEX "delivery_dead" ON "delivery"("shop_domain", "received_at") WHERE "status" = 'dead';
CREATE INDEX "delivery_received" ON "delivery" USING BRIN ("received_at") WITH (autosummarize = on);
