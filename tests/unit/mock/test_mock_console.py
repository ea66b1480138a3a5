from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from hms_mock import DEFAULT_ACCESS_KEY, DEFAULT_SECRET, ApiError, Control, MockApp, create_app

if TYPE_CHECKING:
    from collections.abc import Callable

OTHER_ACCESS_KEY = "another-access-key"


@pytest.fixture
def room(make_room: Callable[..., dict[str, Any]]) -> Any:
    return make_room(name="physics")


def test_overview_of_a_fresh_mock(bare: httpx.Client, control: Control) -> None:
    overview = bare.get("/_mock/overview").json()
    assert overview == control.overview()
    assert (overview["now"], overview["offset_seconds"]) == ("2025-06-15T15:06:40.123Z", 0.0)
    assert (overview["requests"], overview["faults"]) == ([], [])
    assert [each["access_key"] for each in overview["workspaces"]] == [DEFAULT_ACCESS_KEY, OTHER_ACCESS_KEY]
    assert overview["workspaces"][0]["counts"] == {
        "rooms": 0,
        "running": 0,
        "peers": 0,
        "jobs": 0,
        "ingests": 0,
        "deliveries": 0,
    }
    assert (overview["rate_limit"], overview["workspaces"][0]["calls_counted"]) == (None, 0)
    assert overview["sends_webhooks"] is False


def test_overview_shows_everything_that_happens(
    api: httpx.Client, other_api: httpx.Client, control: Control, room: Any
) -> None:
    other = other_api.post("/rooms", json={"name": "elsewhere"}).json()
    control.set_webhook("http://127.0.0.1:9/hooks", {"X-Secret": "hidden"})
    ada = control.join(room["id"], role="host", name="Ada", user_id="u1")
    control.mute(ada["id"], "audio")
    job = api.post(f"/recordings/room/{room['id']}/start", json={}).json()
    control.fail(503, times=2, operation="createRoom")

    overview = control.overview()
    mine, theirs = overview["workspaces"]
    (shown,) = mine["rooms"]
    assert (shown["id"], shown["name"], shown["enabled"]) == (room["id"], "physics", True)
    assert {"host", "guest"} <= set(shown["roles"])
    person, bot = shown["session"]["peers"]
    assert (person["name"], person["role"], person["user_id"], person["bot"]) == ("Ada", "host", "u1", False)
    assert person["tracks"] == [{"type": "audio", "mute": True}, {"type": "video", "mute": False}]
    assert bot["bot"]
    assert (shown["session"]["id"], shown["session"]["peer_count"]) == (ada["session_id"], 2)
    assert [(each["id"], each["status"], each["room_name"]) for each in mine["jobs"]] == [
        (job["id"], "starting", "physics")
    ]
    assert mine["webhook_url"] == "http://127.0.0.1:9/hooks"
    assert [each["type"] for each in mine["deliveries"]] == ["peer.join.success", "session.open.success"]
    assert mine["deliveries"][0]["status"] == "success"
    assert "hidden" not in json.dumps(overview)
    assert mine["counts"] == {
        "rooms": 1,
        "running": 1,
        "peers": 2,
        "jobs": 1,
        "ingests": 0,
        "deliveries": 2,
    }
    assert [each["id"] for each in theirs["rooms"]] == [other["id"]]
    assert theirs["rooms"][0]["session"] is None
    assert [each["operation"] for each in overview["requests"]] == [
        "startRecording",
        "createRoom",
        "createRoom",
    ]
    assert overview["faults"] == control.faults()
    assert overview["counts"] == {"faults": 2, "requests": 3}


def test_overview_shows_the_newest_of_many_and_all_rooms_in_session(
    api: httpx.Client, control: Control, room: Any, make_room: Callable[..., dict[str, Any]]
) -> None:
    control.join(room["id"], role="host")
    rooms = [make_room() for _ in range(105)]
    for _ in range(250):
        api.get("/nothing")
    overview = control.overview()
    mine = overview["workspaces"][0]
    wanted = [each["id"] for each in reversed(rooms[5:])] + [room["id"]]
    assert [each["id"] for each in mine["rooms"]] == wanted
    assert mine["counts"]["rooms"] == 106
    assert (len(overview["requests"]), overview["counts"]["requests"]) == (200, 356)


