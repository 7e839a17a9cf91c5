/** One e-mail, rendered. */
export interface Mail {
  /** One bare address, e.g. "ada@example.com". */
  to: string;
  /** The name the reader sees; the address it goes with is the server's own (MAIL_FROM). null takes MAIL_FROM's name. */
  fromName: string | null;
  /** One bare address, or null. */
  replyTo: string | null;
  subject: string;
  html: string;
  text: string;
  /** Unique per fact; goes into the Message-ID, so that a repeat after a crash can be recognised. */
  idempotencyKey: string;
  /** Further headers, e.g. Auto-Submitted. */
  headers?: Record<string, string>;
}

/**
 * What became of a mail.
 * A failure with `permanent` is not tried again (no such address); another is, later.
 * Messages hold no address and no secret.
 */
export type MailResult = { ok: true; messageId: string } | { ok: false; permanent: boolean; message: string };

export interface Mailer {
  /** Never throws. */
  send(mail: Mail): Promise<MailResult>;
  /** Tells whether a server is set and answers; the sentence is for the settings page and `doctor`. */
  check(): Promise<{ ok: boolean; message: string }>;
  /** Ends idle connections. */
  close(): void;
}
