import type { AddressInfo } from "node:net";

import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";

import type { Mail, Mailer } from "../port";
import { isPlainAddress, parseSender } from "./mail-safety";
import { readSmtpError } from "./smtp-error";
import { createSmtpMailer } from "./smtp-mailer.server";

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

/** A real server on a free port. `answer` is what it says to a recipient: null accepts. */
async function mailServer(answer: (to: string) => { code: number; text: string } | null = () => null): Promise<{ url: string; mails: ParsedMail[]; connections: () => number }> {
  const mails: ParsedMail[] = [];
  let connections = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onConnect(_session, done) {
      connections += 1;
      done();
    },
    onAuth: (_auth, _session, done) => done(Object.assign(new Error("Invalid login"), { responseCode: 535 })),
    onRcptTo(address, _session, done) {
      const said = answer(address.address);
      done(said ? Object.assign(new Error(said.text), { responseCode: said.code }) : null);
    },
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => {
        mails.push(mail);
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => server.close());
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, mails, connections: () => connections };
}

function open(url: string | null, from = "Lark & Pine <orders@shop.example>"): Mailer {
  const mailer = createSmtpMailer({ url, from, timeoutMs: 2_000 });
  closing.push(() => mailer.close());
  return mailer;
}

const MAIL: Mail = {
  to: "ada@example.com", fromName: "Lark & Pine", replyTo: "help@shop.example", subject: "Größe: your order is on its way", html: "<p>Hello</p>", text: "Hello",
  idempotencyKey: "notification-1", headers: { "Auto-Submitted": "auto-generated" },
};