def test_overview_follows_the_clock(api: httpx.Client, control: Control, room: Any) -> None:
    control.join(room["id"], role="host")
    api.post(f"/recordings/room/{room['id']}/start", json={})
    control.advance(10)
    assert control.overview()["workspaces"][0]["jobs"][0]["status"] == "running"


def test_pending_faults(bare: httpx.Client, api: httpx.Client, control: Control) -> None:
    control.fail(503, headers={"Retry-After": "1"}, times=2)
    control.fail(drop=True, delay_seconds=1.5, operation="getRoom")
    api.get("/rooms")
    first, second = bare.get("/_mock/faults").json()["faults"]
    assert (first["status"], first["headers"], first["times"]) == (503, {"Retry-After": "1"}, 1)
    assert (second["drop"], second["delay_seconds"], second["operation"]) == (True, 1.5, "getRoom")
    control.faults()[0]["headers"]["Retry-After"] = "changed"
    assert control.faults()[0]["headers"] == {"Retry-After": "1"}
    control.fail(504, times=None, path="/templates*", carry_out=True)
    overview = bare.get("/_mock/overview").json()
    assert overview["faults"] == control.faults()
    assert [fault["times"] for fault in overview["faults"]] == [1, 1, None]
    # Faults without an end are no number of calls.
    assert overview["counts"]["faults"] == 2


def test_faults_are_in_the_order_in_which_they_take_effect(api: httpx.Client, control: Control) -> None:
    control.fail(504, times=None)
    control.fail(503, times=None)
    control.fail(500, times=2)
    control.fail(502)
    assert [fault["status"] for fault in control.overview()["faults"]] == [500, 502, 504, 503]
    assert [api.get("/rooms").status_code for _ in range(4)] == [500, 500, 502, 504]
    left = control.overview()["faults"]
    assert [(fault["status"], fault["calls"]) for fault in left] == [(504, 4), (503, 4)]


def test_overview_counts_the_calls_of_a_rate_limit(
    api: httpx.Client, other_api: httpx.Client, control: Control
) -> None:
    api.get("/rooms")
    control.limit_rate(2, 60, retry_after=False)
    assert control.overview()["rate_limit"] == {"calls": 2, "seconds": 60, "retry_after": False}

    def counted() -> list[int]:
        return [workspace["calls_counted"] for workspace in control.overview()["workspaces"]]

    assert counted() == [0, 0]
    api.get("/rooms")
    control.advance(40)
    assert [api.get("/rooms").status_code for _ in range(2)] == [200, 429]
    other_api.get("/rooms")
    assert counted() == [2, 1]
    control.advance(20)
    assert counted() == [1, 1]
    control.advance(40)
    assert counted() == [0, 0]
    control.lift_rate_limit()
    assert (control.overview()["rate_limit"], counted()) == (None, [0, 0])


def test_overview_shows_ingests_without_their_keys(
    api: httpx.Client, control: Control, room: Any, make_room: Callable[..., dict[str, Any]]
) -> None:
    destinations = {"hlsDestinations": {"main": {"name": "main"}}}
    api.post(f"/templates/{control.default_template_id()}/destinations", json=destinations)
    other = make_room(name="chemistry")
    assert not control.overview()["workspaces"][0]["rooms"][0]["has_stream_key"]
    keys = [api.post(f"/stream-keys/room/{each['id']}").json()["key"] for each in (room, other)]
    first, second = [control.start_ingest(key) for key in keys]
    overview = control.overview()
    mine, theirs = overview["workspaces"]
    assert mine["ingests"] == [second | {"room_name": "chemistry"}, first | {"room_name": "physics"}]
    assert (mine["counts"]["ingests"], theirs["ingests"]) == (2, [])
    assert [each["has_stream_key"] for each in mine["rooms"]] == [True, True]
    assert not any(key in json.dumps(overview) for key in keys)
    control.disconnect_ingest(first["id"])
    control.fail_ingest(second["id"])
    shown = control.overview()["workspaces"][0]["ingests"]
    assert [(each["status"], each["connected"]) for each in shown] == [("failed", False), ("running", False)]


