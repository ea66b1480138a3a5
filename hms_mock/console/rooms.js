// Rooms and the peers in them.

import { act, copy } from "./actions.js";
import { callApi, control, segment } from "./client.js";
import { byId, make, makeButton, setHidden, setPill, setText, sync } from "./dom.js";
import { plural, shortTime } from "./format.js";
import { startIngest } from "./ingests.js";

const OPEN_AT_FIRST = 5;
const JOBS = [
  { path: "recordings", name: "recording", body: {} },
  { path: "live-streams", name: "live stream", body: {} },
  { path: "external-streams", name: "external stream", body: { rtmp_urls: ["rtmp://live.example.com/app/key"] } },
];
let numbers = 0;

/** Shows the rooms of a workspace. */
export function showRooms(workspace, overview) {
  const { rooms, counts, access_key: accessKey } = workspace;
  setHidden(byId("rooms-empty"), rooms.length > 0);
  setHidden(byId("rooms-more"), rooms.length >= counts.rooms);
  setText(byId("rooms-more"), `The newest of ${counts.rooms} rooms, and those that somebody is in.`);
  const open = rooms.length <= OPEN_AT_FIRST;
  const create = (room) => roomView(room, accessKey, open);
  sync(byId("rooms"), rooms, (room) => room.id, create, overview.now);
}

function roomView(first, accessKey, open) {
  let room = first;
  const title = make("span", { class: "name" });
  const state = make("span", { class: "pill quiet" });
  const facts = make("p", { class: "note" });
  const peers = make("ul", { class: "peers" });
  const rest = make("p", { class: "more" });
  const copyId = makeButton("Copy id", "", (node) => copy(node, "the identifier of the room", room.id));
  const join = joinForm(() => room);
  const starts = JOBS.map((job) =>
    makeButton(`Start ${job.name}`, "", (node) =>
      act(node, `The ${job.name} starts.`, () =>
        callApi(accessKey, "POST", `/${job.path}/room/${segment(room.id)}/start`, job.body)))
  );
  const ingest = makeButton("Start ingest", "", (node) =>
    act(node, "An encoder is connected; its live stream starts.", () =>
      startIngest(accessKey, room.id, room.has_stream_key)));
  const startLine = make("div", { class: "line" }, ...starts.map((button) => button.node), ingest.node, copyId.node);
  const node = make("details", { class: "room", open: open || first.session !== null },
    make("summary", {}, title, state),
    make("div", { class: "inside" }, facts, join.node, startLine, peers, rest));

  return {
    node,
    update(current, now) {
      room = current;
      const name = room.name;
      const session = room.session;
      setText(title, name);
      setPill(state, ...roomState(room));
      setText(facts, describe(room, now));
      join.update(room);
      copyId.update("Copy id", ` of ${name}`);
      starts.forEach((button, index) => button.update(`Start ${JOBS[index].name}`, ` in ${name}`));
      ingest.update("Start ingest", ` in ${name}`);
      const connected = session?.peers ?? [];
      sync(peers, connected, (peer) => peer.id, (peer) => peerView(peer, room.id));
      setHidden(peers, connected.length === 0);
      const hidden = (session?.peer_count ?? 0) - connected.length;
      setHidden(rest, hidden === 0);
      setText(rest, `And ${plural(hidden, "more peer")}.`);
    },
  };
}

function roomState(room) {
  if (room.session) return [`Live: ${plural(room.session.peer_count, "peer")}`, "good"];
  return room.enabled ? ["Empty", "quiet"] : ["Disabled", "warn"];
}

function describe(room, now) {
  const parts = [room.id, `created ${shortTime(room.created_at, now)}`];
  if (room.session) parts.push(`session since ${shortTime(room.session.started_at, now)}`);
  return parts.join(" · ");
}

function joinForm(currentRoom) {
  const number = numbers++;
  const name = make("input", { id: `join-name-${number}`, placeholder: "Name of a peer", autocomplete: "off", maxlength: "200" });
  const role = make("select", { id: `join-role-${number}` });
  const join = make("button", { type: "submit" }, "Join");
  const token = makeButton("Copy client token", "", (node) => {
    const asked = { room_id: currentRoom().id, role: role.value };
    return copy(node, `a client token for the role ${role.value}`, async () =>
      (await control("POST", "tokens/client", asked)).token);
  });
  const nameLabel = make("label", { for: name.id, class: "hidden" });
  const roleLabel = make("label", { for: role.id, class: "hidden" });
  const form = make("form", { class: "line" }, nameLabel, name, roleLabel, role, join, token.node);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const asked = { role: role.value, name: name.value };
    act(form, `${name.value || "A peer"} joined as ${role.value}.`, async () => {
      await control("POST", `rooms/${segment(currentRoom().id)}/join`, asked);
      name.value = "";
    });
  });
  return {
    node: form,
    update(room) {
      setText(nameLabel, `Name of a peer who joins ${room.name}`);
      setText(roleLabel, `Role of the peer who joins ${room.name}`);
      token.update("Copy client token", ` for ${room.name}`);
      sync(role, room.roles, (each) => each, (each) => ({ node: make("option", {}, each), update() {} }));
    },
  };
}

function peerView(first, roomId) {
  let peer = first;
  const name = make("span", { class: "name" });
  const role = make("span", { class: "pill quiet" });
  const tracks = make("span", { class: "line" });
  const path = `rooms/${segment(roomId)}/leave`;
  const leave = makeButton("Leave", "", (node) =>
    act(node, `${title(peer)} left.`, () => control("POST", path, { peer_id: peer.id })));
  const node = make("li", {}, make("span", { class: "who" }, name, role, leave.node), tracks);
  return {
    node,
    update(current) {
      peer = current;
      setText(name, title(peer));
      name.title = peer.user_id;
      setText(role, peer.bot ? "bot" : peer.type === "sip" ? `${peer.role}, by telephone` : peer.role);
      leave.update("Leave", ` (${title(peer)})`);
      sync(tracks, peer.tracks, (track) => track.type, (track) => trackView(track, () => peer));
    },
  };
}

function trackView(first, currentPeer) {
  let track = first;
  const button = makeButton("", "", (node) => {
    const mute = !track.mute;
    const said = `${title(currentPeer())}: ${track.type} ${mute ? "muted" : "on"}.`;
    return act(node, said, () =>
      control("POST", `peers/${segment(currentPeer().id)}/mute`, { track: track.type, mute }));
  });
  return {
    node: button.node,
    update(current) {
      track = current;
      button.update(`${track.mute ? "Unmute" : "Mute"} ${track.type}`, ` of ${title(currentPeer())}`);
      button.node.classList.toggle("muted", track.mute);
    },
  };
}

function title(peer) {
  return peer.name || "Nameless";
}
