-- Shipments that came back kept the carrier's problem as a critical exception for ever. The rule has changed: they are
-- looked at once more, at once, so that what is stored of them is what the rules say today.
UPDATE "shipment" SET "next_rule_at" = CURRENT_TIMESTAMP
WHERE "status" = 'RETURNED' AND "open_exceptions" > 0;
