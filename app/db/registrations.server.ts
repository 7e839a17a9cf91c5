import type { TrackingProblem } from "~/domain/tracking/event";

import type { Tx } from "./database.server";
import { numberKey } from "./shipments.server";

/** Numbers of this shop that some aggregator has been asked to follow; unique per number, so nobody pays twice. */
export async function registrationsOf(tx: Tx, shopId: string, numberKeys: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.aggregatorRegistration.findMany({
    where: { shopId, numberKey: { in: [...numberKeys] }, status: "registered" },
    select: { numberKey: true, provider: true },
  });
  return new Map(rows.map((row) => [row.numberKey, row.provider]));
}

/** Keeps what an aggregator said to a registration. */
export async function saveRegistrations(tx: Tx, shopId: string, provider: string, answer: { accepted: readonly { number: string; carrier: string | null }[]; problems: readonly TrackingProblem[] }, now: number): Promise<void> {
  const rows = [
    ...answer.accepted.map((each) => ({ number: each.number, carrier: each.carrier, status: "registered", problem: null as string | null })),
    ...answer.problems
      .filter((problem) => problem.number !== null && problem.kind === "invalid")
      .map((problem) => ({ number: problem.number ?? "", carrier: null, status: "refused", problem: problem.message })),
  ];
  for (const row of rows) {
    const key = { shopId, numberKey: numberKey(row.number) };
    const data = { provider, carrier: row.carrier, status: row.status, problem: row.problem, registeredAt: new Date(now) };
    await tx.aggregatorRegistration.upsert({ where: { shopId_numberKey: key }, create: { ...key, ...data }, update: data });
  }
}
