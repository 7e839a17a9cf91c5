import type { JobData, JobName } from "./definitions";

/**
 * The queue as use-cases see it. `tx` is the transaction of the decision: when it is rolled back, so is the job.
 * Waits longer than a retry are not jobs: they are due instants in a row (see architecture: time is an argument).
 */
export interface Queue<Tx = unknown> {
  send<Name extends JobName>(tx: Tx | null, name: Name, data: JobData<Name>): Promise<void>;
  sendMany<Name extends JobName>(tx: Tx | null, name: Name, data: readonly JobData<Name>[]): Promise<void>;
}
