import { Router, text } from "express";
import { html, type Markup } from "../control/html";
import { instant, page, type NavLink } from "../control/page";

/** One message or webhook that came in. */
export interface InboxItem {
  at: number;
  kind: "slack" | "webhook";
  channel: string;
  /** A line for the list. */
  summary: string;
  headers: Record<string, string>;
  body: string;
}

export interface TeamInbox {
  router: Router;
  items: InboxItem[];
  fault(): InboxFault | null;
  setFault(fault: InboxFault | null): void;
}
export type InboxFault = "failing" | "gone" | "rate_limited";

const KEPT_HEADERS = ["content-type", "user-agent", "webhook-id", "webhook-timestamp", "webhook-signature"];

/** Slack's incoming webhooks (POST /services/T…/B…/…, answers "ok") and any other webhook (POST /hooks/NAME). */
export function createTeamInbox(options: { now: () => number; nav?: () => readonly NavLink[] }): TeamInbox {
  const items: InboxItem[] = [];
  let fault: InboxFault | null = null;
  const router = Router();
  const raw = text({ type: () => true, limit: "1mb" });

  router.use((request, response, next) => {
    if (request.method !== "POST" || fault === null) return next();
    if (fault === "rate_limited") return void response.status(429).set("retry-after", "30").send("rate_limited");
    response.status(fault === "gone" ? 410 : 500).send(fault === "gone" ? "channel_is_archived" : "rollup_error");
  });
  router.post("/services/:team/:bot/:secret", raw, (request, response) => {
    const body = typeof request.body === "string" ? request.body : "";
    const message = readSlack(body);
    if (message === null) return void response.status(400).send("invalid_payload");
    if (message === "") return void response.status(400).send("no_text");
    items.push({ at: options.now(), kind: "slack", channel: request.params["bot"] ?? "", summary: message, headers: {}, body });
    response.type("text/plain").send("ok");
  });
  router.post("/hooks/:name", raw, (request, response) => {
    const headers = Object.fromEntries(KEPT_HEADERS.flatMap((name) => (request.get(name) === undefined ? [] : [[name, request.get(name) ?? ""]])));
    const body = typeof request.body === "string" ? request.body : "";
    items.push({ at: options.now(), kind: "webhook", channel: request.params["name"] ?? "", summary: body.slice(0, 140), headers, body });
    response.status(204).end();
  });
  router.get("/api/items", (_request, response) => void response.json(items));
  router.get("/", (_request, response) => {
    response.send(page({
      title: "Team inbox",
      lead: "What the app told the team: Slack messages and webhooks.",
      nav: options.nav?.() ?? [],
      here: "Team inbox",
      body: items.length === 0 ? html`<p class="empty">Nothing has come in yet.</p>` : html`<div class="grid">${[...items].reverse().map(card)}</div>`,
    }));
  });
  return { router, items, fault: () => fault, setFault: (next) => void (fault = next) };
}

/** The text of a Slack message: null when it is not JSON, empty when it has neither text nor blocks. */
function readSlack(body: string): string | null {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null) return null;
  if ("text" in value && typeof value.text === "string" && value.text !== "") return value.text;
  return "blocks" in value && Array.isArray(value.blocks) && value.blocks.length > 0 ? "(blocks)" : "";
}

function card(item: InboxItem): Markup {
  return html`<article class="card wide"><p><span class="badge">${item.kind === "slack" ? "Slack" : "Webhook"}</span> <strong>${item.channel}</strong> <small>${instant(item.at)}</small></p>
<p>${item.summary}</p><details><summary>As it came</summary><pre>${Object.entries(item.headers).map(([name, value]) => `${name}: ${value}\n`)}
${item.body}</pre></details></article>`;
}
