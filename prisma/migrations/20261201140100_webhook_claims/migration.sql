-- A worker that deals with webhooks holds them by a claim that it keeps renewing: when it is killed, another takes over
-- as soon as the claim ends.
ALTER TABLE "delivery" ADD COLUMN "claim" TEXT, ADD COLUMN "claimed_until" TIMESTAMPTZ(3);
