// The page: looks at the mock once a second while somebody can see it, and shows what is there.

import { act, copy, onAction, onSubmit } from "./actions.js";
import { Refused, apiUrl, callApi, control, managementToken } from "./client.js";
import { bindControls, showClock } from "./controls.js";
import { byId, make, setPill, setText, sync } from "./dom.js";
import { bindFaults, showFaults } from "./faults.js";
import { showIngests } from "./ingests.js";
import { showJobs } from "./jobs.js";
import { bindWebhooks, showDeliveries, showRequests } from "./logs.js";
import { bindRateLimit, showRateLimit } from "./rate_limit.js";
import { showRooms } from "./rooms.js";

const PAUSE_MILLISECONDS = 1000;
let timer = 0;
let asked = 0;

const accessKey = () => byId("workspace").value;

function show(overview) {
  const keys = overview.workspaces.map((workspace) => workspace.access_key);
  sync(byId("workspace"), keys, (key) => key, (key) => ({ node: make("option", {}, key), update() {} }));
  const workspace = overview.workspaces.find((each) => each.access_key === accessKey());
  const counts = { ...workspace.counts, requests: overview.counts.requests };
  for (const node of document.querySelectorAll("[data-count]")) setText(node, counts[node.dataset.count]);
  showSnippets(workspace.access_key);
  showRooms(workspace, overview);
  showJobs(workspace, overview);
  showIngests(workspace, overview);
  showRequests(overview);
  showDeliveries(workspace, overview);
  showClock(overview);
  showFaults(overview);
  showRateLimit(workspace, overview);
}

/** Looks at the mock now. An answer that a later look has overtaken is not shown. */
async function look() {
  clearTimeout(timer);
  const number = ++asked;
  try {
    const overview = await control("GET", "overview");
    if (number !== asked) return;
    show(overview);
    setPill(byId("connection"), "Live", "good");
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (number === asked) setPill(byId("connection"), "Not reachable, trying again", "bad");
  } finally {
    if (number === asked && !document.hidden) timer = setTimeout(look, PAUSE_MILLISECONDS);
  }
}

function pythonSnippet(key) {
  return [
    "from hms import Client",
    "",
    "# HMS_SECRET in the environment holds the secret of the access key",
    `with Client(base_url=${JSON.stringify(apiUrl)}, access_key=${JSON.stringify(key)}) as client:`,
    '    room = client.rooms.create(name="physics")',
  ].join("\n");
}

function curlSnippet(token) {
  return [
    `curl -X POST '${apiUrl}/rooms'`,
    `-H "Authorization: Bearer ${token}"`,
    "-H 'Content-Type: application/json'",
    `-d '{"name": "physics"}'`,
  ].join(" \\\n  ");
}

function showSnippets(key) {
  setText(byId("python-snippet"), pythonSnippet(key));
  setText(byId("curl-snippet"), curlSnippet("$HMS_MANAGEMENT_TOKEN"));
}

function onClick(id, callback) {
  const button = byId(id);
  button.addEventListener("click", () => callback(button));
}

setText(byId("api-url"), apiUrl);
onClick("copy-url", (button) => copy(button, "the base URL", apiUrl));
onClick("copy-key", (button) => copy(button, "the access key", accessKey()));
onClick("copy-token", (button) => copy(button, "a management token, good for 24 hours", () => managementToken(accessKey())));
onClick("copy-python", (button) => copy(button, "the Python code", pythonSnippet(accessKey())));
onClick("copy-curl", (button) =>
  copy(button, "the command, with a token", async () => curlSnippet(await managementToken(accessKey()))));
onSubmit("new-room", (form) => {
  const name = byId("new-room-name").value.trim();
  act(form, (room) => `The room ${room.name} is there.`, async () => {
    const room = await callApi(accessKey(), "POST", "/rooms", name ? { name } : {});
    byId("new-room-name").value = "";
    return room;
  });
});
byId("workspace").addEventListener("change", look);
document.addEventListener("visibilitychange", () => (document.hidden ? clearTimeout(timer) : look()));
bindWebhooks(accessKey);
bindControls();
bindFaults();
bindRateLimit();
onAction(look);
look();
