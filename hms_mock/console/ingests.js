// Ingests: what encoders send into rooms with a stream key. The key itself is not shown.

import { act } from "./actions.js";
import { callApi, control, segment } from "./client.js";
import { byId, makeButton, makeRow, setHidden, setText, sync } from "./dom.js";
import { shortTime } from "./format.js";

/** Shows the ingests of a workspace. */
export function showIngests(workspace, overview) {
  const { ingests, counts, access_key: accessKey } = workspace;
  setHidden(byId("ingests-empty"), ingests.length > 0);
  setHidden(byId("ingests-more"), ingests.length >= counts.ingests);
  setText(byId("ingests-more"), `The newest of ${counts.ingests}.`);
  const create = (ingest) => ingestView(ingest, accessKey);
  sync(byId("ingests"), ingests, (ingest) => ingest.id, create, overview.now);
}

/** Lets an encoder connect with the stream key of a room, which gets one if it has none. */
export async function startIngest(accessKey, roomId, hasStreamKey) {
  const path = `/stream-keys/room/${segment(roomId)}`;
  const answer = await callApi(accessKey, hasStreamKey ? "GET" : "POST", path);
  const { key } = hasStreamKey ? answer.data[0] : answer;
  return control("POST", "ingests", { key });
}

function ingestView(first, accessKey) {
  let ingest = first;
  const path = `ingests/${segment(ingest.id)}`;
  const connection = makeButton("", "", (node) =>
    ingest.connected
      ? act(node, "The encoder is disconnected.", () => control("POST", `${path}/disconnect`))
      : act(node, "The encoder is connected again.", () => startIngest(accessKey, ingest.room_id, true)));
  const end = makeButton("End", "", (node) =>
    act(node, "The ingest ended; its live stream stops.", () => control("POST", `${path}/end`)));
  const fail = makeButton("Fail", "", (node) =>
    act(node, "The ingest failed, and its live stream with it.", () => control("POST", `${path}/fail`)));
  const row = makeRow(connection, end, fail);
  return {
    node: row.node,
    update(current, now) {
      ingest = current;
      const subject = `Ingest of ${ingest.room_name}`;
      const since = ingest.completed_at ?? ingest.disconnected_at;
      row.update(subject, stateOf(ingest), [
        ingest.id,
        `began ${shortTime(ingest.started_at, now)}`,
        since && `${ingest.completed_at ? "ended" : "disconnected"} ${shortTime(since, now)}`,
        `live stream ${ingest.stream_id}`,
        ingest.error ?? ingest.reason,
      ]);
      const running = ingest.status === "running";
      connection.update(ingest.connected ? "Disconnect" : "Connect again", ` (${subject})`);
      end.update("End", ` (${subject})`);
      fail.update("Fail", ` (${subject})`);
      for (const button of [connection, end, fail]) setHidden(button.node, !running);
    },
  };
}

function stateOf({ status, connected }) {
  if (status === "running") return connected ? ["connected", "good"] : ["disconnected", "warn"];
  return [status, status === "failed" ? "bad" : "quiet"];
}
