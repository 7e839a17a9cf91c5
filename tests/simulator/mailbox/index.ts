import express from "express";
import type { NavLink } from "../control/page";
import { serve, type RunningServer } from "../control/server";
import { MailRecords } from "./mails";
import { listPage, mailPage } from "./pages";
import { startSmtp, type MailFault } from "./smtp";

export interface Mailbox {
  mails: MailRecords;
  /** The ports that it listens on. */
  smtpPort: number;
  webPort: number;
  fault(): MailFault | null;
  setFault(fault: MailFault | null): void;
  close(): Promise<void>;
}

export interface MailboxOptions {
  smtpPort: number;
  webPort: number;
  /** Milliseconds since the epoch, by the simulator's clock. */
  now: () => number;
  nav?: () => readonly NavLink[];
  mails?: MailRecords;
}

/**
 * An SMTP server with a web page that lists what it took; GET /api/mails gives it as JSON.
 * @throws the error of listen() when a port is taken
 */
export async function startMailbox(options: MailboxOptions): Promise<Mailbox> {
  const mails = options.mails ?? new MailRecords();
  const nav = options.nav ?? (() => []);
  let fault: MailFault | null = null;
  const app = express().disable("x-powered-by");
  app.get("/", (request, response) => {
    response.send(listPage(mails.all(), nav(), typeof request.query["q"] === "string" ? request.query["q"] : ""));
  });
  app.get("/api/mails", (request, response) => {
    const to = request.query["to"];
    const found = typeof to === "string" ? mails.to(to) : [...mails.all()].reverse();
    response.json(found.map(({ raw: _raw, ...mail }) => mail));
  });
  app.get("/mails/:id", (request, response) => {
    const mail = mails.find(request.params.id);
    if (!mail) return void response.status(404).send("No such mail");
    response.send(mailPage(mail, nav()));
  });
  app.get("/mails/:id/html", (request, response) => {
    const mail = mails.find(request.params.id);
    // A mail is a stranger's markup: no script, no form, whatever the frame allows.
    response.set("content-security-policy", "default-src 'none'; img-src * data:; style-src 'unsafe-inline'; sandbox allow-popups allow-popups-to-escape-sandbox");
    response.status(mail?.html ? 200 : 404).type("html").send(mail?.html ? `<base target="_blank">${mail.html}` : "");
  });
  const web: RunningServer = await serve(app, options.webPort);
  const smtp = await startSmtp({ mails, now: options.now, fault: () => fault }, options.smtpPort).catch(async (error: unknown) => {
    await web.close();
    throw error;
  });
  return {
    mails,
    smtpPort: smtp.port,
    webPort: web.port,
    fault: () => fault,
    setFault: (next) => void (fault = next),
    close: async () => void (await Promise.all([web.close(), smtp.close()])),
  };
}
