// Clock, seed and reset.

import { act, onSubmit } from "./actions.js";
import { control } from "./client.js";
import { byId, setText } from "./dom.js";
import { duration } from "./format.js";

/** Shows the clock. */
export function showClock({ now, offset_seconds: offset }) {
  byId("now").dateTime = now;
  setText(byId("now"), `${now.slice(0, 10)} ${now.slice(11, 19)} UTC`);
  setText(byId("offset"), offset ? `${duration(offset)} ahead, because it was advanced` : "Not advanced");
}

/** Lets the buttons about clock, seed and reset work. */
export function bindControls() {
  const advance = (node, seconds) =>
    act(node, `The clock is ${duration(seconds)} further.`, () =>
      control("POST", "clock/advance", { seconds, tokens: byId("age-tokens").checked }));
  for (const button of document.querySelectorAll("[data-advance]")) {
    button.addEventListener("click", () => advance(button, Number(button.dataset.advance)));
  }
  onSubmit("advance", (form) => advance(form, Number(form.elements.seconds.value)));
  onSubmit("seed", (form) => {
    const seed = Number(form.elements.seed.value);
    act(form, `New identifiers start from the seed ${seed}.`, () => control("POST", "seed", { seed }));
  });
  bindReset();
}

function bindReset() {
  const dialog = byId("reset-dialog");
  byId("reset").addEventListener("click", () => dialog.showModal());
  byId("reset-cancel").addEventListener("click", () => dialog.close());
  const confirm = byId("reset-confirm");
  confirm.addEventListener("click", async () => {
    await act(confirm, "The mock server is as it was when it started.", () => control("POST", "reset"));
    dialog.close();
  });
}
