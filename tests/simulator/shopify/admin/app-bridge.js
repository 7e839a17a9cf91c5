/**
 * A stand-in for Shopify's App Bridge, in the app's page inside the simulated admin's frame. It offers what the
 * embedded app uses of `window.shopify` and of the ui-* elements, and speaks with the admin around it by messages.
 * What it does not stand in for says so plainly.
 */
(() => {
  "use strict";
  if (window.shopify) return;

  const script = document.currentScript;
  const adminOrigin = new URL(script.src).origin;
  const inFrame = window.top !== window;
  const address = new URL(location.href);

  // ---- what is known of the shop: from the address, and kept for pages without it

  const remember = (name) => {
    const value = address.searchParams.get(name);
    try {
      if (value !== null) sessionStorage.setItem(`app-bridge:${name}`, value);
      return value ?? sessionStorage.getItem(`app-bridge:${name}`) ?? "";
    } catch {
      return value ?? "";
    }
  };
  const config = {
    apiKey: script.dataset.apiKey ?? document.querySelector('meta[name="shopify-api-key"]')?.content ?? "",
    shop: remember("shop"),
    host: remember("host"),
    locale: remember("locale") || "en",
  };
  // App Bridge refuses these, too: "must be included as the first <script> tag … Do not use async, defer or type=module".
  // Built for Shopify wants the tag in the head of every document.
  if (script.async || script.defer || script.type === "module") throw new Error("App Bridge must be loaded without async, defer or type=module.");
  if (document.scripts[0] !== script) throw new Error("App Bridge must be the first script of the document.");
  if (script.parentNode !== document.head) throw new Error("App Bridge must be loaded in the head of the document.");
  if (!config.apiKey) throw new Error("App Bridge found no API key: the shopify-api-key meta tag or data-api-key is missing.");
  const storeHandle = config.shop.replace(/\.myshopify\.com$/, "");

  if (!inFrame && config.shop) {
    // An embedded app opened by itself goes back into the admin.
    const target = new URL(address.searchParams.get("shopify-reload") ?? address.href);
    location.replace(`${adminOrigin}/store/${storeHandle}/apps/-${ownPath(target)}`);
    return;
  }

  /** The path as the app knows it, without what the admin added to it. */
  function ownPath(url) {
    const own = new URL(url);
    for (const name of ["embedded", "hmac", "host", "id_token", "locale", "session", "shop", "timestamp"]) own.searchParams.delete(name);
    return own.pathname + own.search + own.hash;
  }

  // ---- messages to and from the admin

  let lastId = 0;
  const waiting = new Map();
  const tell = (type, detail = {}) => window.parent.postMessage({ source: "app-bridge", type, ...detail }, adminOrigin);
  const ask = (type, detail = {}) =>
    new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      tell(type, { id: lastId, ...detail });
    });

  const handlers = {
    answer: ({ id, value, error }) => {
      const one = waiting.get(id);
      waiting.delete(id);
      if (error) one?.reject(new Error(error));
      else one?.resolve(value);
    },
    navigate: ({ href }) => followLink(href),
    "title-bar-action": ({ action }) => titleBarActions[action]?.click(),
    "save-bar-action": ({ action }) => saveBars.press(action),
    "toast-action": ({ id }) => toasts.get(id)?.onAction?.(),
    "toast-dismissed": ({ id }) => {
      toasts.get(id)?.onDismiss?.();
      toasts.delete(id);
    },
  };
  window.addEventListener("message", (event) => {
    if (event.origin !== adminOrigin || event.data?.source !== "admin") return;
    handlers[event.data.type]?.(event.data);
  });

  const notSimulated = (name) => () => Promise.reject(new Error(`shopify.${name} is not simulated.`));

  // ---- session tokens and the fetch that carries them

  let token = null;
  async function idToken() {
    // A minute's life; asked for anew well before its end.
    if (token === null || performance.now() - token.at > 30_000) token = { value: await ask("id-token"), at: performance.now() };
    return token.value;
  }

  const plainFetch = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const text = input instanceof Request ? input.url : String(input);
    if (text.startsWith("shopify:")) throw new Error(`${text} is not simulated.`);
    const request = new Request(input, init);
    if (new URL(request.url).origin !== location.origin) return plainFetch(request);
    const again = request.clone();
    const send = async (one) => {
      const headers = new Headers(one.headers);
      if (!headers.has("authorization")) headers.set("authorization", `Bearer ${await idToken()}`);
      headers.set("x-requested-with", "XMLHttpRequest");
      return plainFetch(new Request(one, { headers }));
    };
    let response = await send(request);
    if (response.status === 401 && response.headers.has("x-shopify-retry-invalid-session-request")) {
      token = null;
      response = await send(again);
    }
    const reauthorize = response.headers.get("x-shopify-api-request-failure-reauthorize-url");
    if (reauthorize) window.open(new URL(reauthorize, location.href), "_top");
    return response;
  };

  // The bounce page: a token, and back to the page that wanted one.
  const reload = address.searchParams.get("shopify-reload");
  if (reload !== null) {
    void idToken().then((value) => {
      const target = new URL(reload, location.href);
      if (target.origin !== location.origin) throw new Error("shopify-reload leads out of the app");
      target.searchParams.set("id_token", value);
      location.replace(target);
    });
  }

  // ---- navigation: both ways, and deep links

  function followLink(href) {
    const link = [...document.querySelectorAll("ui-nav-menu a, s-app-nav s-link, s-app-nav a")].find((one) => one.getAttribute("href") === href) ?? temporaryLink(href);
    link.dispatchEvent(new CustomEvent("shopify:navigate", { bubbles: true, cancelable: true }));
    if (link.dataset.temporary) link.remove();
  }
  function temporaryLink(href) {
    const link = document.createElement("a");
    link.setAttribute("href", href);
    link.dataset.temporary = "true";
    link.hidden = true;
    document.body.append(link);
    return link;
  }
  const tellPath = () => tell("path", { path: ownPath(new URL(location.href)), title: document.title });
  for (const name of ["pushState", "replaceState"]) {
    const original = history[name].bind(history);
    history[name] = (...args) => {
      original(...args);
      tellPath();
    };
  }
  addEventListener("popstate", tellPath);

  const isAdminLink = (href) => typeof href === "string" && /^shopify:\/?\/?admin/.test(href);
  document.addEventListener(
    "click",
    (event) => {
      const href = event.target instanceof Element ? event.target.closest("a[href]")?.getAttribute("href") : null;
      if (!isAdminLink(href)) return;
      event.preventDefault();
      tell("open", { href });
    },
    true,
  );
  const plainOpen = window.open.bind(window);
  window.open = (url, target, features) => {
    if (isAdminLink(String(url))) return void tell("open", { href: String(url), target });
    if (target === "_top" || target === "_parent") return void tell("open", { href: new URL(url, location.href).href, target });
    return plainOpen(url, target, features);
  };

  // ---- nav menu and title bar: read off the page, shown by the admin

  const text = (node) => (node.textContent ?? "").trim();
  let titleBarActions = {};
  function readPage() {
    const menu = document.querySelector("ui-nav-menu, s-app-nav");
    const items = [...(menu?.querySelectorAll("a[href], s-link[href]") ?? [])].map((one) => ({ href: one.getAttribute("href"), label: text(one), home: one.getAttribute("rel") === "home" }));
    tell("nav-menu", { items: items.filter((one) => !one.home) });
    const bar = document.querySelector("ui-title-bar:not(ui-modal ui-title-bar)");
    titleBarActions = {};
    const actions = [...(bar?.querySelectorAll("button, a[href]") ?? [])].map((one, index) => {
      titleBarActions[index] = one;
      return { action: index, label: text(one), primary: one.getAttribute("variant") === "primary", disabled: one.disabled === true };
    });
    tell("title-bar", { title: bar?.getAttribute("title") ?? document.title, actions });
    saveBars.refresh();
  }
  let reading = 0;
  const readSoon = () => {
    cancelAnimationFrame(reading);
    reading = requestAnimationFrame(readPage);
  };

  // ---- save bars and modals: app-bridge-save-bar.js and app-bridge-modal.js, served before this

  const saveBars = script.createSaveBars({ text, tell, ask, readSoon });
  const { Modal, modalOf } = script.createModals(text);

  class Hidden extends HTMLElement {
    connectedCallback() {
      this.style.display = "none";
      readSoon();
    }
    disconnectedCallback() {
      readSoon();
    }
  }
  customElements.define("ui-nav-menu", class extends Hidden {});
  customElements.define("s-app-nav", class extends Hidden {});
  customElements.define("ui-title-bar", class extends Hidden {});
  customElements.define("ui-save-bar", saveBars.SaveBar);
  customElements.define("ui-modal", Modal);

  // ---- toasts

  const toasts = new Map();
  let toastIds = 0;
  const toast = {
    show(message, options = {}) {
      const id = `toast-${(toastIds += 1)}`;
      toasts.set(id, options);
      tell("toast", { id, message, isError: options.isError === true, duration: options.duration ?? 5000, action: options.action ?? null });
      return id;
    },
    hide: (id) => tell("toast-hide", { id }),
  };

  // ---- the app's own figures: the real script measures them too

  function onReport(callback) {
    const metrics = {};
    const observe = (type, read) => {
      try {
        new PerformanceObserver((list) => {
          read(list.getEntries());
          callback({ metrics: Object.values(metrics) });
        }).observe({ type, buffered: true });
      } catch {
        // A browser without the measure has nothing to report.
      }
    };
    observe("largest-contentful-paint", (entries) => (metrics.LCP = { id: "lcp", name: "LCP", value: entries.at(-1).startTime }));
    observe("layout-shift", (entries) => {
      const before = metrics.CLS?.value ?? 0;
      metrics.CLS = { id: "cls", name: "CLS", value: before + entries.filter((one) => !one.hadRecentInput).reduce((sum, one) => sum + one.value, 0) };
    });
    return Promise.resolve();
  }

  window.shopify = {
    config,
    origin: adminOrigin,
    ready: Promise.resolve(),
    environment: { embedded: true, mobile: false, pos: false },
    idToken,
    loading: (on) => tell("loading", { on: on !== false }),
    toast,
    modal: {
      show: (id) => Promise.resolve(modalOf(id).show()),
      hide: (id) => Promise.resolve(modalOf(id).hide()),
      toggle: (id) => Promise.resolve(modalOf(id).toggle()),
    },
    saveBar: saveBars.api,
    user: () => ask("user"),
    scopes: { query: () => ask("scopes"), request: notSimulated("scopes.request"), revoke: notSimulated("scopes.revoke") },
    webVitals: { onReport },
    resourcePicker: notSimulated("resourcePicker"),
    picker: notSimulated("picker"),
    scanner: { capture: notSimulated("scanner.capture") },
    intents: { invoke: notSimulated("intents.invoke") },
    pos: {},
    reviews: { request: notSimulated("reviews.request") },
    support: { registerHandler: () => Promise.resolve() },
  };

  const begin = () => {
    new MutationObserver(readSoon).observe(document.documentElement, { childList: true, subtree: true, attributes: true, characterData: true, attributeFilter: ["href", "title", "disabled", "variant", "loading"] });
    readPage();
    tellPath();
    tell("ready");
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
