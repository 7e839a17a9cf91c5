import { createHmac } from "node:crypto";
import { Router, urlencoded } from "express";
import { html } from "../control/html";
import { instant, page, type NavLink } from "../control/page";

/** One text message that was asked for. */
export interface TextMessage {
  sid: string;
  at: number;
  from: string;
  to: string;
  body: string;
  status: "queued" | "sent" | "delivered" | "undelivered";
}

export interface PhoneOptions {
  now: () => number;
  nav?: () => readonly NavLink[];
  /** Account SID to auth token. */
  accounts?: Readonly<Record<string, string>>;
}

export interface Phone {
  router: Router;
  messages: TextMessage[];
  /** On command: the recipient has opted out (21610), or Twilio has trouble. */
  setFault(fault: "opted_out" | "failing" | null): void;
  fault(): "opted_out" | "failing" | null;
}

/** The demo's account; it opens nothing but the simulator. */
export const demoTwilio = { sid: "AC00000000000000000000000000000001", token: "demo-twilio-token" } as const;

/** Twilio's signature of a callback: HMAC-SHA1 over the URL and the sorted parameters, base64 (twilio.com/docs, "Validating requests"). */
export function twilioSignature(url: string, parameters: Readonly<Record<string, string>>, token: string): string {
  const text = url + Object.keys(parameters).sort().map((name) => name + (parameters[name] ?? "")).join("");
  return createHmac("sha1", token).update(text).digest("base64");
}

function problem(status: number, code: number, message: string) {
  return { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status };
}

/** A Twilio-like SMS service and the phone on which its messages arrive. */
export function createPhone(options: PhoneOptions): Phone {
  const accounts = options.accounts ?? { [demoTwilio.sid]: demoTwilio.token };
  const messages: TextMessage[] = [];
  let fault: "opted_out" | "failing" | null = null;
  const router = Router();

  router.post("/2010-04-01/Accounts/:sid/Messages.json", urlencoded({ extended: false }), (request, response) => {
    const sid = request.params.sid ?? "";
    const token = accounts[sid];
    const basic = `Basic ${Buffer.from(`${sid}:${token ?? ""}`).toString("base64")}`;
    if (token === undefined || request.get("authorization") !== basic) return void response.status(401).json(problem(401, 20003, "Authenticate"));
    if (fault === "failing") return void response.status(503).json(problem(503, 20503, "Service unavailable"));
    const form = request.body as Record<string, string | undefined>;
    const { To: to = "", Body: body = "", StatusCallback: callback } = form;
    const from = form["From"] ?? form["MessagingServiceSid"] ?? "";
    if (!/^\+[1-9]\d{6,14}$/.test(to)) return void response.status(400).json(problem(400, 21211, "The 'To' number is not a valid phone number."));
    if (body === "" || body.length > 1_600) return void response.status(400).json(problem(400, 21617, "The message body is missing or too long."));
    if (fault === "opted_out") return void response.status(400).json(problem(400, 21610, "Attempt to send to unsubscribed recipient"));
    const message: TextMessage = { sid: `SM${String(messages.length + 1).padStart(32, "0")}`, at: options.now(), from, to, body, status: "queued" };
    messages.push(message);
    const date = new Date(options.now()).toUTCString();
    response.status(201).json({
      sid: message.sid, account_sid: sid, from, to, body, status: "queued", error_code: null, error_message: null, direction: "outbound-api",
      num_segments: String(Math.ceil(body.length / 160)), price: null, date_created: date, date_updated: date, date_sent: null,
      messaging_service_sid: form["MessagingServiceSid"] ?? null,
    });
    void deliver(message, sid, token, callback);
  });

  router.get("/", (_request, response) => {
    response.send(page({
      title: "Phone",
      lead: "Text messages sent through the simulated SMS service.",
      nav: options.nav?.() ?? [],
      here: "Phone",
      body: messages.length === 0
        ? html`<p class="empty">No text messages yet.</p>`
        : [...messages].reverse().map((one) => html`<article style="margin-bottom:1rem"><div class="bubble">${one.body}</div><small class="soft">to ${one.to} · ${instant(one.at)} · ${one.status}</small></article>`),
    }));
  });
  router.get("/api/messages", (_request, response) => void response.json(messages));
  return { router, messages, setFault: (next) => void (fault = next), fault: () => fault };
}

/** Tells the callback address of each step, signed; an address that does not answer is not asked again. */
async function deliver(message: TextMessage, account: string, token: string, callback: string | undefined): Promise<void> {
  for (const status of ["sent", "delivered"] as const) {
    message.status = status;
    if (callback === undefined) continue;
    const parameters = { MessageSid: message.sid, SmsSid: message.sid, MessageStatus: status, SmsStatus: status, AccountSid: account, From: message.from, To: message.to, ApiVersion: "2010-04-01" };
    await fetch(callback, {
      method: "POST",
      body: new URLSearchParams(parameters),
      headers: { "x-twilio-signature": twilioSignature(callback, parameters, token) },
      signal: AbortSignal.timeout(5_000),
    }).then((answer) => answer.arrayBuffer(), () => undefined);
  }
}
