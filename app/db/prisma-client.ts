import type { PrismaPg } from "@prisma/adapter-pg";

import { stripAdapterError, stripClientError } from "./database-errors";
import { Prisma, PrismaClient } from "./generated/client";
import { storableArguments } from "./storable-parameters";

/**
 * Prisma's client over a driver adapter. Every query, of a model or raw, in a transaction or not, sends storable
 * parameters alone and fails with an error that repeats none of them.
 */
export function openPrisma(adapter: PrismaPg): PrismaClient {
  const client = new PrismaClient({ adapter: strippingErrors(adapter), errorFormat: "minimal" });
  const extended = client.$extends({
    query: {
      $allOperations: ({ args, query }) =>
        query(args instanceof Prisma.Sql ? new Prisma.Sql(args.strings, args.values.map((value) => storableArguments(value))) : storableArguments(args)).catch((error: unknown) => {
          throw stripClientError(error);
        }),
    },
  });
  // An extension of queries alone leaves the client's methods and their types as they are.
  return extended as unknown as PrismaClient;
}

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;

/** The same factory; its adapters throw the database's errors without values. */
function strippingErrors(factory: PrismaPg): PrismaPg {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = guard(await connect());
    const startTransaction = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolationLevel) => guard(await stripped(startTransaction(isolationLevel)));
    return adapter;
  };
  return factory;
}

function guard<Guarded extends Pick<Adapter, "queryRaw" | "executeRaw">>(queryable: Guarded): Guarded {
  const queryRaw = queryable.queryRaw.bind(queryable);
  const executeRaw = queryable.executeRaw.bind(queryable);
  queryable.queryRaw = (query) => stripped(queryRaw(query));
  queryable.executeRaw = (query) => stripped(executeRaw(query));
  return queryable;
}

async function stripped<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw stripAdapterError(error);
  }
}
