// Carries out what a button is for, and says what came of it.

import { byId, setHidden, setText } from "./dom.js";

const SHOWN_MILLISECONDS = 5000;
let timer = 0;
let origin = null;
let afterwards = async () => {};

/** Says what is to happen after every action: the page looks at the mock again. */
export function onAction(callback) {
  afterwards = callback;
}

/**
 * Runs `work` for a button or form. It says `done` afterwards (a text, or a function of the result), or what
 * went wrong. A second click meanwhile does nothing; the element keeps the focus.
 */
export async function act(node, done, work) {
  if (node.getAttribute("aria-busy") === "true") return;
  node.setAttribute("aria-busy", "true");
  origin = document.activeElement;
  try {
    const result = await work();
    notify(typeof done === "function" ? done(result) : done);
  } catch (error) {
    notifyError(error.message);
  } finally {
    node.removeAttribute("aria-busy");
  }
  await afterwards();
}

/** Calls back with the form in place of sending it. */
export function onSubmit(id, callback) {
  const form = byId(id);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    callback(form);
  });
}

/** Copies a text, or what a function makes. */
export function copy(node, what, text) {
  return act(node, `Copied ${what}.`, async () => {
    const value = typeof text === "function" ? await text() : text;
    try {
      await navigator.clipboard.writeText(value);
    } catch {
      throw new Error(`The browser does not let this page copy. It is: ${value}`);
    }
  });
}

function notify(text) {
  setText(byId("notice-error"), "");
  setText(byId("notice-status"), text);
  setHidden(byId("notice"), false);
  clearTimeout(timer);
  timer = setTimeout(dismiss, SHOWN_MILLISECONDS);
}

/** Shows an error until it is dismissed. */
function notifyError(text) {
  clearTimeout(timer);
  setText(byId("notice-status"), "");
  setHidden(byId("notice"), false);
  setText(byId("notice-error"), text);
}

function dismiss() {
  if (byId("notice").contains(document.activeElement)) origin?.focus();
  setHidden(byId("notice"), true);
  setText(byId("notice-status"), "");
  setText(byId("notice-error"), "");
}

byId("notice-close").addEventListener("click", dismiss);
