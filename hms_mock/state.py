"""Everything that one mock server remembers."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from hms_mock.clock import Clock, milliseconds
from hms_mock.errors import ConfigurationError, bad_body, not_found
from hms_mock.faults import FaultQueue
from hms_mock.ids import DEFAULT_SEED, Ids
from hms_mock.journal import Journal
from hms_mock.model.assets import Asset
from hms_mock.model.deliveries import Delivery, Outbox, Replay, Target
from hms_mock.model.events import Event
from hms_mock.model.jobs import Job, Kind
from hms_mock.model.polls import Poll
from hms_mock.model.rooms import Room, RoomCode
from hms_mock.model.server_recordings import ServerRecording
from hms_mock.model.sessions import Session
from hms_mock.model.sip import CallOrders, Tones, Trunk
from hms_mock.model.stream_keys import StreamKey
from hms_mock.model.templates import Template, complete_settings, default_roles
from hms_mock.rate_limits import RateLimit, RateLimiter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from hms_mock.webhooks import WebhookSender

Json = dict[str, Any]

_SHORTEST_SECRET = 32
_LOG_LENGTH = 1000
_EVENTS_KEPT = 10_000


@dataclass
class Workspace:
    """The objects that one access key sees. Nothing in it is visible to another key."""

    access_key: str
    customer_id: str
    app_id: str
    default_template_id: str = ""
    templates: dict[str, Template] = field(default_factory=dict[str, Template])
    rooms: dict[str, Room] = field(default_factory=dict[str, Room])
    room_codes: dict[str, RoomCode] = field(default_factory=dict[str, RoomCode])
    sessions: dict[str, Session] = field(default_factory=dict[str, Session])
    running: dict[str, Session] = field(default_factory=dict[str, Session])
    """The running session by the identifier of its room."""
    polls: dict[str, Poll] = field(default_factory=dict[str, Poll])
    trunks: dict[str, Trunk] = field(default_factory=dict[str, Trunk])
    template_names: dict[str, str] = field(default_factory=dict[str, str])
    room_names: dict[str, str] = field(default_factory=dict[str, str])
    jobs: dict[Kind, dict[str, Job]] = field(default_factory=lambda: {kind: {} for kind in Kind})
    """Recordings, live streams and external streams."""
    live_jobs: dict[str, Job] = field(default_factory=dict[str, Job])
    """Those of them that time still changes."""
    server_recordings: dict[str, ServerRecording] = field(default_factory=dict[str, ServerRecording])
    """What the media server records or works on, by the identifier of the job."""
    last_epochs: dict[str, int] = field(default_factory=dict[str, int])
    """By room: the second that is in the names of the files of its last recording or stream."""
    assets: dict[str, Asset] = field(default_factory=dict[str, Asset])
    stream_keys: dict[str, StreamKey] = field(default_factory=dict[str, StreamKey])
    """The stream key that can be used, by the identifier of its room."""
    disabled_stream_keys: dict[str, str] = field(default_factory=dict[str, str], repr=False)
    """The rooms of the stream keys that were disabled, by the keys themselves."""
    webhook: Target | None = None
    """Where the webhooks go of rooms that have no endpoint of their own."""
    events: deque[Event] = field(default_factory=lambda: deque[Event](maxlen=_EVENTS_KEPT))
    """What happened, in the order in which it was taken down."""
    deliveries: deque[Delivery] = field(default_factory=lambda: deque[Delivery](maxlen=_EVENTS_KEPT))
    """The webhooks that were sent or are to be sent, in the order in which they came up."""
    replays: dict[str, Replay] = field(default_factory=dict[str, Replay])

    def room(self, room_id: str) -> Room:
        """Find a room, or raise 404."""
        if room_id not in self.rooms:
            raise not_found("Room", room_id)
        return self.rooms[room_id]

    def room_named(self, name: str) -> Room | None:
        """Find a room by its name, whatever the case of its letters."""
        return self.rooms.get(self.room_names.get(name.lower(), ""))

    def name_room(self, room: Room, name: str) -> None:
        """Give a room a name that no other room has."""
        self.room_names.pop(room.name.lower(), None)
        room.name = name
        self.room_names[name.lower()] = room.id

    def template(self, template_id: str) -> Template:
        """Find a template, or raise 404."""
        if template_id not in self.templates:
            raise not_found("Template", template_id)
        return self.templates[template_id]

    def template_named(self, name: str) -> Template | None:
        """Find a template by its name, whatever the case of its letters."""
        return self.templates.get(self.template_names.get(name.lower(), ""))

    def name_template(self, template: Template, name: str) -> None:
        """Give a template a name that no other template has."""
        self.template_names.pop(template.name.lower(), None)
        template.name = name
        self.template_names[name.lower()] = template.id

    def poll(self, poll_id: str) -> Poll:
        """Find a poll, or raise 404."""
        if poll_id not in self.polls:
            raise not_found("Poll", poll_id)
        return self.polls[poll_id]

    def template_of(self, room: Room) -> Template:
        """The template that a room follows."""
        return self.templates[room.template_id]

    def room_json(self, room: Room) -> Json:
        """A room as the API shows it."""
        return room.to_json(self.template_of(room), self.customer_id, self.app_id)


class State:
    """The state of one mock server.

    It is touched by the event loop of the server and, in the same process, by the tests that control
    it; both hold `lock` while they do.

    Args:
        credentials: the secret for each access key. Each key has a workspace of its own.
        clock: what time it is.
        seed: where identifiers start.
        webhook: the endpoint that every workspace begins with.
        webhook_sender: what sends webhooks. Without one, every webhook is noted as delivered when it is due,
            and nothing is sent.
        rate_limit: how many calls each workspace may make. Left out: any number.

    Raises:
        ConfigurationError: there are no credentials, or a secret is too short for HS256.
    """

    def __init__(
        self,
        credentials: Mapping[str, str],
        clock: Clock,
        seed: int = DEFAULT_SEED,
        *,
        webhook: Target | None = None,
        webhook_sender: WebhookSender | None = None,
        rate_limit: RateLimit | None = None,
    ) -> None:
        if not credentials:
            raise ConfigurationError("the mock needs at least one access key with its secret")
        for access_key, secret in credentials.items():
            if len(secret.encode()) < _SHORTEST_SECRET:
                # RFC 7518, section 3.2: a key for HS256 has at least the size of the hash.
                raise ConfigurationError(
                    f"the secret of access key {access_key!r} is shorter than {_SHORTEST_SECRET} bytes"
                )
        self.credentials = dict(credentials)
        self.clock = clock
        self.lock = threading.RLock()
        self.journal = Journal(self.lock)
        self.messages: deque[Json] = deque(maxlen=_LOG_LENGTH)
        self.requests: deque[Json] = deque(maxlen=_LOG_LENGTH)
        self.call_orders = CallOrders()
        self.calls: deque[Json] = deque(maxlen=_LOG_LENGTH)
        self.tones: deque[Tones] = deque(maxlen=_LOG_LENGTH)
        self.check_event: Callable[[str, Json], None] = lambda _type, _envelope: None
        """Raises ContractError when a webhook of this type is not as documented."""
        self.operation_ids: frozenset[str] = frozenset()
        """The operations that there are; empty while nothing serves them."""
        self._first_webhook = webhook
        self._first_rate_limit = rate_limit
        self.first_sender = webhook_sender
        self.sending = threading.RLock()
        """Held by whoever sends webhooks, for one at a time. Never taken while `lock` is held."""
        self.wake_worker: Callable[[], None] = lambda: None
        """Called when a webhook may have become due."""
        self.events_recorded = 0
        self.public_url = "http://localhost"
        """Where the mock is reached: the address at which the last request came in."""
        self.first_seed = seed
        self.resets = 0
        self.reset()

    def reset(self) -> None:
        """Go back to how the server started: one default template in each workspace, and the real time."""
        self.resets += 1
        self.clock.reset()
        self.faults = FaultQueue(self.first_seed)
        self.rate_limiter = RateLimiter(self._first_rate_limit)
        self.messages.clear()
        self.requests.clear()
        self.call_orders.clear()
        self.calls.clear()
        self.tones.clear()
        self.outbox = Outbox()
        self.signing_key = sha256(f"hms_mock files {self.first_seed}".encode()).digest()
        """Signs the pre-signed URLs. It comes of the seed, so that they hold across a restart."""
        self.webhook_sender = self.first_sender
        self.urls_signed = 0
        self.ids = Ids(self.first_seed)
        self.workspaces = {access_key: self._new_workspace(access_key) for access_key in self.credentials}

    def workspace_for(self, access_key: str | None) -> Workspace:
        """Find the workspace of an access key, the first one for None, or raise 400."""
        key = next(iter(self.workspaces)) if access_key is None else access_key
        if key not in self.workspaces:
            raise bad_body(f"no workspace has the access key {key!r}")
        return self.workspaces[key]

    def workspace_of_room(self, room_id: str) -> Workspace:
        """Find the workspace that has a room, or raise 404."""
        for workspace in self.workspaces.values():
            if room_id in workspace.rooms:
                return workspace
        raise not_found("Room", room_id)

    def running_sessions(self) -> Iterable[tuple[Workspace, Session]]:
        """All running sessions with their workspaces."""
        for workspace in self.workspaces.values():
            for session in list(workspace.running.values()):
                yield workspace, session

    def new_template(self, workspace: Workspace, name: str) -> Template:
        """Make an empty template and file it."""
        now = milliseconds(self.clock.now())
        template = Template(id=self.ids.object_id(), name=name, created_at=now, updated_at=now)
        workspace.templates[template.id] = template
        workspace.name_template(template, name)
        return template

    def new_room(self, workspace: Workspace, name: str) -> Room:
        """Make a room that follows the default template and file it."""
        now = milliseconds(self.clock.now())
        room = Room(
            id=self.ids.object_id(),
            name=name,
            template_id=workspace.default_template_id,
            created_at=now,
            updated_at=now,
        )
        workspace.rooms[room.id] = room
        workspace.name_room(room, name)
        return room

    def new_room_code(self) -> str:
        """Make a room code that no room has, in any workspace."""
        while True:
            code = self.ids.room_code()
            if not any(code in workspace.room_codes for workspace in self.workspaces.values()):
                return code

    def _new_workspace(self, access_key: str) -> Workspace:
        workspace = Workspace(
            access_key=access_key,
            customer_id=self.ids.object_id(),
            app_id=self.ids.object_id(),
            webhook=self._first_webhook,
        )
        template = self.new_template(workspace, f"default_videoconf_{self.ids.uuid()}")
        template.roles = default_roles()
        template.settings = complete_settings({})
        template.subdomain = "mock"
        workspace.default_template_id = template.id
        return workspace
