-- Webhooks are a few KB and live for minutes: kept in the row as they are, without being compressed and cut up.
ALTER TABLE "delivery" SET (toast_tuple_target = 8160);
