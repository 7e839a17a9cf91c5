/**
 * The processor time that some work takes, ms: of its quickest of three runs, for what else a busy machine does
 * (other programs, collecting garbage) is no fault of the work.
 */
export function processorTime(work: () => void): number {
  const runs = [0, 1, 2].map(() => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  return Math.min(...runs);
}
