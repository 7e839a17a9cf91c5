import express from "express";
import { afterAll, beforeAll, expect, it } from "vitest";
import { serve, type RunningServer } from "../control/server";
import { createTeamInbox } from "../team-inbox";
import { createPhone, demoTwilio, twilioSignature } from "./index";

const phone = createPhone({ now: () => 5 });
const inbox = createTeamInbox({ now: () => 5 });
const callbacks: { status: string; ok: boolean }[] = [];
let server: RunningServer;
let base = "";
beforeAll(async () => {
  const app = express();
  app.post("/callback", express.urlencoded({ extended: false }), (request, response) => {
    const form = request.body as Record<string, string>;
    callbacks.push({ status: form["MessageStatus"] ?? "", ok: request.get("x-twilio-signature") === twilioSignature(`${base}/callback`, form, demoTwilio.token) });
    response.end();
  });
  server = await serve(app.use("/phone", phone.router).use("/team", inbox.router), 0);
  base = `http://127.0.0.1:${server.port}`;
});
afterAll(() => server.close());

const text = (to: string, token: string = demoTwilio.token) =>
  fetch(`${base}/phone/2010-04-01/Accounts/${demoTwilio.sid}/Messages.json`, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(`${demoTwilio.sid}:${token}`).toString("base64")}` },
    body: new URLSearchParams({ To: to, From: "+15005550006", Body: "Out for delivery <today>", StatusCallback: `${base}/callback` }),
  });

it("signs callbacks as Twilio's published example", () => {
  const parameters = { CallSid: "CA1234567890ABCDE", Caller: "+14158675309", Digits: "1234", From: "+14158675309", To: "+18005551212" };
  expect(twilioSignature("https://mycompany.com/myapp.php?foo=1&bar=2", parameters, "12345")).toBe("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
});

it("takes a text message, shows it, and calls back twice", async () => {
  expect((await text("+14155550100")).status).toBe(201);
  await expect.poll(() => callbacks.length).toBe(2);
  expect(callbacks).toEqual([{ status: "sent", ok: true }, { status: "delivered", ok: true }]);
  expect(await (await fetch(`${base}/phone/`)).text()).toContain("Out for delivery &#60;today&#62;");
});

it("refuses a wrong token, a wrong number and who opted out", async () => {
  expect((await text("+14155550100", "nonsense")).status).toBe(401);
  expect(await (await text("12")).json()).toMatchObject({ code: 21211 });
  phone.setFault("opted_out");
  expect(await (await text("+14155550100")).json()).toMatchObject({ code: 21610 });
  phone.setFault(null);
});

it("takes Slack messages and webhooks", async () => {
  const post = (path: string, body: string) => fetch(`${base}/team${path}`, { method: "POST", body, headers: { "content-type": "application/json", "webhook-id": "msg_1" } });
  expect(await (await post("/services/T1/B1/x", JSON.stringify({ text: "3 shipments stuck" }))).text()).toBe("ok");
  expect(await (await post("/services/T1/B1/x", "nonsense")).text()).toBe("invalid_payload");
  expect((await post("/hooks/warehouse", "{}")).status).toBe(204);
  expect(inbox.items.map((item) => item.summary)).toEqual(["3 shipments stuck", "{}"]);
  expect(inbox.items[1]?.headers["webhook-id"]).toBe("msg_1");
  inbox.setFault("gone");
  expect((await post("/hooks/warehouse", "{}")).status).toBe(410);
  inbox.setFault(null);
});
