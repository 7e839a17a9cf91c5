import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { defineConfig } from "prisma/config";

/**
 * Used by Prisma's CLI alone, to author migrations and check for drift with its WebAssembly schema engine (no engine
 * download). Needs PGHOST, PGPORT, PGUSER, PGPASSWORD, PGDATABASE; a connection string would make the shadow database
 * the main one.
 */
export default defineConfig({
  schema: "prisma/schema.prisma",
  experimental: { adapter: true },
  engine: "js",
  adapter: async () => {
    readCatalogueAsText();
    return new PrismaPg({
      host: process.env.PGHOST ?? "127.0.0.1",
      port: Number(process.env.PGPORT ?? 5432),
      user: process.env.PGUSER ?? "postgres",
      password: process.env.PGPASSWORD ?? "postgres",
      database: process.env.PGDATABASE ?? "postgres",
      // A connection that idles on in the shadow database would keep it from being dropped.
      idleTimeoutMillis: 50,
    });
  },
});

/**
 * The schema engine reads PostgreSQL's catalogue, whose columns are of the types "char" and name; the adapter knows
 * neither. Both are text to a reader, so their results are labelled as text (and the arrays of them as text[]).
 */
function readCatalogueAsText(): void {
  const TEXT = 25;
  const TEXT_ARRAY = 1009;
  const labels = new Map([[18, TEXT], [19, TEXT], [1002, TEXT_ARRAY], [1003, TEXT_ARRAY]]);
  // Not in @types/pg: what every result calls with the columns of its answer.
  const prototype = (pg as unknown as { Result: { prototype: { addFields(fields: { dataTypeID: number }[]): void } } }).Result.prototype;
  const addFields = prototype.addFields;
  prototype.addFields = function labelled(fields) {
    for (const field of fields) field.dataTypeID = labels.get(field.dataTypeID) ?? field.dataTypeID;
    addFields.call(this, fields);
  };
}