describe("the SMTP mailer", () => {
  it("sends a mail with both bodies, and the same Message-ID at every try", async () => {
    const { url, mails, connections } = await mailServer();
    const mailer = open(url);
    const first = await mailer.send(MAIL);
    const again = await mailer.send(MAIL);
    const other = await mailer.send({ ...MAIL, idempotencyKey: "notification-2" });
    expect(first).toEqual({ ok: true, messageId: expect.stringMatching(/^<[0-9a-f]{40}@shop\.example>$/) });
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    expect(mails[0]).toMatchObject({ subject: MAIL.subject, text: expect.stringContaining("Hello"), html: "<p>Hello</p>", messageId: first.ok ? first.messageId : "" });
    expect(mails[0]?.from?.value).toEqual([{ name: "Lark & Pine", address: "orders@shop.example" }]);
    expect(mails[0]?.replyTo?.value[0]?.address).toBe("help@shop.example");
    expect(mails[0]?.headers.get("auto-submitted")).toBe("auto-generated");
    expect(connections()).toBe(1);
  });

  it("lets no header and no second recipient in", async () => {
    const { url, mails } = await mailServer();
    const mailer = open(url);
    const sent = await mailer.send({ ...MAIL, subject: "Hi\r\nBcc: all@example.com", fromName: "Shop\r\nX-Evil: 1\u2028", headers: { "X-Kind\r\nX-Evil": "a\r\nX-Evil: b" } });
    expect(sent.ok).toBe(true);
    expect(mails[0]?.subject).toBe("Hi Bcc: all@example.com");
    expect(mails[0]?.bcc).toBeUndefined();
    expect([...(mails[0]?.headers.keys() ?? [])]).not.toContain("x-evil");
    for (const to of ["a@example.com, b@example.com", "a@example.com\r\nBcc: b@example.com", "<a@example.com>", '"a b"@example.com', "", "nobody", `${"a".repeat(300)}@example.com`]) {
      expect(await mailer.send({ ...MAIL, to })).toEqual({ ok: false, permanent: true, message: "The recipient's address is not valid." });
    }
    expect(await mailer.send({ ...MAIL, replyTo: "x\ny@example.com" })).toMatchObject({ ok: false, permanent: true });
    expect(mails).toHaveLength(1);
  });

  it("tells what another try cannot mend from what it can, and never repeats the address", async () => {
    const answers: Record<string, { code: number; text: string }> = {
      "gone@example.com": { code: 550, text: "5.1.1 <gone@example.com> no such user" },
      "busy@example.com": { code: 451, text: "4.7.1 greylisted, try again" },
      "relay@example.com": { code: 550, text: "5.7.1 relaying denied" },
      "full@example.com": { code: 552, text: "5.2.2 mailbox full" },
    };
    const { url } = await mailServer((to) => answers[to] ?? null);
    const mailer = open(url);
    const gone = await mailer.send({ ...MAIL, to: "gone@example.com" });
    expect(gone).toMatchObject({ ok: false, permanent: true });
    expect(JSON.stringify(gone)).not.toContain("gone@");
    expect(JSON.stringify(gone)).toContain("no such user");
    for (const name of ["busy", "relay", "full"]) expect(await mailer.send({ ...MAIL, to: `${name}@example.com` })).toMatchObject({ ok: false, permanent: false });
    expect((await mailer.send(MAIL)).ok).toBe(true);
  });

  it("says whether the server answers", async () => {
    const { url } = await mailServer();
    expect(await open(url).check()).toEqual({ ok: true, message: "The mail server 127.0.0.1 answers; mail comes from orders@shop.example." });
    expect(await open(url.replace("//", "//user:secret@")).check()).toEqual({ ok: false, message: expect.stringContaining("refuses the user name or password") });
    expect(await open(url.replace("//", "//user:secret@")).send(MAIL)).toMatchObject({ ok: false, permanent: false });
  });

  it("answers in time when nobody does", async () => {
    const silent = new (await import("node:net")).Server();
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    closing.push(() => silent.close());
    const port = (silent.address() as AddressInfo).port;
    const mailer = createSmtpMailer({ url: `smtp://127.0.0.1:${port}`, from: "a@shop.example", timeoutMs: 200 });
    expect(await mailer.send(MAIL)).toMatchObject({ ok: false, permanent: false, message: expect.stringContaining("in time") });
    mailer.close();
    silent.close();
    expect(await open("smtp://127.0.0.1:1").send(MAIL)).toMatchObject({ ok: false, permanent: false });
  });

  it("says what is missing when it is not configured, and gives nothing up", async () => {
    for (const mailer of [open(null), open("http://mail.example"), open("smtp://mail.example", "no address here")]) {
      expect(await mailer.send(MAIL)).toMatchObject({ ok: false, permanent: false });
      expect((await mailer.check()).ok).toBe(false);
    }
    expect((await open(null).check()).message).toBe("No mail server is set (SMTP_URL).");
  });
});

describe("addresses", () => {
  it("are one plain address", () => {
    for (const good of ["a@b.example", "o'hara+tag@sub.example.co", "jörg@bücher.example", "a@localhost"]) expect(isPlainAddress(good)).toBe(true);
    for (const bad of ["@b", "a@", "a@b@c", "a b@c", "a@b..c", "a@-b", "a;b@c", "a\u0000@b"]) expect(isPlainAddress(bad)).toBe(false);
    expect(parseSender('"Lark, Pine" <orders@shop.example>')).toEqual({ name: "Lark, Pine", address: "orders@shop.example" });
    expect(parseSender("orders@shop.example")).toEqual({ name: "", address: "orders@shop.example" });
    expect(parseSender("orders")).toBeNull();
  });

  it("stay out of messages about failures", () => {
    expect(readSmtpError(new Error("bad thing with ada@example.com"))).toEqual({ permanent: false, message: "The mail could not be sent: bad thing with (address)" });
    expect(readSmtpError(undefined)).toEqual({ permanent: false, message: "The mail could not be sent: no reason given" });
    expect(readSmtpError({ responseCode: 554, command: "DATA", response: "554 5.6.0 malformed" }).permanent).toBe(true);
    expect(readSmtpError({ responseCode: 550, command: "MAIL FROM", response: "550 sender refused" }).permanent).toBe(false);
  });
});
