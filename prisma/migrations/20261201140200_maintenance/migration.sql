-- Work of the installation as a whole, by when it is due.
CREATE TABLE "maintenance" (
    "task" TEXT NOT NULL,
    "next_due_at" TIMESTAMPTZ(3),
    "last_run_at" TIMESTAMPTZ(3),
    "progress" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "maintenance_pkey" PRIMARY KEY ("task")
);
