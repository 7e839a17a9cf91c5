import { z } from "zod";

const health = z.looseObject({ ok: z.boolean(), jobs: z.looseObject({ pending: z.number(), due: z.number() }) });

/** What GET /healthz of the app says; null while it does not answer. */
export async function readHealth(appUrl: string): Promise<{ ok: boolean; pending: number } | null> {
  try {
    const answer = await fetch(`${appUrl}/healthz`, { signal: AbortSignal.timeout(5_000) });
    const read = health.safeParse(await answer.json());
    return read.success ? { ok: read.data.ok, pending: read.data.jobs.pending + read.data.jobs.due } : null;
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