def test_overview_tells_whether_webhooks_are_sent(control: Control) -> None:
    def sender(_url: str, _headers: Any, _body: bytes, /) -> int:
        return 200

    control.set_webhook_sender(sender)
    assert control.overview()["sends_webhooks"] is True


def test_management_tokens_open_the_workspace(bare: httpx.Client, control: Control, room: Any) -> None:
    control.advance(40 * 86400)
    made = bare.post("/_mock/tokens/management", json={"access_key": OTHER_ACCESS_KEY}).json()
    assert made["expires_at"] == "2025-07-26T15:06:40.000Z"
    assert DEFAULT_SECRET not in str(made)
    mine = bare.post("/_mock/tokens/management").json()["token"]
    for token, names in ((mine, ["physics"]), (made["token"], [])):
        answer = bare.get("/v2/rooms", headers={"Authorization": f"Bearer {token}"})
        assert [each["name"] for each in answer.json()["data"]] == names
    control.advance(86400)
    assert bare.get("/v2/rooms", headers={"Authorization": f"Bearer {mine}"}).status_code == 401


def test_client_tokens_admit_to_the_room(bare: httpx.Client, control: Control, room: Any) -> None:
    asked = {"room_id": room["id"], "role": "guest", "user_id": "u7"}
    token = bare.post("/_mock/tokens/client", json=asked).json()["token"]
    peer = control.join(room["id"], token=token)
    assert (peer["role"], peer["user_id"]) == ("guest", "u7")


def test_tokens_leave_the_identifiers_as_they_are(control: Control, make_room: Callable[..., Any]) -> None:
    control.seed(5)
    wanted = make_room()["id"]
    control.reset()
    control.seed(5)
    control.management_token()
    assert make_room()["id"] == wanted


def test_tokens_for_what_is_not_there(bare: httpx.Client, control: Control, room: Any) -> None:
    with pytest.raises(ApiError, match="no workspace has the access key 'nobody'"):
        control.management_token("nobody")
    with pytest.raises(ApiError, match="no room 'x'"):
        control.client_token("x", "host")
    refused = bare.post("/_mock/tokens/client", json={"room_id": room["id"], "role": "king"})
    assert (refused.status_code, refused.json()["message"]) == (404, "Role not found")


@pytest.mark.parametrize("path", ["/", "/reference"])
def test_pages_load_nothing_from_elsewhere(bare: httpx.Client, path: Any) -> None:
    page = bare.get(path)
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    policy = page.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; connect-src 'self';")
    assert "frame-ancestors 'none'" in policy
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert 'data-api-path="/v2"' in page.text
    assert "://" not in page.text.replace("http://127.0.0.1:9000/hooks", "")


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("main.js", "text/javascript; charset=utf-8"),
        ("console.css", "text/css; charset=utf-8"),
        ("icon.svg", "image/svg+xml"),
        ("openapi-explorer.min.js", "text/javascript; charset=utf-8"),
        ("openapi-explorer.LICENSE.txt", "text/plain; charset=utf-8"),
    ],
)
def test_assets_have_their_media_types(bare: httpx.Client, name: Any, media_type: Any) -> None:
    answer = bare.get(f"/_mock/console/{name}")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, media_type)


@pytest.mark.parametrize("name", ["nothing.js", "index.html", "..", "%2e%2e%2f__init__.py", "main"])
def test_there_are_no_other_assets(bare: httpx.Client, name: Any) -> None:
    assert bare.get(f"/_mock/console/{name}").status_code == 404


