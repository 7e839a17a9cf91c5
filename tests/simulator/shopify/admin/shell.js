/** The admin around the app's frame: nav, title bar, save bar, toasts, deep links; it answers the App Bridge stand-in. */
(() => {
  "use strict";
  const frame = document.querySelector("iframe");
  const { base, appOrigin, store } = document.body.dataset;
  const element = (id) => document.getElementById(id);
  const send = (type, detail = {}) => frame.contentWindow.postMessage({ source: "admin", type, ...detail }, appOrigin);
  const answer = (id, value) => send("answer", { id, value });
  let saveBarShown = false;

  const go = (href) => {
    if (saveBarShown) return shake();
    send("navigate", { href });
  };
  const shake = () => {
    element("save-bar").classList.remove("shake");
    void element("save-bar").offsetWidth;
    element("save-bar").classList.add("shake");
  };

  function button(label, { primary = false, disabled = false } = {}, onClick) {
    const one = document.createElement("button");
    one.type = "button";
    one.textContent = label;
    one.disabled = disabled;
    if (primary) one.className = "primary";
    one.addEventListener("click", onClick);
    return one;
  }

  /** `shopify://admin/orders/1` and `shopify:admin/orders/1` are pages of this admin. */
  function adminPath(href) {
    const match = /^shopify:\/?\/?admin\/?(.*)$/.exec(href);
    return match ? `/store/${store}/${match[1]}` : null;
  }

  async function get(path) {
    const response = await fetch(path, { headers: { accept: "application/json" } });
    if (!response.ok) throw new Error(`the admin answered ${response.status}`);
    return response.json();
  }

  const handlers = {
    ready: () => {
      document.body.dataset.ready = "true";
    },
    path: ({ path, title }) => {
      history.replaceState(null, "", base + path);
      document.title = title || document.title;
      for (const link of document.querySelectorAll("#app-nav a")) link.toggleAttribute("aria-current", path.split("?")[0] === link.dataset.href);
    },
    "nav-menu": ({ items }) => {
      element("app-nav").replaceChildren(
        ...items.map(({ href, label }) => {
          const link = document.createElement("a");
          link.href = base + href;
          link.dataset.href = href;
          link.textContent = label;
          link.addEventListener("click", (event) => {
            event.preventDefault();
            go(href);
          });
          return link;
        }),
      );
    },
    "title-bar": ({ title, actions }) => {
      element("title").textContent = title;
      element("title-actions").replaceChildren(...actions.map((one) => button(one.label, one, () => send("title-bar-action", { action: one.action }))));
    },
    "save-bar": ({ shown, save, discard }) => {
      saveBarShown = shown;
      element("save-bar").hidden = !shown;
      if (!shown) return;
      element("save-bar-actions").replaceChildren(
        button(discard.label, discard, () => send("save-bar-action", { action: "discard" })),
        button(save.label, { primary: true, disabled: save.disabled || save.loading }, () => send("save-bar-action", { action: "save" })),
      );
    },
    toast: ({ id, message, isError, duration, action }) => {
      const one = document.createElement("div");
      one.id = id;
      one.className = isError ? "toast error" : "toast";
      one.setAttribute("role", isError ? "alert" : "status");
      one.textContent = message;
      const close = () => {
        if (!one.isConnected) return;
        one.remove();
        send("toast-dismissed", { id });
      };
      if (action) one.append(button(action, {}, () => send("toast-action", { id })));
      const dismiss = button("×", {}, close);
      dismiss.setAttribute("aria-label", "Dismiss");
      one.append(dismiss);
      element("toasts").append(one);
      setTimeout(close, duration);
    },
    "toast-hide": ({ id }) => element(id)?.remove(),
    loading: ({ on }) => {
      element("loading").hidden = !on;
    },
    open: ({ href, target }) => {
      const path = adminPath(href) ?? href;
      if (target === "_blank") window.open(path, "_blank");
      else location.assign(path);
    },
    "leave-confirmation": ({ id }) => {
      const dialog = element("leave");
      dialog.returnValue = "";
      dialog.addEventListener("close", () => dialog.returnValue === "leave" && answer(id, null), { once: true });
      dialog.showModal();
    },
    "id-token": async ({ id }) => answer(id, (await get(`/store/${store}/session-token`)).token),
    user: async ({ id }) => answer(id, (await get(`/store/${store}/user`)).user),
    scopes: async ({ id }) => answer(id, (await get(`/store/${store}/scopes`)).scopes),
  };

  window.addEventListener("message", (event) => {
    if (event.origin !== appOrigin || event.source !== frame.contentWindow || event.data?.source !== "app-bridge") return;
    Promise.resolve(handlers[event.data.type]?.(event.data)).catch((error) => event.data.id && send("answer", { id: event.data.id, error: String(error) }));
  });
  window.addEventListener("beforeunload", (event) => {
    if (saveBarShown) event.preventDefault();
  });
  // Only now: the app may speak as soon as it is there.
  frame.src = frame.dataset.src;
})();
