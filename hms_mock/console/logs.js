// The two logs: requests and webhooks.

import { act, onSubmit } from "./actions.js";
import { control } from "./client.js";
import { byId, make, setHidden, setParts, setPill, setText, sync } from "./dom.js";
import { plural, shortTime, withoutSecrets } from "./format.js";

/** Shows the last calls of the API. */
export function showRequests(overview) {
  const { requests, counts, now } = overview;
  show("requests", requests, counts.requests, Object.values, (row, request) => {
    row.time(request.at, now);
    row.fill(1, `${request.method} ${withoutSecrets(request.path + (request.query && `?${request.query}`))}`);
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
  const identity = (delivery) => [delivery.event_id, delivery.url, delivery.is_replay];
  setHidden(byId("webhooks-unsent"), overview.sends_webhooks);
  show("deliveries", deliveries, counts.deliveries, identity, (row, delivery) => {
    row.time(delivery.occurred_at, overview.now);
    row.fill(1, `${delivery.type}${delivery.is_replay ? " (replay)" : ""}`);
    row.fill(2, withoutSecrets(delivery.url));
    row.pill(outcome(delivery), { success: "good", failed: "bad", pending: "info" }[delivery.status]);
  });
}

/** Lets the buttons about webhooks work. */
export function bindWebhooks(accessKey) {
  const deliver = byId("deliver");
  deliver.addEventListener("click", () =>
    act(deliver, (answer) => `${plural(answer.attempts, "attempt")} made.`, () => control("POST", "webhooks/deliver")));
  onSubmit("endpoint", (form) => {
    const url = byId("endpoint-url").value.trim() || null;
    const said = url === null ? "Webhooks go nowhere now." : "Webhooks go to the endpoint from now on.";
    act(form, said, () => control("POST", "webhooks/endpoint", { url, access_key: accessKey() }));
  });
}

function show(id, entries, count, identity, fill) {
  setHidden(byId(`${id}-empty`), entries.length > 0);
  setHidden(byId(`${id}-table`), entries.length === 0);
  setHidden(byId(`${id}-more`), entries.length >= count);
  setText(byId(`${id}-more`), `The last ${entries.length} of ${count}.`);
  const keys = keysOf(entries, identity);
  sync(byId(id), entries, (_entry, index) => keys[index], () => rowView(fill));
}

/**
 * A key for each entry, which it keeps while newer ones come and older ones go, so that what somebody reads or
 * selects stays where it is. Entries with the same identity are counted, beginning with the oldest.
 */
function keysOf(entries, identity) {
  const seen = new Map();
  const keys = entries.toReversed().map((entry) => {
    const text = JSON.stringify(identity(entry));
    const number = (seen.get(text) ?? 0) + 1;
    seen.set(text, number);
    return `${text} ${number}`;
  });
  return keys.reverse();
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
    fill: (index, text) => setParts(cells[index], text),
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
