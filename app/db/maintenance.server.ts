import type { Tx } from "./database.server";

/** Work of the installation as a whole. */
export type MaintenanceTask = "retention";

/** Makes a task due at an instant, unless it is there already: its own rhythm goes on. */
export async function planMaintenance(tx: Tx, task: MaintenanceTask, firstAt: number): Promise<void> {
  await tx.maintenance.createMany({ data: [{ task, nextDueAt: new Date(firstAt) }], skipDuplicates: true });
}

/** Takes the tasks that are due, and moves them on by a lease so that no other worker takes them. */
export async function claimDueMaintenance(tx: Tx, now: number, leaseMs: number): Promise<MaintenanceTask[]> {
  const rows = await tx.$queryRawUnsafe<{ task: string }[]>(
    "update maintenance set next_due_at = $2::timestamptz where task in (select task from maintenance where next_due_at <= $1::timestamptz for update skip locked) returning task",
    new Date(now).toISOString(),
    new Date(now + leaseMs).toISOString(),
  );
  return rows.map((row) => row.task as MaintenanceTask);
}

/** How far each part of a task is done, ms since the epoch; and when the whole was last done. */
export async function maintenanceProgress(tx: Tx, task: MaintenanceTask): Promise<{ through: Record<string, number>; lastRunAt: Date | null }> {
  const row = await tx.maintenance.findUnique({ where: { task } });
  const through = Object.entries((row?.progress ?? {}) as Record<string, string>).map(([part, at]): [string, number] => [part, Date.parse(at)]);
  return { through: Object.fromEntries(through), lastRunAt: row?.lastRunAt ?? null };
}

/** Notes that a part is done up to an instant. */
export async function notePartDone(tx: Tx, task: MaintenanceTask, part: string, through: number): Promise<void> {
  await tx.$executeRawUnsafe("update maintenance set progress = progress || jsonb_build_object($2::text, $3::text) where task = $1", task, part, new Date(through).toISOString());
}

/** Plans the next run; `done` says that this one came to its end. */
export async function planNextRun(tx: Tx, task: MaintenanceTask, run: { at: number; done: boolean; now: number }): Promise<void> {
  await tx.maintenance.updateMany({ where: { task }, data: { nextDueAt: new Date(run.at), ...(run.done ? { lastRunAt: new Date(run.now) } : {}) } });
}
