import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import type { MailRecords } from "./mails";

/** What the mail server can be made to do: take mails, put them off (451), refuse the address (550), or be slow. */
export const MAIL_FAULTS = ["busy", "refusing", "slow"] as const;
export type MailFault = (typeof MAIL_FAULTS)[number];

export interface SmtpOptions {
  mails: MailRecords;
  /** Milliseconds since the epoch. */
  now: () => number;
  fault: () => MailFault | null;
}

function refusal(code: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode: code });
}

/** A real SMTP server (RFC 5321) that keeps every mail it takes and delivers none; no login, no TLS. */
export async function startSmtp(options: SmtpOptions, port: number): Promise<{ port: number; close(): Promise<void> }> {
  const server = new SMTPServer({
    name: "mailbox.simulator",
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    size: 20 * 1024 * 1024,
    logger: false,
    onRcptTo(address, _session, done) {
      const fault = options.fault();
      if (fault === "refusing") return done(refusal(550, `5.1.1 <${address.address}>: no such mailbox here`));
      if (fault === "busy") return done(refusal(451, "4.3.2 the system is busy, try again later"));
      setTimeout(done, fault === "slow" ? 3_000 : 0);
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const raw = Buffer.concat(parts);
        const to = session.envelope.rcptTo.map((recipient) => recipient.address);
        keep(options, raw, to).then(() => done(), (error: unknown) => done(error instanceof Error ? error : new Error(String(error))));
      });
    },
  });
  // Clients that hang up in the middle are their own business.
  server.on("error", () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

async function keep(options: SmtpOptions, raw: Buffer, to: string[]): Promise<void> {
  const mail = await simpleParser(raw, { skipTextToHtml: true, skipImageLinks: true });
  options.mails.add({
    at: options.now(),
    from: mail.from?.text ?? "",
    to,
    subject: mail.subject ?? "",
    messageId: mail.messageId ?? null,
    html: mail.html || null,
    text: mail.text ?? null,
    headers: mail.headerLines.map((line) => [line.key, line.line.slice(line.line.indexOf(":") + 1).trim()]),
    raw: raw.toString("utf8").slice(0, 200_000),
  });
}
