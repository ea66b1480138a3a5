// Faults: what is going to go wrong with the next calls.

import { act, onSubmit } from "./actions.js";
import { control } from "./client.js";
import { byId, make, setHidden, setText, sync } from "./dom.js";
import { plural } from "./format.js";

/** Shows the faults that are still to happen, in the order in which they take effect. */
export function showFaults({ faults }) {
  setHidden(byId("faults-empty"), faults.length > 0);
  setHidden(byId("faults-order"), faults.length < 2);
  sync(byId("faults"), faults, (_fault, index) => index, faultView);
}

function faultView() {
  const what = make("span", { class: "what" });
  const matched = make("span", { class: "note" });
  return {
    node: make("li", {}, what, matched),
    update(fault) {
      setText(what, describe(fault));
      setText(matched, fault.calls ? `Matched ${plural(fault.calls, "call")} so far` : "Matched no call yet");
    },
  };
}

function describe(fault) {
  const when = fault.delay_seconds ? ` after ${fault.delay_seconds} s` : "";
  const carriedOut = fault.carry_out ? ", though carried out," : "";
  return `${answerOf(fault)}${when}${carriedOut} for ${callsOf(fault)} of ${operationsOf(fault)}`;
}

function answerOf({ drop, truncate, status, headers }) {
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

/** Lets the buttons about faults work. */
export function bindFaults() {
  onSubmit("fault", (form) => act(form, "The fault is ordered.", () => control("POST", "faults", faultOf(form))));
  const clear = byId("clear-faults");
  clear.addEventListener("click", () => act(clear, "No more faults.", () => control("DELETE", "faults")));
  byId("fault-operation").addEventListener("focus", listOperations, { once: true });
}

function faultOf(form) {
  const { kind, operation, times, delay } = form.elements;
  const fault = { times: times.value ? Number(times.value) : null, delay_seconds: Number(delay.value) };
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
