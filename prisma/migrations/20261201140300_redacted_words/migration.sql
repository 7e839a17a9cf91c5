-- Orders whose customer's data was deleted before this version still had words of scans, of line items and of messages.
-- They are treated as app/db/privacy treats them now.
UPDATE "order" SET tags = '{}', shipping_method = NULL WHERE redacted_at IS NOT NULL;
UPDATE line_item l SET title = '(deleted)', variant = NULL, sku = NULL, image_url = NULL
  FROM "order" o WHERE o.id = l.order_id AND o.redacted_at IS NOT NULL;
UPDATE fulfillment_order f SET holds = '[]' FROM "order" o WHERE o.id = f.order_id AND o.redacted_at IS NOT NULL;
UPDATE notification n SET subject = NULL, error = NULL FROM "order" o WHERE o.id = n.order_id AND o.redacted_at IS NOT NULL;
UPDATE tracking_event e
  SET key = CASE WHEN e.source = 'shopify' OR e.key LIKE 'redacted:%' THEN e.key ELSE 'redacted:' || encode(sha256(convert_to(e.key, 'UTF8')), 'hex') END,
      said_time = NULL, text = NULL, raw = NULL,
      code = CASE WHEN e.source = 'shopify' THEN e.code END,
      source_event_id = CASE WHEN e.source = 'shopify' THEN e.source_event_id END,
      place = CASE WHEN e.place->>'country' ~ '^[A-Z]{2}$'
        THEN jsonb_build_object('city', NULL, 'region', NULL, 'country', e.place->>'country', 'postalCode', NULL, 'text', NULL) END
  FROM shipment s JOIN "order" o ON o.id = s.order_id WHERE s.id = e.shipment_id AND o.redacted_at IS NOT NULL;
UPDATE shipment_exception x SET reason = x.reason - 'text' - 'code'
  FROM shipment s JOIN "order" o ON o.id = s.order_id WHERE s.id = x.shipment_id AND o.redacted_at IS NOT NULL;
UPDATE write_back w SET message = NULL, error = NULL
  FROM shipment s JOIN "order" o ON o.id = s.order_id WHERE s.id = w.shipment_id AND o.redacted_at IS NOT NULL;
UPDATE aggregator_registration r
  SET problem = NULL, refusals = (SELECT coalesce(jsonb_agg(refusal || '{"reason": ""}'), '[]') FROM jsonb_array_elements(r.refusals) AS refusal),
      next_due_at = CASE WHEN r.status IN ('registered', 'claiming') THEN now() ELSE r.next_due_at END
  FROM shipment s JOIN "order" o ON o.id = s.order_id
  WHERE s.shop_id = r.shop_id AND s.number_key = r.number_key AND o.redacted_at IS NOT NULL;
UPDATE shipment s
  SET tracking_company = NULL, tracking_url = NULL, service = NULL, last_problem = NULL, tracking_state = 'stopped', next_poll_at = NULL, next_rule_at = NULL
  FROM "order" o WHERE o.id = s.order_id AND o.redacted_at IS NOT NULL;
-- The log of who read customers' data named the customer whose data was deleted.
UPDATE access_log SET subject = 'a customer' WHERE subject LIKE 'gid://shopify/Customer/%';
