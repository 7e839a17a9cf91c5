import type { ParsedAnswer } from "~/domain/tracking/event";
import type { Understanding } from "~/domain/tracking/status";

import type { AccountPush, NumberSubscription } from "./push-port";

/** One number to look up, with what some providers need besides it. */
export interface TrackingQuery {
  number: string;
  /** Milepost's carrier code, for aggregators; null lets the provider detect it. */
  carrier: string | null;
  destinationCountry: string | null;
  destinationPostalCode: string | null;
  /** Milliseconds since the epoch. */
  shippedAt: number | null;
  locale: string | null;
}

/** One credential or option a merchant fills in; the settings page renders itself from this. */
export interface CredentialField {
  key: string;
  label: string;
  kind: "text" | "secret" | "choice";
  required: boolean;
  help: string;
  /** Set by who runs Milepost and never shown to merchants: an address they could choose would let them reach inner hosts. */
  setBy?: "operator";
  choices?: readonly { value: string; label: string }[];
  /** Where the value is a part of the addresses that are called: a path of several parts, or a word as one part. */
  urlPart?: "path" | "word";
  default?: string;
  /** A secret that is nobody's but ours and the provider's: left empty, Milepost makes one up (32 characters). */
  madeUp?: true;
}

export type Credentials = Readonly<Record<string, string>>;

/** What an adapter's client is given. Time, HTTP and randomness arrive from outside. */
export interface CarrierContext {
  credentials: Credentials;
  http: HttpClient;
  now: () => number;
  /** Keeps an access token until it expires; one renewal however many callers need it. */
  tokens: TokenCache;
  /** Milepost's own address for what this connection's provider pushes; it holds a secret. */
  webhookUrl?: string;
}

/** HTTP with time-outs, size cap, and no redirects to other hosts; never throws for an HTTP status. */
export interface HttpClient {
  send(request: HttpRequest): Promise<HttpAnswer>;
}

export interface HttpRequest {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  url: string;
  headers?: Record<string, string>;
  body?: string;
  /** Milliseconds; default 15,000. */
  timeoutMs?: number;
  /** Asking twice does no harm, so a failure may be tried again. Default: true for all but POST and PATCH. */
  idempotent?: boolean;
}

export interface HttpAnswer {
  /** 0 when nothing answered (time-out, refused, circuit open); `body` then says why. */
  status: number;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: string;
}

export interface TokenCache {
  get(key: string, renew: () => Promise<{ token: string; expiresAt: number }>): Promise<string>;
  drop(key: string): void;
}

/**
 * How a provider signs what it pushes, as data; run by ./verify-signature. `secretKey` names the credential that holds
 * the secret. Placeholders of a template: `{body}` (the raw bytes), `{secret}`, `{header:NAME}`, `{json:PATH}`, `{part:NAME}`.
 */
export type WebhookScheme =
  | {
      kind: "hmac";
      header: string;
      algorithm: "sha256" | "sha1" | "sha512";
      encoding: "hex" | "base64";
      prefix?: string;
      template: string;
      secretKey: string;
      /** Unicode form into which the provider brings the secret first. */
      normaliseSecret?: "NFKD";
      /** Headers whose names could not be verified, each with the credential under which a merchant may give another name. */
      renamed?: Readonly<Record<string, string>>;
      /** Where the header is a list such as "t=1688,v1=abc": the part that is the signature; the others are `{part:NAME}`. */
      part?: string;
      freshness?: Freshness;
    }
  | { kind: "hash"; header: string; algorithm: "sha256"; encoding: "hex"; template: string; secretKey: string }
  /** RSA PKCS#1 v1.5 with SHA-256, base64; the public key is the one of the provider's JWKS that `keyIdHeader` names. */
  | { kind: "rsa"; header: string; keyIdHeader: string; template: string; jwksUrl: string; freshness?: Freshness }
  /** No signature: a secret of ours comes back in a header. */
  | { kind: "bearer"; header: string; prefix?: string; secretKey: string };

/** No signature and no header: the connection's own address, which nobody can guess, is all the proof. Only ever by a setting. */
export interface AddressProof {
  kind: "address";
}

/** How old a push may be: a header that is signed along says when it was sent (ISO 8601 or RFC 2822). */
export interface Freshness {
  header: string;
  withinMs: number;
}

/**
 * A provider of tracking: a carrier that answers for itself, or an aggregator that answers for many.
 * One folder each; `index.ts` of the folder exports one `CarrierAdapter`; ./registry lists them.
 */
export interface CarrierAdapter {
  /** Lower snake case, e.g. "ups", "17track". */
  code: string;
  name: string;
  kind: "carrier" | "aggregator";
  /** Other names under which `normalize` accepts it, e.g. "royalmail" for "royal_mail". */
  aliases: readonly string[];
  credentials: readonly CredentialField[];
  /** What is wrong with fields that are right each by itself: messages by the fields' keys. */
  inspect?(credentials: Credentials): Record<string, string>;
  /**
   * Numbers per request, requests per second, and the calls a day the provider allows (null = not told). Where it counts
   * the numbers of a day as well: `numbersPerDay`.
   */
  limits: { batch: number; perSecond: number; perDay: number | null; numbersPerDay?: number };
  /**
   * Reads any body this provider sends: answer, error or webhook. Pure; never throws.
   * Events come out newest first; those of the same instant keep the source's order.
   */
  parse(body: string, context: { httpStatus: number | null; receivedAt: number }): ParsedAnswer;
  /** How one scan is understood by this provider's own map (falls back to ../../domain/tracking text reading). */
  explain(scan: { code: string | null; text: string | null }): Understanding;
  /** Asks for up to `limits.batch` numbers. Never throws for what the provider says; it becomes a problem. */
  track(queries: readonly TrackingQuery[], context: CarrierContext): Promise<ParsedAnswer>;
  /** Starts (and ends) being told by webhook; absent where the provider has none. */
  register?(queries: readonly TrackingQuery[], context: CarrierContext): Promise<RegisterAnswer>;
  unregister?(queries: readonly TrackingQuery[], context: CarrierContext): Promise<RegisterAnswer>;
  webhook?: WebhookScheme;
  /** Where a setting chooses another scheme than `webhook`: its key, and the schemes by its values. */
  webhookBy?: { key: string; schemes: Readonly<Record<string, WebhookScheme | AddressProof>> };
  /** A carrier whose `register` subscribes numbers to its pushes; see ./push-port. */
  subscription?: NumberSubscription;
  /** One subscription for a whole account, made from the connection; see ./push-port. */
  accountPush?: AccountPush;
  /** True where the provider's bodies can be read but Milepost has no access of its own: nothing to connect in settings. */
  readOnly?: true;
  /** A cheap call that tells whether the credentials work. */
  test(context: CarrierContext): Promise<{ ok: boolean; message: string }>;
}

export interface RegisterAnswer {
  /** `subscription`: the carrier's id of the subscription that holds the number, where it gives one. */
  accepted: { number: string; carrier: string | null; subscription?: string }[];
  problems: ParsedAnswer["problems"];
  /** Numbers of which nobody knows whether the provider took them: the request went out and no answer came. */
  uncertain?: string[];
}
