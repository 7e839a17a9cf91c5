import { address } from "../calling/address";
import { BASE_URL_FIELD, credential, JSON_HEADERS } from "../calling/connection";
import { testByToken } from "../calling/test";
import type { TokenSource } from "../calling/token";
import { createTrack } from "../calling/track";
import type { CarrierAdapter, CarrierContext } from "../port";
import { explainPosteItaliane } from "./explain";
import { parsePosteItaliane } from "./parse";

const ADDRESSES = { production: "https://apiw.gp.posteitaliane.it/gp/internet", test: "https://apid.gp.posteitaliane.it/dev/kindergarden" };
const SCOPE = "https://postemarketplace.onmicrosoft.com/d6a78063-5570-4a87-bbd7-07326e6855d1/.default";
/** Several waybills may be asked for at once; how many is not told. */
const BATCH = 10;

function base(context: CarrierContext): string {
  return credential(context, "environment") === "test" ? ADDRESSES.test : ADDRESSES.production;
}

const token: TokenSource = {
  provider: "poste_italiane",
  usualSeconds: 1_800,
  request: (context) => ({
    method: "POST",
    url: address(context, base(context), "/user/sessions"),
    headers: { ...JSON_HEADERS, POSTE_clientID: credential(context, "client_id") },
    body: JSON.stringify({ clientId: credential(context, "client_id"), secretId: credential(context, "client_secret"), scope: credential(context, "scope") || SCOPE, grantType: "client_credentials" }),
  }),
};

const track = createTrack({
  batch: BATCH,
  token,
  request: (queries, context, bearer) => ({
    method: "POST",
    url: address(context, base(context), "/postalandlogistics/parcel/tracking"),
    // Public clients send the token with and without its type.
    headers: { ...JSON_HEADERS, POSTE_clientID: credential(context, "client_id"), authorization: credential(context, "token_form") === "bare" ? bearer : `Bearer ${bearer}` },
    body: JSON.stringify({ arg0: { shipmentsData: queries.map((query) => ({ waybillNumber: query.number, lastTracingState: "N" })), statusDescription: "E", customerType: "DQ" } }),
    idempotent: true,
  }),
  parse: parsePosteItaliane,
});

/** Poste Italiane: Poste Delivery Business by polling. */
export const posteItaliane: CarrierAdapter = {
  code: "poste_italiane",
  name: "Poste Italiane",
  kind: "carrier",
  aliases: ["poste_delivery"],
  credentials: [
    { key: "client_id", label: "Client ID", kind: "text", required: true, help: "Given with your contract for Poste Delivery Business." },
    { key: "client_secret", label: "Secret ID", kind: "secret", required: true, help: "Given with it." },
    { key: "scope", label: "Scope", kind: "text", required: false, help: "Leave empty for production's usual scope." },
    {
      key: "token_form", label: "Token", kind: "choice", required: false, default: "bearer", help: "How the token is sent; change it when every call is refused.",
      choices: [{ value: "bearer", label: "With the word Bearer" }, { value: "bare", label: "Alone" }],
    },
    {
      key: "environment", label: "Environment", kind: "choice", required: false, default: "production", help: "",
      choices: [{ value: "production", label: "Production" }, { value: "test", label: "Sandbox" }],
    },
    BASE_URL_FIELD,
  ],
  // Poste publishes no figures.
  limits: { batch: BATCH, perSecond: 1, perDay: null },
  parse: parsePosteItaliane,
  explain: explainPosteItaliane,
  track,
  test: testByToken(token),
};
