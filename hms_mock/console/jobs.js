// Recordings, live streams and external streams.

import { act } from "./actions.js";
import { callApi, control, segment } from "./client.js";
import { byId, makeButton, makeRow, setHidden, setText, sync } from "./dom.js";
import { shortTime } from "./format.js";

const KINDS = {
  recording: { name: "Recording", path: "recordings" },
  live_stream: { name: "Live stream", path: "live-streams" },
  external_stream: { name: "External stream", path: "external-streams" },
  track: { name: "Track recording" },
  stream: { name: "Stream recording" },
  "room-composite-legacy": { name: "Room recording" },
};
const TONES = {
  starting: "info", running: "good", stopping: "info", post_processing: "info", completed: "quiet", failed: "bad",
};
const ACTIVE = new Set(["starting", "running"]);
const OVER = new Set(["completed", "failed"]);

/** Shows the recordings and streams of a workspace. */
export function showJobs(workspace, overview) {
  const { jobs, counts, access_key: accessKey } = workspace;
  setHidden(byId("jobs-empty"), jobs.length > 0);
  setHidden(byId("jobs-more"), jobs.length >= counts.jobs);
  setText(byId("jobs-more"), `The newest of ${counts.jobs}.`);
  sync(byId("jobs"), jobs, (job) => job.id, (job) => jobView(job, accessKey), overview.now);
}

function jobView(first, accessKey) {
  const id = segment(first.id);
  const { name, path } = KINDS[first.kind] ?? { name: first.kind };
  const stop = makeButton("Stop", "", (node) =>
    act(node, `The ${name.toLowerCase()} stops.`, () => callApi(accessKey, "POST", `/${path}/${id}/stop`)));
  const finish = makeButton("Finish", "", (node) =>
    act(node, `The ${name.toLowerCase()} is finished.`, () => control("POST", `jobs/${id}/finish`)));
  const fail = makeButton("Fail", "", (node) =>
    act(node, `The ${name.toLowerCase()} failed.`, () => control("POST", `jobs/${id}/fail`)));
  const row = makeRow(stop, finish, fail);
  return {
    node: row.node,
    update(job, now) {
      const where = `${name} of ${job.room_name}`;
      const facts = [job.id, `began ${shortTime(job.began_at, now)}`, job.reason];
      row.update(where, [describe(job), TONES[job.status] ?? "quiet"], facts);
      stop.update("Stop", ` (${where})`);
      finish.update("Finish", ` (${where})`);
      fail.update("Fail", ` (${where})`);
      setHidden(stop.node, path === undefined || !ACTIVE.has(job.status));
      setHidden(finish.node, OVER.has(job.status));
      setHidden(fail.node, OVER.has(job.status));
    },
  };
}

function describe(job) {
  return job.paused ? "paused" : job.status.replace("_", "-");
}
