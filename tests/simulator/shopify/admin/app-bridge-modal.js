"use strict";

/**
 * The ui-modal element of the App Bridge stand-in: shown over the app's page, its title and buttons read off the
 * ui-title-bar within. Served in one file with app-bridge.js, which calls this.
 * @param {(node: Node) => string} text what a node says
 */
function createModals(text) {
  const modals = new Map();
  class Modal extends HTMLElement {
    #overlay = null;
    #content = document.createElement("div");
    #before = null;
    connectedCallback() {
      this.style.display = "none";
      modals.set(this.id, this);
    }
    disconnectedCallback() {
      this.hide();
      modals.delete(this.id);
    }
    get content() {
      return this.#content;
    }
    get showing() {
      return this.#overlay !== null;
    }
    show() {
      if (this.#overlay) return;
      this.#before = document.activeElement;
      const bar = this.querySelector("ui-title-bar");
      const source = this.getAttribute("src");
      if (source !== null) {
        const frame = document.createElement("iframe");
        frame.src = source;
        frame.style.cssText = "border:0;width:100%;height:60vh";
        this.#content.replaceChildren(frame);
      } else if (this.#content.childNodes.length === 0) {
        for (const child of [...this.childNodes]) if (child !== bar && child.nodeName !== "UI-SAVE-BAR" && (child.textContent ?? "").trim()) this.#content.append(child.cloneNode(true));
      }
      this.#overlay = this.#build(bar);
      document.body.append(this.#overlay);
      this.#overlay.querySelector("button")?.focus();
      this.dispatchEvent(new Event("show"));
    }
    hide() {
      if (!this.#overlay) return;
      this.#overlay.remove();
      this.#overlay = null;
      if (this.#before instanceof HTMLElement) this.#before.focus();
      this.dispatchEvent(new Event("hide"));
    }
    toggle() {
      if (this.showing) this.hide();
      else this.show();
    }
    #build(bar) {
      const overlay = document.createElement("div");
      overlay.style.cssText = "position:fixed;inset:0;z-index:600;background:rgba(0,0,0,.5);display:flex;align-items:center;justify-content:center;padding:16px";
      const dialog = document.createElement("div");
      dialog.setAttribute("role", "dialog");
      dialog.setAttribute("aria-modal", "true");
      dialog.setAttribute("aria-label", bar?.getAttribute("title") ?? "");
      const width = { small: "380px", large: "980px", max: "96vw" }[this.getAttribute("variant")] ?? "620px";
      dialog.style.cssText = `background:#fff;border-radius:12px;max-height:90vh;overflow:auto;width:min(100%,${width});font:14px/1.4 Inter,system-ui,sans-serif`;
      const head = document.createElement("header");
      head.style.cssText = "display:flex;justify-content:space-between;align-items:center;padding:12px 16px;background:#f3f3f3";
      const title = document.createElement("h2");
      title.style.cssText = "font-size:14px;margin:0";
      title.textContent = bar?.getAttribute("title") ?? "";
      const close = document.createElement("button");
      close.type = "button";
      close.setAttribute("aria-label", "Close");
      close.textContent = "×";
      close.style.cssText = "border:0;background:none;font-size:20px;cursor:pointer";
      close.addEventListener("click", () => this.hide());
      head.append(title, close);
      const foot = document.createElement("footer");
      foot.style.cssText = "display:flex;gap:8px;justify-content:flex-end;padding:12px 16px";
      for (const original of bar?.querySelectorAll("button") ?? []) {
        const copy = document.createElement("button");
        copy.type = "button";
        copy.textContent = text(original);
        copy.disabled = original.disabled;
        const primary = original.getAttribute("variant") === "primary";
        copy.style.cssText = `border-radius:8px;border:1px solid #ccc;padding:6px 12px;cursor:pointer;${primary ? "background:#303030;color:#fff" : "background:#fff"}`;
        copy.addEventListener("click", () => original.click());
        foot.append(copy);
      }
      dialog.append(head, this.#content, foot);
      overlay.append(dialog);
      overlay.addEventListener("keydown", (event) => {
        if (event.key === "Escape") this.hide();
        if (event.key === "Tab") keepFocus(event, dialog);
      });
      overlay.addEventListener("click", (event) => event.target === overlay && this.hide());
      return overlay;
    }
  }
  function keepFocus(event, dialog) {
    const all = [...dialog.querySelectorAll("a[href], button:not([disabled]), input, select, textarea, [tabindex]:not([tabindex='-1'])")];
    const end = event.shiftKey ? all[0] : all.at(-1);
    if (document.activeElement !== end) return;
    event.preventDefault();
    (event.shiftKey ? all.at(-1) : all[0])?.focus();
  }
  const modalOf = (id) => modals.get(id) ?? raise(`there is no modal ${id}`);
  const raise = (message) => {
    throw new Error(message);
  };

  return { Modal, modalOf };
}

// The next part finds it on their common script element: nothing is put on the page's window.
document.currentScript.createModals = createModals;
