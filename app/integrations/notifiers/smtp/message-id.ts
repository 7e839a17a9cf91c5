import { createHash } from "node:crypto";

/**
 * A Message-ID that is the same for every try of one message, so that a mail sent twice (the process died between the
 * server's answer and the commit) carries the same id both times and can be recognised as one.
 * @param from the sender's address, whose domain the id belongs to (RFC 5322, 3.6.4)
 */
export function messageIdOf(idempotencyKey: string, from: string): string {
  const domain = from.split("@").at(-1) ?? "";
  const id = createHash("sha256").update(idempotencyKey).digest("hex").slice(0, 40);
  return `<${id}@${/^[a-z0-9.-]+$/i.test(domain) ? domain.toLowerCase() : "localhost"}>`;
}
