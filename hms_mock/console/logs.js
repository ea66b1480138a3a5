// The two logs: requests and webhooks. Their rows have no buttons, so a row is known by its place alone.

import { act } from "./actions.js";
import { control } from "./client.js";
import { byId, make, setHidden, setPill, setText, sync } from "./dom.js";
import { plural, shortTime } from "./format.js";

/** Shows the last calls of the API. */
export function showRequests(overview) {
  const { requests, counts, now } = overview;
  show("requests", requests, counts.requests, (row, request) => {
    row.time(request.at, now);
    row.fill(1, `${request.method} ${request.path}${request.query ? `?${request.query}` : ""}`);
    row.fill(2, request.operation ?? "no operation");
    row.pill(request.status ?? "dropped", tone(request.status));
  });
}

/** Shows the webhooks of a workspace, and where they go. */
export function showDeliveries(workspace, overview) {
  const { deliveries, counts, webhook_url: url } = workspace;
  const field = byId("endpoint-url");
  if (field.dataset.shown !== String(url)) {
    field.dataset.shown = String(url);
    if (document.activeElement !== field) field.value = url ?? "";
  }
  show("deliveries", deliveries, counts.deliveries, (row, delivery) => {
    row.time(delivery.occurred_at, overview.now);
    row.fill(1, `${delivery.type}${delivery.is_replay ? " (replay)" : ""}`);
    row.fill(2, delivery.url);
    row.pill(outcome(delivery), { success: "good", failed: "bad", pending: "info" }[delivery.status]);
  });
}

/** Lets the buttons about webhooks work. */
export function bindWebhooks(accessKey) {
  const deliver = byId("deliver");
  deliver.addEventListener("click", () =>
    act(deliver, (answer) => `${plural(answer.attempts, "attempt")} made.`, () => control("POST", "webhooks/deliver")));
  const form = byId("endpoint");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const url = byId("endpoint-url").value.trim() || null;
    const said = url === null ? "Webhooks go nowhere now." : "Webhooks go to the endpoint from now on.";
    act(form, said, () => control("POST", "webhooks/endpoint", { url, access_key: accessKey() }));
  });
}

function show(id, entries, count, fill) {
  setHidden(byId(`${id}-empty`), entries.length > 0);
  setHidden(byId(`${id}-table`), entries.length === 0);
  setHidden(byId(`${id}-more`), entries.length >= count);
  setText(byId(`${id}-more`), `The last ${entries.length} of ${count}.`);
  sync(byId(id), entries, (_entry, index) => index, () => rowView(fill));
}

function rowView(fill) {
  const time = make("time");
  const state = make("span");
  const cells = [make("td", {}, time), make("td", { class: "path" }), make("td", { class: "wide" }), make("td", {}, state)];
  const row = {
    time(timestamp, now) {
      time.dateTime = timestamp;
      setText(time, shortTime(timestamp, now));
    },
    fill: (index, text) => setText(cells[index], text),
    pill: (text, pillTone) => setPill(state, text, pillTone),
  };
  return { node: make("tr", {}, ...cells), update: (entry) => fill(row, entry) };
}

function tone(status) {
  if (status === null || status >= 500) return "bad";
  return status >= 400 ? "warn" : "good";
}

function outcome(delivery) {
  const last = delivery.attempts.at(-1);
  if (last === undefined) return "pending";
  const answer = last.error ?? last.status;
  const tries = delivery.attempts.length > 1 ? `, ${plural(delivery.attempts.length, "attempt")}` : "";
  return `${delivery.status}: ${answer}${tries}`;
}
