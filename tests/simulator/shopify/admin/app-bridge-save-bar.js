"use strict";

/**
 * The save bars of the App Bridge stand-in: ui-save-bar elements, shopify.saveBar, and forms that ask for one. The admin
 * shows the bar; its buttons press those of the app. Served in one file with app-bridge.js, which calls this.
 * @param {{ text: (node: Node) => string, tell: Function, ask: Function, readSoon: () => void }} page what a node says,
 *   messages to the admin, and a look at the page that comes soon
 */
function createSaveBars({ text, tell, ask, readSoon }) {
  const bars = new Map();
  let shown = null;
  function show(id) {
    if (!bars.has(id)) throw new Error(`there is no save bar ${id}`);
    shown = id;
    bars.get(id).refresh(true);
    return Promise.resolve();
  }
  function hide(id) {
    if (shown !== id) return Promise.resolve();
    shown = null;
    tell("save-bar", { shown: false });
    return Promise.resolve();
  }
  const describe = (button, fallback) => ({ label: (button && text(button)) || fallback, disabled: button?.disabled === true, loading: button?.hasAttribute("loading") ?? false });

  class SaveBar extends HTMLElement {
    connectedCallback() {
      this.style.display = "none";
      bars.set(this.id, {
        refresh: (force) => {
          if (!force && shown !== this.id) return;
          tell("save-bar", { shown: true, save: describe(this.button("save"), "Save"), discard: describe(this.button("discard"), "Discard") });
        },
        press: (action) => this.button(action)?.click(),
      });
      readSoon();
    }
    disconnectedCallback() {
      void hide(this.id);
      bars.delete(this.id);
    }
    button(action) {
      return this.querySelector(action === "save" ? 'button[variant="primary"]' : 'button:not([variant="primary"])');
    }
    get showing() {
      return shown === this.id;
    }
    show() {
      if (this.showing) return;
      void show(this.id);
      this.dispatchEvent(new Event("show"));
    }
    hide() {
      if (!this.showing) return;
      void hide(this.id);
      this.dispatchEvent(new Event("hide"));
    }
    toggle() {
      if (this.showing) this.hide();
      else this.show();
    }
  }

  let formIds = 0;
  function saveBarOfForm(form) {
    form.dataset.saveBarId ??= `form-save-bar-${(formIds += 1)}`;
    const id = form.dataset.saveBarId;
    bars.set(id, {
      refresh: (force) => (force || shown === id) && tell("save-bar", { shown: true, save: describe(null, "Save"), discard: describe(null, "Discard") }),
      press: (action) => (action === "save" ? form.requestSubmit() : form.reset()),
    });
    return id;
  }
  document.addEventListener("input", (event) => {
    const form = event.target instanceof Element ? event.target.closest("form[data-save-bar]") : null;
    if (form) void show(saveBarOfForm(form));
  });
  for (const type of ["submit", "reset"]) {
    document.addEventListener(type, (event) => {
      if (event.target instanceof HTMLFormElement && event.target.dataset.saveBarId) void hide(event.target.dataset.saveBarId);
    });
  }

  return {
    SaveBar,
    /** Tells the admin how the shown bar's buttons are now. */
    refresh: () => bars.forEach((bar) => bar.refresh()),
    press: (action) => bars.get(shown)?.press(action),
    /** shopify.saveBar */
    api: {
      show: (id) => show(id),
      hide: (id) => hide(id),
      toggle: (id) => (shown === id ? hide(id) : show(id)),
      leaveConfirmation: () => (shown === null ? Promise.resolve() : ask("leave-confirmation").then(() => hide(shown))),
    },
  };
}

// The next part finds it on their common script element: nothing is put on the page's window.
document.currentScript.createSaveBars = createSaveBars;
