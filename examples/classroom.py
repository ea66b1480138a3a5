"""A day at a school that teaches over 100ms, played against the mock server: `make demo`.

Starts `python -m hms_mock` on a free loopback port and goes through what a backend does: templates and
rooms, room codes and tokens, a lesson with peers in it, and everything that can go wrong. Every step
checks what it got; the exit status is 1 when anything is off.
"""

from __future__ import annotations

import functools
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import httpx
from rich.console import Console
from rich.markup import escape
from rich.panel import Panel
from rich.table import Table

import hms
from hms_generated_client.models import (
    AudioParams,
    Permissions,
    PublishParams,
    PublishTrack,
    Role,
    RoomWebhook,
)
from hms_mock import DEFAULT_ACCESS_KEY, DEFAULT_SECRET

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from hms_generated_client.models import Room


class StepFailedError(Exception):
    """Something is not as the story has it."""


class Story:
    """Tells the steps and checks them."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self.checks = 0

    def chapter(self, title: str) -> None:
        """Begin a chapter."""
        self._console.print()
        self._console.rule(f"[bold]{title}", align="left", style="cyan")

    def tell(self, what: str, result: str = "") -> None:
        """Tell what was done and what came of it."""
        self._console.print(f"[green]✓[/] {what}" + (f"  [dim]{escape(result)}[/]" if result else ""))

    def show(self, table: Table) -> None:
        """Show a table, a little indented."""
        self._console.print(table)

    def check(self, holds: bool, what: str) -> None:
        """Stop the story when something does not hold."""
        self.checks += 1
        if not holds:
            raise StepFailedError(what)


class Platform:
    """What happens at the mock that no backend does: participants come and go, calls fail."""

    def __init__(self, base_url: str) -> None:
        self._http = httpx.Client(base_url=base_url.removesuffix("/v2"), timeout=10)

    def join(self, room_id: str, **how: Any) -> str:
        """Let a participant join; returns the id of the peer."""
        peer_id: str = self._post(f"/_mock/rooms/{room_id}/join", how)["id"]
        return peer_id

    def leave(self, room_id: str, peer_id: str) -> None:
        """Let a participant leave."""
        self._post(f"/_mock/rooms/{room_id}/leave", {"peer_id": peer_id})

    def fail_next_call(self, **fault: Any) -> None:
        """Let the next call fail."""
        self._post("/_mock/faults", fault)

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def _post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        response = self._http.post(path, json=body)
        response.raise_for_status()
        answer: dict[str, Any] = response.json()
        return answer


@contextmanager
def mock_server() -> Generator[str]:
    """Run the mock server as a process of its own; gives its base URL."""
    command = [sys.executable, "-m", "hms_mock", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603  # this Python
        try:
            line = process.stdout.readline() if process.stdout else ""
            if "http" not in line:
                raise StepFailedError("the mock server did not start")
            yield line[line.index("http") :].strip()
        finally:
            process.terminate()


def set_up_the_school(story: Story, client: hms.Client) -> Room:
    """Create a template with roles, a room, and codes to get in."""
    story.chapter("The school sets up its classroom")
    template = client.templates.create(
        name="classroom",
        roles={
            "teacher": Role(permissions=Permissions(end_room=True, remove_others=True, mute=True)),
            "student": Role(
                publish_params=PublishParams(allowed=[PublishTrack.AUDIO], audio=AudioParams(bit_rate=32))
            ),
        },
    )
    story.check(set(template.roles) == {"teacher", "student"}, "the template has other roles")
    story.tell("A template with the roles teacher and student", template.id)

    room = client.rooms.create(
        name="physics-monday",
        description="Physics, 9th grade",
        template_id=template.id,
        max_duration_seconds=5400,
        webhook=RoomWebhook(
            url="https://school.example/hooks", headers={"x-secret": "only-the-school-knows"}
        ),
    )
    story.check(client.rooms.get(room.id) == room, "the room reads back differently")
    story.tell("A room that follows it, at most 90 minutes a lesson", room.id)
    story.check("only-the-school-knows" not in repr(room), "a secret shows in the repr of the room")
    story.tell("Its webhook secret stays out of the repr", repr(room.webhook))

    again = client.rooms.create(name="Physics-Monday", template_id=template.id)
    story.check(again.id == room.id, "the same name made a second room")
    story.tell("Creating it again by name gives the same room", again.name)

    table = Table(box=None, padding=(0, 2), show_header=False)
    for code in client.room_codes.create(room.id):
        table.add_row("", code.role, code.code)
    story.tell("A room code for each role")
    story.show(table)
    return room


def hold_a_lesson(story: Story, client: hms.Client, platform: Platform, room: Room) -> None:
    """Let peers join, look at them, message and remove one, and end the lesson."""
    story.chapter("A lesson takes place")
    token = client.create_client_token(room_id=room.id, role="teacher", user_id="ada")
    teacher = platform.join(room.id, token=token, name="Ada")
    story.tell("Ada joins with a client token that the backend signed", f"{token[:20]}…")
    (code,) = client.room_codes.list(room.id, role="student")
    students = [platform.join(room.id, code=code.code, name=name) for name in ("Ben", "Cem", "Dana")]
    story.tell("Ben, Cem and Dana join by room code", code.code)

    table = Table("peer", "role", "tracks", box=None, padding=(0, 2), header_style="dim")
    for peer in client.active_rooms.list_peers(room.id):
        tracks = client.active_rooms.get_peer(room.id, peer.id).tracks
        kinds = sorted(str(track.type) for track in tracks.values()) if tracks is not hms.UNSET else []
        table.add_row(peer.name, peer.role, ", ".join(kinds))
    story.show(table)
    story.check(table.row_count == 4, "not everybody is in the room")

    client.active_rooms.send_message(room.id, message="Please open page 12", type="chat")
    client.active_rooms.update_peer(room.id, students[0], role="teacher", metadata='{"presenting": true}')
    story.check(
        client.active_rooms.get_peer(room.id, students[0]).role == "teacher", "the role did not change"
    )
    story.tell("A message to everyone, and Ben goes to the blackboard")
    client.active_rooms.remove_peers(room.id, peer_id=students[2], reason="Throwing paper planes")
    story.check(len(list(client.active_rooms.list_peers(room.id))) == 3, "Dana is still there")
    story.tell("Dana is sent out", "3 peers left")

    session_id = client.active_rooms.get(room.id).session.id
    client.active_rooms.end(room.id, reason="The lesson is over")
    session = client.sessions.get(session_id)
    story.check(not session.active and len(session.peers) == 4, "the session did not end with four peers")
    story.check(teacher in session.peers, "the teacher is not in the session")
    story.tell("The lesson ends; its session remembers all four", session.id)


def read_the_books(story: Story, client: hms.Client, platform: Platform, room: Room) -> None:
    """List many sessions page by page."""
    story.chapter("At the end of term: every session, page by page")
    for _ in range(24):
        platform.leave(room.id, platform.join(room.id, role="student"))
    page = client.sessions.list(room_id=room.id, limit=10)
    sizes = [len(each.items) for each in page.pages() if each.items]
    story.check(sizes == [10, 10, 5], f"the pages hold {sizes}")
    story.tell("25 sessions on pages of", " + ".join(map(str, sizes)))
    resumed = client.sessions.list(room_id=room.id, limit=10, start=page.cursor or "")
    story.check(resumed.items == page.next_page().items, "a saved cursor leads elsewhere")
    story.tell("A saved cursor resumes where it was left", page.cursor or "")
    newest = list(client.sessions.list(room_id=room.id, max_items=3))
    story.check(len(newest) == 3, "max_items did not hold")
    story.tell("Only the three newest", ", ".join(session.id[-6:] for session in newest))


def get_everything_wrong(
    story: Story, client: hms.Client, platform: Platform, room: Room, base_url: str
) -> None:
    """Hit one error of each kind."""
    story.chapter("Everything goes wrong once, on purpose")
    connect = functools.partial(hms.Client, access_key=DEFAULT_ACCESS_KEY, base_url=base_url)
    client.templates.create(name="taken")
    other = client.templates.create(name="other")
    closed = client.rooms.create(name="closed")
    client.rooms.update(closed.id, enabled=False)

    def faulty(call: Callable[[], object], **fault: Any) -> Callable[[], object]:
        def run() -> object:
            platform.fail_next_call(**fault)
            return call()

        return run

    platform.fail_next_call(status=503)
    tries = client.rooms.with_response.get(room.id).attempts
    story.check(tries == 2, f"a server that fails once took {tries} attempts")
    story.tell("A server that fails once is asked again", f"{tries} attempts")

    def read_room() -> object:
        return client.with_options(retries=0).rooms.get(room.id)

    with (
        connect(secret="a-secret-that-belongs-to-somebody-else") as stranger,  # noqa: S106
        connect(secret=DEFAULT_SECRET, timeout=0.2, retries=0) as hasty,
        connect(secret=DEFAULT_SECRET, strict=True) as strict,
    ):
        mistakes: list[tuple[str, type[hms.HmsError], Callable[[], object]]] = [
            (
                "an ordinary room for 3000",
                hms.BadRequestError,
                lambda: client.rooms.create(size=3000),
            ),
            ("the wrong secret", hms.AuthenticationError, lambda: stranger.rooms.get(room.id)),
            (
                "codes for a closed room",
                hms.PermissionDeniedError,
                lambda: client.room_codes.create(closed.id),
            ),
            ("a room that never was", hms.NotFoundError, lambda: client.rooms.get("0" * 24)),
            (
                "a name that is taken",
                hms.ConflictError,
                lambda: client.templates.update(
                    other.id,
                    name="taken",
                    roles=other.roles,
                    settings=client.templates.get_settings(other.id),
                ),
            ),
            (
                "too many calls",
                hms.RateLimitError,
                faulty(read_room, status=429, headers={"Retry-After": "30"}),
            ),
            ("a broken server", hms.ServerError, faulty(read_room, status=503)),
            ("a dropped connection", hms.APIConnectionError, faulty(read_room, drop=True)),
            (
                "an answer that takes too long",
                hms.APITimeoutError,
                faulty(lambda: hasty.rooms.get(room.id), delay_seconds=0.6),
            ),
            ("an answer cut short", hms.DecodeError, faulty(read_room, status=200, text='{"id": "66f0')),
            (
                "an answer of another shape (strict)",
                hms.DecodeError,
                faulty(lambda: strict.rooms.get(room.id), status=200, body={"id": 7}),
            ),
            (
                "no page after the last",
                hms.PaginationError,
                lambda: strict.room_codes.list(room.id).next_page(),
            ),
            ("half a pair of keys", hms.ConfigurationError, lambda: hms.Client(access_key="alone")),
        ]
        table = Table(box=None, padding=(0, 2), header_style="dim")
        table.add_column("what")
        table.add_column("raises")
        table.add_column("and says", max_width=44, no_wrap=True, overflow="ellipsis")
        for what, expected, call in mistakes:
            try:
                call()
            except hms.HmsError as error:
                story.check(type(error) is expected, f"{what} raised {type(error).__name__}")
                table.add_row(what, f"[yellow]{expected.__name__}[/]", escape(_words(error)))
            else:
                raise StepFailedError(f"{what} raised nothing")
    story.show(table)


def _words(error: hms.HmsError) -> str:
    if isinstance(error, hms.RateLimitError):
        return f"{error.message}; retry after {error.retry_after:.0f} s"
    if isinstance(error, hms.APIError) and error.details:
        return error.details[0]
    return error.message


def main() -> int:
    """Play the story; returns the exit status."""
    # A pipe has no width of its own, and a narrow one would cut the tables.
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 110)
    story = Story(console)
    try:
        with mock_server() as base_url:
            console.print(
                Panel.fit(f"hms {hms.__version__} against the mock server at {base_url}", style="cyan")
            )
            platform = Platform(base_url)
            with hms.Client(
                access_key=DEFAULT_ACCESS_KEY, secret=DEFAULT_SECRET, base_url=base_url
            ) as client:
                room = set_up_the_school(story, client)
                hold_a_lesson(story, client, platform, room)
                read_the_books(story, client, platform, room)
                get_everything_wrong(story, client, platform, room, base_url)
            platform.close()
    except (StepFailedError, hms.HmsError, httpx.HTTPError) as error:
        console.print(f"\n[red]✗ {escape(str(error))}[/]")
        return 1
    console.print(f"\n[bold green]All is well:[/] {story.checks} checks held.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
