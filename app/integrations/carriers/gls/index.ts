import { address, segment } from "../calling/address";
import { BASE_URL_FIELD, basic, credential, form, FORM_HEADERS } from "../calling/connection";
import { testByToken } from "../calling/test";
import type { TokenSource } from "../calling/token";
import { createTrack } from "../calling/track";
import type { CarrierAdapter, CarrierContext } from "../port";
import { explainGls, parseGls } from "./parse";

const HOSTS = { production: "https://api.gls-group.net", test: "https://api-sandbox.gls-group.net" };
const BATCH = 10;

function host(context: CarrierContext): string {
  return credential(context, "environment") === "test" ? HOSTS.test : HOSTS.production;
}

const token: TokenSource = {
  provider: "gls",
  usualSeconds: 3_600,
  request: (context) => ({
    method: "POST",
    url: address(context, host(context), "/oauth2/v2/token"),
    headers: { ...FORM_HEADERS, authorization: basic(credential(context, "client_id"), credential(context, "client_secret")) },
    body: form({ grant_type: "client_credentials" }),
  }),
};

const track = createTrack({
  batch: BATCH,
  token,
  request: (queries, context, bearer) => ({
    method: "GET",
    url: address(context, host(context), `/track-and-trace-v1/tracking/simple/trackids/${queries.map((query) => segment(query.number)).join(",")}?showEvents=true`),
    headers: { accept: "application/json", authorization: `Bearer ${bearer}`, "accept-language": queries[0]?.locale ?? "en" },
  }),
  parse: parseGls,
});

/** GLS Track & Trace V1 by polling; it has no webhooks. */
export const gls: CarrierAdapter = {
  code: "gls",
  name: "GLS",
  kind: "carrier",
  aliases: [],
  credentials: [
    { key: "client_id", label: "App ID", kind: "text", required: true, help: "Of your app on dev-portal.gls-group.net with Track & Trace V1." },
    { key: "client_secret", label: "App secret", kind: "secret", required: true, help: "Of the same app." },
    {
      key: "environment", label: "Environment", kind: "choice", required: false, default: "production", help: "",
      choices: [{ value: "production", label: "Production" }, { value: "test", label: "Sandbox" }],
    },
    BASE_URL_FIELD,
  ],
  // Ten numbers a call, 500 calls a day for a new app (developer portal).
  limits: { batch: BATCH, perSecond: 2, perDay: 500 },
  parse: parseGls,
  explain: explainGls,
  track,
  test: testByToken(token),
};
