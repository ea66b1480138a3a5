// Clock, faults, seed and reset.

import { act } from "./actions.js";
import { control } from "./client.js";
import { byId, make, setHidden, setText, sync } from "./dom.js";
import { duration } from "./format.js";

/** Shows the clock and the faults that are still to happen. */
export function showControls(overview) {
  const { now, offset_seconds: offset, faults } = overview;
  byId("now").dateTime = now;
  setText(byId("now"), `${now.slice(0, 10)} ${now.slice(11, 19)} UTC`);
  setText(byId("offset"), offset ? `${duration(offset)} ahead, because it was advanced` : "Not advanced");
  setHidden(byId("faults-empty"), faults.length > 0);
  sync(byId("faults"), faults, (_fault, index) => index, faultView);
}

function faultView() {
  const node = make("li");
  return { node, update: (fault) => setText(node, describe(fault)) };
}

function describe(fault) {
  const when = fault.delay_seconds ? ` after ${fault.delay_seconds} s` : "";
  const carriedOut = fault.carry_out ? ", though carried out," : "";
  return `${answerOf(fault)}${when}${carriedOut} for ${callsOf(fault)} of ${operationsOf(fault)}`;
}

function answerOf({ drop, truncate, status, headers, delay_seconds: delay }) {
  if (drop) return "No answer";
  if (truncate) return status === null ? "Half of the answer" : `Half of an answer with status ${status}`;
  if (status !== null) return `Status ${status}`;
  return Object.keys(headers).length ? "Other headers" : "A late answer";
}

function callsOf({ times, every, probability }) {
  const which = every > 1 ? `, one in ${every},` : probability < 1 ? `, with a chance of ${probability},` : "";
  // Faults without an end stay until they are cleared.
  if (times === null) return `all calls${which}`;
  return times === 1 ? `the next call${which}` : `the next ${times} calls${which}`;
}

function operationsOf({ operation, method, path, room_id: room }) {
  const called = operation ?? [method, path].filter(Boolean).join(" ");
  return `${called || "any operation"}${room === null ? "" : ` in room ${room}`}`;
}

/** Lets the buttons about clock, faults, seed and reset work. */
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
  onSubmit("fault", (form) => act(form, "The fault is ordered.", () => control("POST", "faults", faultOf(form))));
  const clear = byId("clear-faults");
  clear.addEventListener("click", () => act(clear, "No more faults.", () => control("DELETE", "faults")));
  byId("fault-operation").addEventListener("focus", listOperations, { once: true });
  bindReset();
}

function onSubmit(id, callback) {
  const form = byId(id);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    callback(form);
  });
}

function faultOf(form) {
  const { kind, operation, times, delay } = form.elements;
  const fault = { times: Number(times.value), delay_seconds: Number(delay.value) };
  if (operation.value.trim()) fault.operation = operation.value.trim();
  if (kind.value === "drop") fault.drop = true;
  else if (kind.value !== "delay") fault.status = Number(kind.value);
  return fault;
}

async function listOperations() {
  const { paths } = await control("GET", "openapi.json");
  const operations = Object.values(paths).flatMap((path) => Object.values(path));
  const names = operations.map((operation) => operation.operationId).filter(Boolean).sort();
  byId("operations").replaceChildren(...names.map((value) => make("option", { value })));
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
