import type { Mailer } from "../port";

/**
 * Stands in where no mail can be sent. Its failure is not permanent: what waits is sent once a server is set.
 * @param reason one sentence that tells what to do
 */
export function notConfiguredMailer(reason: string): Mailer {
  return {
    send: async () => ({ ok: false, permanent: false, message: reason }),
    check: async () => ({ ok: false, message: reason }),
    close: () => undefined,
  };
}
