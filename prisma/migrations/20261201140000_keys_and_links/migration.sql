-- Links keep their token sealed beside its hash, so that no key has to be kept for ever; keys are recognised by a value
-- made with them.
ALTER TABLE "tracking_link" ADD COLUMN "token_enc" TEXT;

CREATE TABLE "encryption_key" (
    "id" TEXT NOT NULL,
    "check_value" TEXT NOT NULL,
    "first_used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "encryption_key_pkey" PRIMARY KEY ("id")
);
