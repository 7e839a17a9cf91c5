/**
 * Milepost tracking: answers the block's form in place. Without this file the form works by itself and leads to a page
 * of its own. Talks to the shop's own address alone.
 */
(() => {
  if (window.milepostTracking) return;
  window.milepostTracking = true;

  const ROOT = "[data-mpt-root]";
  const RESULT = "[data-mpt-result]";

  /** Says something to screen readers without moving anything. */
  const say = (root, text) => {
    const status = root.querySelector("[data-mpt-status]");
    if (status) status.textContent = text || "";
  };

  /** Shows what the app answered, and leads the reader to its first words. Scripts in parsed markup never run. */
  const show = (root, ...nodes) => {
    const result = root.querySelector(RESULT);
    result.replaceChildren(...nodes);
    result.removeAttribute("aria-busy");
    root.classList.toggle("mpt--found", Boolean(result.querySelector(".mpt-order")));
    const target = result.querySelector("[data-mpt-focus]");
    if (target) {
      target.focus({ preventScroll: true });
      target.scrollIntoView({ block: "nearest" });
    }
  };

  const showProblem = (root) => {
    const note = document.createElement("p");
    note.className = "mpt-notice mpt-notice--bad";
    note.setAttribute("role", "alert");
    note.setAttribute("data-mpt-focus", "");
    note.tabIndex = -1;
    note.textContent = root.dataset.mptProblem;
    show(root, note);
  };

  /** Sends the fields in the body, never in the address, and shows the answer. */
  const ask = async (root, action, fields) => {
    if (root.dataset.mptBusy) return;
    root.dataset.mptBusy = "1";
    const result = root.querySelector(RESULT);
    const button = root.querySelector("button[type=submit]");
    const busy = (on) => {
      for (const each of root.querySelectorAll("button[type=submit]")) {
        if (on) each.setAttribute("aria-disabled", "true");
        else each.removeAttribute("aria-disabled");
      }
    };
    busy(true);
    // Feedback is answered where it stands; a look-up makes room before the answer comes, so that nothing jumps.
    if (!result.firstElementChild) result.setAttribute("aria-busy", "true");
    say(root, root.dataset.mptLoading);
    fields.set("format", "fragment");
    try {
      const answer = await fetch(action, {
        method: "POST",
        body: fields,
        headers: { accept: "text/html" },
        credentials: "same-origin",
        referrerPolicy: "no-referrer",
      });
      const markup = await answer.text();
      // Only the app's own fragment is shown: not a theme's error page, nor a password page.
      if (!markup.startsWith('<div class="mpt-fragment"')) throw new Error("not a fragment");
      show(root, ...new DOMParser().parseFromString(markup, "text/html").body.childNodes);
      say(root, "");
    } catch {
      if (result.querySelector(".mpt-order")) say(root, root.dataset.mptProblem);
      else showProblem(root);
    } finally {
      result.removeAttribute("aria-busy");
      delete root.dataset.mptBusy;
      busy(false);
      if (button && !document.contains(document.activeElement)) button.focus();
    }
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const root = form instanceof HTMLFormElement ? form.closest(ROOT) : null;
    if (!root || !window.fetch) return;
    event.preventDefault();
    ask(root, form.getAttribute("action"), new URLSearchParams(new FormData(form)));
  });

  // "Look up another order" brings the form back instead of leaving the page.
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("[data-mpt-again]") : null;
    const root = link ? link.closest(ROOT) : null;
    if (!root) return;
    event.preventDefault();
    root.classList.remove("mpt--found");
    root.querySelector(RESULT).textContent = "";
    const input = root.querySelector("input[name=order]");
    if (input) input.focus();
  });

  /** A link with a token opens its order at once. */
  const open = (root) => {
    const token = new URLSearchParams(window.location.search).get("t");
    const form = root ? root.querySelector("form") : null;
    if (!token || !form) return;
    const fields = new URLSearchParams();
    for (const name of ["locale", "root", "items", "feedback"]) {
      const field = form.elements.namedItem(name);
      if (field) fields.set(name, field.value);
    }
    fields.set("t", token);
    ask(root, form.getAttribute("action"), fields);
  };
  // With several blocks on a page the first shows the order; the others keep their form for another one.
  const openFirst = () => open(document.querySelector(ROOT));
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", openFirst);
  else openFirst();
  // The theme editor renders a section again after each change of a setting: its block starts empty.
  document.addEventListener("shopify:section:load", (event) => {
    const root = event.target instanceof Element ? event.target.querySelector(ROOT) : null;
    if (root && root === document.querySelector(ROOT)) open(root);
  });
})();
