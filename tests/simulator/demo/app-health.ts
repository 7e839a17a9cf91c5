/** What the simulated world opens the app's /metrics with. */
export const METRICS_TOKEN = "milepost-demo-metrics";

/** What the app's /metrics shows; null while it does not answer. */
export async function readHealth(appUrl: string): Promise<{ ok: boolean; pending: number } | null> {
  try {
    const answer = await fetch(`${appUrl}/metrics`, { headers: { authorization: `Bearer ${METRICS_TOKEN}` }, signal: AbortSignal.timeout(5_000) });
    const text = await answer.text();
    const value = (name: string) => Number(new RegExp(`^${name} (\\d+)$`, "m").exec(text)?.[1]);
    return answer.ok ? { ok: true, pending: value("milepost_jobs_pending") + value("milepost_rows_due") } : { ok: false, pending: 0 };
  } catch {
    return null;
  }
}

export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Waits until the app answers.
 * @throws Error when it has not within the time, or `gone` settles before
 */
export async function waitUntilHealthy(appUrl: string, gone: Promise<unknown>, timeoutMs = 180_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  let isGone = false;
  void gone.then(() => (isGone = true));
  while (!isGone && Date.now() < end) {
    if ((await readHealth(appUrl))?.ok) return;
    await sleep(100);
  }
  throw new Error(isGone ? "The app stopped while it was starting." : `The app did not answer within ${timeoutMs / 1_000} s.`);
}

/**
 * Waits until the app has no jobs left and nothing is due. Gives up waiting (and says so by false) after the time.
 */
export async function waitUntilQuiet(appUrl: string, options: { quietMs: number; timeoutMs: number }): Promise<boolean> {
  const end = Date.now() + options.timeoutMs;
  let quietSince: number | null = null;
  while (Date.now() < end) {
    const state = await readHealth(appUrl);
    if (state?.ok && state.pending === 0) {
      quietSince ??= Date.now();
      if (Date.now() - quietSince >= options.quietMs) return true;
    } else quietSince = null;
    await sleep(150);
  }
  return false;
}
