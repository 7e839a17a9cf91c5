-- CreateTable
CREATE TABLE "file_import" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "content_enc" TEXT,
    "encoding" TEXT NOT NULL,
    "separator" TEXT NOT NULL,
    "headers" TEXT[],
    "options" JSONB NOT NULL DEFAULT '{}',
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "unknown" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "next_due_at" TIMESTAMPTZ(3),

    CONSTRAINT "file_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file_import_problem" (
    "id" BIGSERIAL NOT NULL,
    "import_id" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "problem" TEXT NOT NULL,
    "cells_enc" TEXT NOT NULL,

    CONSTRAINT "file_import_problem_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "file_import_shop_id_created_at_idx" ON "file_import"("shop_id", "created_at");

-- CreateIndex
CREATE INDEX "file_import_next_due_at_idx" ON "file_import"("next_due_at");

-- CreateIndex
CREATE INDEX "file_import_problem_import_id_line_idx" ON "file_import_problem"("import_id", "line");

-- AddForeignKey
ALTER TABLE "file_import" ADD CONSTRAINT "file_import_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_import_problem" ADD CONSTRAINT "file_import_problem_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "file_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;