def test_the_document_names_this_server(bare: httpx.Client) -> None:
    document = bare.get("/_mock/openapi.json").json()
    assert document["servers"] == [{"url": "/v2", "description": "This mock server"}]
    assert document["openapi"].startswith("3.1")


def test_the_console_gives_way_to_an_api_at_the_root(in_process: Any) -> None:
    document = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "servers": [{"url": "/"}]}
    app = create_app(document=document, handlers=[])
    with httpx.Client(transport=in_process(app), base_url="http://mock") as client:
        assert client.get("/").json()["message"] == "not found"
        assert client.get("/_mock/openapi.json").json()["servers"][0]["url"] == "/"


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("127.0.0.1:8100", None),
        ("127.0.0.1:8100", "http://127.0.0.1:8100"),
        ("[::1]:8100", "http://[::1]:8100"),
        ("localhost", "http://LOCALHOST"),
        ("mock.localhost:1", "https://mock.localhost:1"),
        ("hms-mock:8100", "http://hms-mock:8100"),
        ("host.docker.internal:8100", None),
        ("mock.team.svc.cluster.local.", None),
    ],
)
def test_the_page_of_this_server_and_programs_are_let_in(bare: httpx.Client, host: Any, origin: Any) -> None:
    headers = {"Host": host} | ({"Origin": origin} if origin else {})
    assert bare.post("/_mock/reset", headers=headers).status_code == 200
    assert bare.get("/", headers=headers).status_code == 200


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("127.0.0.1:8100", "https://evil.example"),
        ("127.0.0.1:8100", "http://127.0.0.1:3000"),
        ("127.0.0.1:8100", "http://localhost:8100"),
        ("127.0.0.1:8100", "null"),
        ("evil.example:8100", "http://evil.example:8100"),
        ("evil.example:8100", None),
        ("127.0.0.1.evil.example", None),
    ],
)
def test_pages_of_other_sites_are_refused(
    bare: httpx.Client, control: Control, room: Any, host: Any, origin: Any
) -> None:
    headers = {"Host": host} | ({"Origin": origin} if origin else {})
    for call in (
        bare.post("/_mock/reset", headers=headers),
        bare.post("/_mock/tokens/management", headers=headers),
        bare.get("/_mock/overview", headers=headers),
        bare.get("/", headers=headers),
    ):
        assert (call.status_code, call.json()["message"]) == (
            403,
            "Other sites may not use the control plane",
        )
        assert call.json()["details"]
    assert control.overview()["workspaces"][0]["counts"]["rooms"] == 1


@pytest.mark.parametrize("host", ["127.0.0.1@evil.example", "[::1", ""])
def test_what_is_no_host_is_refused_before_the_guard(
    bare: httpx.Client, control: Control, room: Any, host: str
) -> None:
    for call in (bare.post("/_mock/reset", headers={"Host": host}), bare.get("/", headers={"Host": host})):
        assert (call.status_code, call.json()["message"]) == (400, "Bad request")
    assert control.overview()["workspaces"][0]["counts"]["rooms"] == 1


def test_the_api_itself_goes_by_its_tokens(api: httpx.Client, app: MockApp) -> None:
    assert app.base_path == "/v2"
    headers = {"Host": "mock.example", "Origin": "https://app.example"}
    assert api.get("/rooms", headers=headers).status_code == 200
    assert api.get("http://mock/v3/rooms", headers=headers).status_code == 404


def test_files_go_by_their_signature(
    api: httpx.Client, bare: httpx.Client, control: Control, room: Any
) -> None:
    control.join(room["id"], role="host")
    job = api.post(f"/recordings/room/{room['id']}/start", json={}).json()
    control.finish_job(job["id"])
    asset = control.jobs()[0]["assets"][0]
    url = api.get(f"/recording-assets/{asset}/presigned-url").json()["url"]
    answer = bare.get(url, headers={"Origin": "https://app.example"})
    assert answer.status_code == 200
