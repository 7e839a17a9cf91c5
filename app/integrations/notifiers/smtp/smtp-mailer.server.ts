import { createTransport } from "nodemailer";

import type { Mail, Mailer, MailResult } from "../port";
import { notConfiguredMailer } from "./not-configured-mailer";
import { headerText, isPlainAddress, parseSender } from "./mail-safety";
import { messageIdOf } from "./message-id";
import { readSmtpError } from "./smtp-error";

export interface SmtpOptions {
  /** smtp://user:password@host:port, or smtps:// for TLS from the first byte; null when no server is set. */
  url: string | null;
  /** "Name <address>": the address every mail comes from. */
  from: string;
  /** How long to wait for the connection, the greeting and each answer, ms. */
  timeoutMs?: number;
  /** Connections kept open at once. */
  maxConnections?: number;
}

/** Mails over one connection before another is opened: servers end long sessions. */
const MAILS_PER_CONNECTION = 100;

/**
 * Sends mail over SMTP, over a few connections that stay open.
 * Without a server, or with settings that cannot be used, every answer says so and nothing is lost: it is tried again.
 */
export function createSmtpMailer(options: SmtpOptions): Mailer {
  if (!options.url) return notConfiguredMailer("No mail server is set (SMTP_URL).");
  const server = parseUrl(options.url);
  if (!server) return notConfiguredMailer("SMTP_URL is not an smtp:// or smtps:// address.");
  const sender = parseSender(options.from);
  if (!sender) return notConfiguredMailer("MAIL_FROM holds no e-mail address.");

  const timeout = options.timeoutMs ?? 20_000;
  const transport = createTransport({
    ...server,
    pool: true,
    maxConnections: options.maxConnections ?? 3,
    maxMessages: MAILS_PER_CONNECTION,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    dnsTimeout: timeout,
    // Nothing in a mail is ever read from a file or an address of this machine.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // An idle connection that the server ends is opened again for the next mail.
  transport.on("error", () => undefined);

  const send = async (mail: Mail): Promise<MailResult> => {
    if (!isPlainAddress(mail.to)) return { ok: false, permanent: true, message: "The recipient's address is not valid." };
    if (mail.replyTo !== null && !isPlainAddress(mail.replyTo)) return { ok: false, permanent: true, message: "The reply address is not valid." };
    const messageId = messageIdOf(mail.idempotencyKey, sender.address);
    try {
      await transport.sendMail({
        messageId,
        from: { name: headerText(mail.fromName ?? sender.name, 80), address: sender.address },
        // As an object an address is taken as it stands; a string would be read as a list.
        to: { name: "", address: mail.to },
        ...(mail.replyTo === null ? {} : { replyTo: { name: "", address: mail.replyTo } }),
        subject: headerText(mail.subject),
        html: mail.html,
        text: mail.text,
        headers: Object.fromEntries(Object.entries(mail.headers ?? {}).map(([name, value]) => [name.replace(/[^A-Za-z0-9-]/g, ""), headerText(value)])),
      });
      return { ok: true, messageId };
    } catch (error) {
      return { ok: false, ...readSmtpError(error) };
    }
  };

  return {
    send,
    async check() {
      try {
        await transport.verify();
        return { ok: true, message: `The mail server ${server.host} answers; mail comes from ${sender.address}.` };
      } catch (error) {
        return { ok: false, message: readSmtpError(error).message };
      }
    },
    close: () => transport.close(),
  };
}

interface Server {
  host: string;
  port: number;
  secure: boolean;
  auth?: { user: string; pass: string };
}

function parseUrl(text: string): Server | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== "smtp:" && url.protocol !== "smtps:") return null;
  if (!url.hostname) return null;
  const secure = url.protocol === "smtps:";
  const server: Server = { host: url.hostname.replace(/^\[|\]$/g, ""), port: url.port ? Number(url.port) : secure ? 465 : 587, secure };
  if (!url.username) return server;
  return { ...server, auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } };
}
