import { createTransport } from "nodemailer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startMailbox, type Mailbox } from "./index";

let mailbox: Mailbox;
beforeAll(async () => {
  mailbox = await startMailbox({ smtpPort: 0, webPort: 0, now: () => 1_000 });
});
afterAll(() => mailbox.close());

const send = (subject: string) =>
  createTransport(`smtp://127.0.0.1:${mailbox.smtpPort}`).sendMail({
    from: "Alder & Finch <orders@alderandfinch.example>",
    to: "june@example.com",
    subject,
    text: "On its way",
    html: "<h1>On its way</h1><script>alert(1)</script>",
  });
const page = (path: string) => fetch(`http://127.0.0.1:${mailbox.webPort}${path}`);

it("takes a mail over SMTP and shows it in a frame that runs nothing", async () => {
  await send("Größe <b>& more</b> 🎒");
  const [mail] = mailbox.mails.to("JUNE@example.com");
  expect(mail).toMatchObject({ subject: "Größe <b>& more</b> 🎒", at: 1_000, to: ["june@example.com"] });
  const list = await (await page("/")).text();
  expect(list).toContain("Größe &#60;b&#62;&#38; more");
  expect(await (await page(`/mails/${mail?.id}`)).text()).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
  const body = await page(`/mails/${mail?.id}/html`);
  expect(body.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(body.headers.get("content-security-policy")).not.toContain("allow-scripts");
  expect(await (await page("/api/mails?to=june@example.com")).json()).toHaveLength(1);
});

it("puts mails off and refuses addresses on command", async () => {
  mailbox.setFault("busy");
  await expect(send("later")).rejects.toMatchObject({ responseCode: 451 });
  mailbox.setFault("refusing");
  await expect(send("never")).rejects.toMatchObject({ responseCode: 550 });
  mailbox.setFault(null);
  await send("now");
  expect(mailbox.mails.all().at(-1)?.subject).toBe("now");
});
