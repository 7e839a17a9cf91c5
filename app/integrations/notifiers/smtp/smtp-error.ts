import { boundedText } from "~/domain/tracking/text/bounded-text";

/** What nodemailer tells of a failure; everything may be missing. */
interface SmtpFailure {
  code?: unknown;
  command?: unknown;
  response?: unknown;
  responseCode?: unknown;
  message?: unknown;
}

const UNREACHABLE: Readonly<Record<string, string>> = {
  ECONNECTION: "The mail server cannot be reached.",
  ECONNREFUSED: "The mail server refuses the connection.",
  EDNS: "The mail server's name cannot be resolved.",
  ENOTFOUND: "The mail server's name cannot be resolved.",
  ETIMEDOUT: "The mail server did not answer in time.",
  ESOCKET: "The connection to the mail server broke.",
  ETLS: "The mail server's TLS could not be used.",
  EAUTH: "The mail server refuses the user name or password.",
};

/**
 * Reads what an SMTP server, or the way to it, answered.
 *
 * Permanent is what another try cannot mend: a 5xx for the recipient or the content (RFC 5321, 4.2.1). Not permanent
 * although 5xx: refused credentials or sender (the server's owner can mend it within the day that is tried), a policy
 * (RFC 3463 class 5.7.x: relaying, authentication, spam) and a full mailbox (5.2.2).
 */
export function readSmtpError(error: unknown): { permanent: boolean; message: string } {
  const failure: SmtpFailure = typeof error === "object" && error !== null ? error : {};
  const code = typeof failure.code === "string" ? failure.code : "";
  const answer = typeof failure.response === "string" ? withoutAddresses(failure.response) : "";
  const responseCode = typeof failure.responseCode === "number" ? failure.responseCode : null;
  const command = typeof failure.command === "string" ? failure.command : "";

  if (responseCode !== null && code !== "EAUTH") {
    const aboutMessage = command === "RCPT TO" || command === "DATA";
    const mendable = /\b5\.(?:7\.\d+|2\.2)\b/.test(answer);
    return { permanent: responseCode >= 500 && responseCode < 600 && aboutMessage && !mendable, message: `The mail server answered: ${answer || responseCode}` };
  }
  const known = UNREACHABLE[code];
  if (known) return { permanent: false, message: answer ? `${known} It answered: ${answer}` : known };
  const said = typeof failure.message === "string" ? withoutAddresses(failure.message) : "";
  return { permanent: false, message: `The mail could not be sent: ${said || "no reason given"}` };
}

/** Servers repeat the address they refuse; what is stored and logged must not hold it. */
function withoutAddresses(text: string): string {
  return boundedText(text, 2_000).replace(/(?<![^\s<>@:;,"'])[^\s<>@:;,"']+@[^\s<>@:;,"']+/g, "(address)").replace(/\s+/g, " ").trim().slice(0, 300);
}
