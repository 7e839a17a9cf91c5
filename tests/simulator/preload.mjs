/**
 * Loaded with `node --import` before the app, so that the app meets the simulated world without knowing it:
 *
 * - requests to https://*.myshopify.com, and to the storage where Shopify keeps results of bulk operations, go to the
 *   simulator, the host in the header x-simulated-host;
 * - outgoing responses lose the preload of Shopify's hosted App Bridge and let the simulator frame the page;
 * - the date follows the simulator's clock (messages {clockOffsetMs} from the parent process).
 *
 * Environment: SIMULATOR_SHOPIFY_URL (where the simulator listens), SIMULATOR_FRAME_ANCESTORS (more origins that may
 * frame the app, separated by spaces), SIMULATOR_CLOCK_OFFSET_MS (the offset to begin with).
 */
import { ServerResponse } from "node:http";

const simulator = process.env.SIMULATOR_SHOPIFY_URL ? new URL(process.env.SIMULATOR_SHOPIFY_URL) : null;

const STORAGE_HOST = "storage.googleapis.com";

moveDate(Number(process.env.SIMULATOR_CLOCK_OFFSET_MS ?? 0) || 0);
if (simulator !== null) {
  redirectFetch(simulator);
  adjustResponses(frameAncestors(simulator));
}

/** Replaces the global Date by one that is offset; instances, parsing and arithmetic stay the real ones. */
function moveDate(initialOffsetMs) {
  const RealDate = globalThis.Date;
  const realNow = RealDate.now.bind(RealDate);
  let offsetMs = initialOffsetMs;
  const now = () => realNow() + offsetMs;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, property, receiver) => (property === "now" ? now : Reflect.get(target, property, receiver)),
  });
  // `new Date().constructor` must be the moved one too.
  RealDate.prototype.constructor = globalThis.Date;
  process.on("message", (message) => {
    if (message !== null && typeof message === "object" && Number.isFinite(message.clockOffsetMs)) offsetMs = message.clockOffsetMs;
  });
  // Listening must not keep a process alive that has nothing else to do.
  process.channel?.unref();
}

/** A property instead of a value: what replaces the global fetch later (installGlobals does) is wrapped as well. */
function redirectFetch(target) {
  // Each layer keeps the one it was made around, so that a fetch which calls the fetch before it comes to an end.
  const wrap = (inner) => (input, init) => {
    const url = addressOf(input);
    if (url === null || !(url.hostname.endsWith(".myshopify.com") || url.hostname === STORAGE_HOST)) return inner(input, init);
    return forward(inner, target, url, input, init);
  };
  let current = wrap(globalThis.fetch);
  Object.defineProperty(globalThis, "fetch", {
    configurable: true,
    enumerable: true,
    get: () => current,
    set: (value) => {
      current = wrap(value);
    },
  });
}

function addressOf(input) {
  const text = typeof input === "string" || input instanceof URL ? String(input) : input?.url;
  return URL.canParse(text) ? new URL(text) : null;
}

async function forward(inner, target, url, input, init) {
  const isRequest = typeof input === "object" && !(input instanceof URL);
  const headers = new Headers(init?.headers ?? (isRequest ? input.headers : undefined));
  headers.set("x-simulated-host", url.hostname);
  const method = init?.method ?? (isRequest ? input.method : "GET");
  const body = init?.body ?? (isRequest && method !== "GET" && method !== "HEAD" ? await input.arrayBuffer() : undefined);
  return inner(new URL(url.pathname + url.search, target), {
    method,
    headers,
    body,
    redirect: init?.redirect ?? "follow",
    signal: init?.signal ?? (isRequest ? input.signal : undefined),
    ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
  });
}

function frameAncestors(target) {
  const origins = new Set([target.origin]);
  for (const host of ["localhost", "127.0.0.1"]) origins.add(`${target.protocol}//${host}${target.port ? `:${target.port}` : ""}`);
  for (const origin of (process.env.SIMULATOR_FRAME_ANCESTORS ?? "").split(" ")) if (origin) origins.add(origin);
  return [...origins].join(" ");
}

/** Every way in which node lets a header be set leads through one of these. */
function adjustResponses(ancestors) {
  const { setHeader, appendHeader, setHeaders, writeHead } = ServerResponse.prototype;
  const adjusted = (name, value) => adjustHeader(name, value, ancestors);

  ServerResponse.prototype.setHeader = function (name, value) {
    const next = adjusted(name, value);
    return next === null ? this : setHeader.call(this, name, next);
  };
  ServerResponse.prototype.appendHeader = function (name, value) {
    const next = adjusted(name, value);
    return next === null ? this : appendHeader.call(this, name, next);
  };
  ServerResponse.prototype.setHeaders = function (headers) {
    const kept = new Map();
    for (const [name, value] of headers) {
      const next = adjusted(name, value);
      if (next !== null) kept.set(name, next);
    }
    return setHeaders.call(this, kept);
  };
  ServerResponse.prototype.writeHead = function (status, reason, headers) {
    const given = typeof reason === "string" ? headers : reason;
    const message = typeof reason === "string" ? [reason] : [];
    return writeHead.call(this, status, ...message, ...(given === undefined ? [] : [adjustAll(given, adjusted)]));
  };
}

function adjustAll(headers, adjusted) {
  if (Array.isArray(headers)) {
    const pairs = Array.isArray(headers[0]) ? headers : headers.flatMap((name, at) => (at % 2 === 0 ? [[name, headers[at + 1]]] : []));
    return pairs.flatMap(([name, value]) => {
      const next = adjusted(name, value);
      return next === null ? [] : [name, next];
    });
  }
  const kept = {};
  for (const [name, value] of Object.entries(headers)) {
    const next = adjusted(name, value);
    if (next !== null) kept[name] = next;
  }
  return kept;
}

/** @returns the header's value as it should leave, or null when nothing of it should */
function adjustHeader(name, value, ancestors) {
  switch (String(name).toLowerCase()) {
    case "link": {
      const kept = [value].flat().filter((link) => !String(link).includes("cdn.shopify.com/shopifycloud/app-bridge.js"));
      return kept.length === 0 ? null : Array.isArray(value) ? kept : kept[0];
    }
    case "content-security-policy":
      return [value].flat().map((policy) => allowFraming(String(policy), ancestors)).join(", ");
    default:
      return value;
  }
}

/**
 * `'none'` stays as it is: a page that refuses every frame refuses the simulator's too. What is allowed already stays
 * as well, for node's writeHead calls setHeader.
 */
function allowFraming(policy, ancestors) {
  if (policy.includes(ancestors)) return policy;
  return policy.replace(/frame-ancestors([^;]*)/i, (directive, sources) => (sources.trim() === "'none'" ? directive : `frame-ancestors${sources.trimEnd()} ${ancestors}`));
}
