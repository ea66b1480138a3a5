from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx
    from playwright.sync_api import Locator, Page

    from hms_mock import MockServer

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
AXE = ROOT / "node_modules/axe-core/axe.min.js"
PICTURES = ROOT / "build/console"
HOSTILE = """<img src=x onerror="document.title='owned'">"'`</script>"""
STREAM = {"rtmp_urls": ["rtmp://live.example.com/app/key"]}


@pytest.fixture
def room(api: httpx.Client) -> Any:
    return api.post("/rooms", json={"name": "physics"}).json()


def section(page: Page, heading: str) -> Locator:
    return page.get_by_role("region", name=heading, exact=True).first


def card(page: Page, name: str = "physics") -> Locator:
    return page.locator("details").filter(has=page.locator("summary", has_text=name))


def press(where: Page | Locator, name: str) -> None:
    where.get_by_role("button", name=name).click()


def said(page: Page, text: str) -> None:
    expect(page.locator("#notice-status")).to_have_text(text)


def test_shows_what_happens_without_a_reload(page: Page, api: httpx.Client, server: MockServer) -> None:
    for text in ("There are no rooms yet", "Nothing is recorded", "Nothing has called", "No webhook has"):
        expect(page.get_by_text(text)).to_be_visible()
    expect(page.locator("#python-snippet")).to_contain_text(f'base_url="{server.url}", access_key="mock-acc')

    server.control.set_webhook("http://127.0.0.1:9/hooks")
    room = api.post("/rooms", json={"name": "physics"}).json()
    expect(card(page).get_by_text("Empty")).to_be_visible()
    expect(page.get_by_text("There are no rooms yet")).to_be_hidden()
    ada = server.control.join(room["id"], role="host", name="Ada")
    expect(card(page).locator("li")).to_contain_text("Ada")
    expect(card(page).get_by_text("Live: 1 peer")).to_be_visible()
    api.post(f"/recordings/room/{room['id']}/start", json={})
    expect(page.locator("#jobs li")).to_contain_text("Recording of physicsstarting")
    server.control.advance(10)
    expect(page.locator("#jobs li")).to_contain_text("running")
    expect(page.locator("#offset")).to_have_text("10 s ahead, because it was advanced")
    expect(page.locator("#requests tr").first).to_contain_text(
        f"POST /v2/recordings/room/{room['id']}/startstartRecording200"
    )
    expect(page.locator("#deliveries tr").first).to_contain_text("beam.started.success")
    server.control.fail(503, times=2, operation="createRoom")
    expect(page.locator("#faults .what")).to_have_text("Status 503 for the next 2 calls of createRoom")
    server.control.leave(room["id"], ada["id"])
    expect(card(page).get_by_text("Ada", exact=True)).to_be_hidden()
    expect(page.locator("[data-count=rooms]")).to_have_text("1")


def test_create_a_room(page: Page, server: MockServer) -> None:
    page.get_by_label("Name of the new room").fill("physics")
    press(page, "Create room")
    expect(card(page)).to_be_visible()
    said(page, "The room physics is there.")
    assert server.control.requests()[-1]["operation"] == "createRoom"


def test_join_mute_and_leave(page: Page, server: MockServer, room: Any) -> None:
    form = card(page)
    form.get_by_label("Role of the peer who joins physics").select_option("guest")
    form.get_by_label("Name of a peer who joins physics").fill("Ada")
    press(form, "Join")
    said(page, "Ada joined as guest.")
    expect(form.get_by_label("Name of a peer who joins physics")).to_have_value("")

    def peer() -> Any:
        return server.control.overview()["workspaces"][0]["rooms"][0]["session"]["peers"][0]

    assert (peer()["name"], peer()["role"]) == ("Ada", "guest")
    press(form, "Mute audio of Ada")
    said(page, "Ada: audio muted.")
    expect(form.get_by_role("button", name="Unmute audio of Ada")).to_be_focused()
    assert peer()["tracks"][0] == {"type": "audio", "mute": True}
    press(form, "Unmute audio of Ada")
    said(page, "Ada: audio on.")
    assert peer()["tracks"][0]["mute"] is False
    press(form, "Leave (Ada)")
    said(page, "Ada left.")
    expect(form.get_by_text("Empty")).to_be_visible()
    expect(page.get_by_role("heading", name="Rooms")).to_be_focused()


@pytest.mark.parametrize(
    ("job", "kind"),
    [("recording", "Recording"), ("live stream", "Live stream"), ("external stream", "External stream")],
)
def test_start_stop_finish_and_fail_a_job(
    page: Page, server: MockServer, room: Any, job: str, kind: str
) -> None:
    server.control.join(room["id"], role="host")
    row = page.locator("#jobs li").first
    press(card(page), f"Start {job} in physics")
    said(page, f"The {job} starts.")
    expect(row).to_contain_text(f"{kind} of physicsstarting")
    server.control.advance(10)
    expect(row).to_contain_text("running")
    press(row, f"Stop ({kind} of physics)")
    said(page, f"The {job} stops.")
    expect(row).to_contain_text("stopping")
    expect(row.get_by_role("button", name="Stop")).to_be_hidden()
    press(row, f"Finish ({kind} of physics)")
    said(page, f"The {job} is finished.")
    expect(row).to_contain_text("completed")
    expect(row.get_by_role("button")).to_have_count(0)
    press(card(page), f"Start {job} in physics")
    expect(page.locator("#jobs li")).to_have_count(2)
    press(row, f"Fail ({kind} of physics)")
    said(page, f"The {job} failed.")
    expect(row).to_contain_text("failed")
    assert [each["status"] for each in server.control.jobs()] == ["completed", "failed"]


def test_advance_the_clock(page: Page, server: MockServer) -> None:
    for button, further, offset in (
        ("+1 minute", "1 min", 60),
        ("+1 hour", "1 h", 3660),
        ("+1 day", "1 d", 90060),
    ):
        press(page, button)
        expect(page.locator("#offset")).to_contain_text("ahead")
        said(page, f"The clock is {further} further.")
        assert server.control.clock_offset() == offset
    page.get_by_label("Seconds", exact=True).fill("1.5")
    page.get_by_label("Tokens of your programs grow older, too").check()
    press(page, "Advance")
    said(page, "The clock is 1.5 s further.")
    expect(page.locator("#offset")).to_have_text("1 d 1 h ahead, because it was advanced")
    assert server.control.clock_offset() == 90061.5


@pytest.mark.parametrize(
    ("choice", "wanted", "shown"),
    [
        ("503", {"status": 503}, "Status 503 after 0.5 s for the next 2 calls of createRoom"),
        ("drop", {"drop": True, "status": None}, "No answer after 0.5 s for the next 2 calls of createRoom"),
        ("delay", {"status": None}, "A late answer after 0.5 s for the next 2 calls of createRoom"),
    ],
)
def test_order_and_clear_faults(
    page: Page, server: MockServer, choice: str, wanted: dict[str, Any], shown: str
) -> None:
    faults = section(page, "Faults")
    faults.get_by_label("The next calls").select_option(choice)
    faults.get_by_label("Of the operation").fill("createRoom")
    faults.get_by_label("How many").fill("2")
    faults.get_by_label("Delay, real seconds").fill("0.5")
    press(faults, "Order fault")
    expect(faults.locator(".what")).to_have_text(shown)
    (fault,) = server.control.faults()
    assert fault | wanted | {"times": 2, "delay_seconds": 0.5, "operation": "createRoom"} == fault
    press(faults, "Clear faults")
    expect(faults.get_by_text("All calls are answered as usual.")).to_be_visible()
    assert server.control.faults() == []
    expect(page.locator("#operations option")).to_have_count(len(operations(server)))


@pytest.mark.parametrize(
    ("ordered", "shown"),
    [
        ({"status": 503, "times": None}, "Status 503 for all calls of any operation"),
        (
            {"status": 500, "times": None, "probability": 0.1, "method": "GET", "path": "/rooms/*"},
            "Status 500 for all calls, with a chance of 0.1, of GET /rooms/*",
        ),
        (
            {"drop": True, "carry_out": True, "times": 2, "every": 3, "operation": "createRoom"},
            "No answer, though carried out, for the next 2 calls, one in 3, of createRoom",
        ),
        (
            {"truncate": True, "room_id": "5f9e"},
            "Half of the answer for the next call of any operation in room 5f9e",
        ),
        (
            {"status": 200, "truncate": True},
            "Half of an answer with status 200 for the next call of any operation",
        ),
        ({"headers": {"X-Fault": "1"}}, "Other headers for the next call of any operation"),
    ],
)
def test_faults_of_tests_in_words(
    page: Page, server: MockServer, ordered: dict[str, Any], shown: str
) -> None:
    server.control.fail(**ordered)
    expect(page.locator("#faults .what")).to_have_text(shown)


def test_faults_in_their_order_with_the_calls_that_they_matched(
    page: Page, server: MockServer, api: httpx.Client
) -> None:
    server.control.fail(503, times=None, every=2, operation="listRooms")
    expect(page.locator("#faults li")).to_contain_text("Matched no call yet")
    expect(page.locator("#faults-order")).to_be_hidden()
    server.control.fail(500, times=3)
    rows = page.locator("#faults li")
    expect(rows).to_have_count(2)
    expect(page.locator("#faults-order")).to_be_visible()
    assert [api.get("/rooms").status_code for _ in range(2)] == [500, 500]
    for place, fault in enumerate(
        ("Status 500 for the next call of any operation", "Status 503 for all calls, one in 2, of listRooms")
    ):
        expect(rows.nth(place)).to_have_text(f"{fault}Matched 2 calls so far")


def test_order_a_fault_that_stays(page: Page, server: MockServer) -> None:
    faults = section(page, "Faults")
    faults.get_by_label("How many").fill("")
    press(faults, "Order fault")
    expect(page.locator("#faults .what")).to_have_text("Status 503 for all calls of any operation")
    assert server.control.faults()[0]["times"] is None


def test_set_and_lift_a_rate_limit(page: Page, server: MockServer, api: httpx.Client) -> None:
    limit = section(page, "Rate limit")
    expect(limit.get_by_text("Any number of calls is allowed.")).to_be_visible()
    limit.get_by_label("Calls").fill("2")
    limit.get_by_label("Within seconds").fill("0.5")
    press(limit, "Set limit")
    said(page, "The rate limit is set.")
    expect(page.locator("#rate-limit-what")).to_have_text("At most 2 calls in 0.5 s per access key")
    limit.get_by_label("Within seconds").fill("86400")
    limit.get_by_label("Refuse with Retry-After").uncheck()
    press(limit, "Set limit")
    expect(page.locator("#rate-limit-what")).to_have_text(
        "At most 2 calls in 1 d per access key, refused without Retry-After"
    )
    expect(limit.get_by_text("0 of 2 counted at present")).to_be_visible()
    expect(limit.get_by_text("2 left")).to_be_visible()
    assert [api.get("/rooms").status_code for _ in range(3)] == [200, 200, 429]
    expect(limit.get_by_text("2 of 2 counted at present")).to_be_visible()
    expect(limit.get_by_text("the next is refused")).to_be_visible()
    page.get_by_label("Access key").select_option("another-access-key")
    expect(limit.get_by_text("2 left")).to_be_visible()
    press(limit, "Lift limit")
    said(page, "Any number of calls is allowed.")
    expect(page.locator("#rate-limit-now")).to_be_hidden()
    assert api.get("/rooms").status_code == 200


def test_let_an_encoder_stream(
    page: Page, server: MockServer, api: httpx.Client, room: Any, problems: list[str]
) -> None:
    expect(page.get_by_text("No encoder has sent anything in.")).to_be_visible()
    press(card(page), "Start ingest in physics")
    expect(page.get_by_role("alert")).to_contain_text("no hls destinations: give the template")
    assert len(problems) == 1
    problems.clear()
    destinations = {"hlsDestinations": {"main": {"name": "main"}}}
    api.post(f"/templates/{server.control.default_template_id()}/destinations", json=destinations)

    row = page.locator("#ingests li").first
    press(card(page), "Start ingest in physics")
    said(page, "An encoder is connected; its live stream starts.")
    expect(row).to_contain_text("Ingest of physicsconnected")
    expect(page.locator("#jobs li")).to_contain_text("Live stream of physics")
    press(row, "Disconnect")
    said(page, "The encoder is disconnected.")
    expect(row).to_contain_text("Ingest of physicsdisconnected")
    expect(row.get_by_role("button", name="Connect again (Ingest of physics)")).to_be_focused()
    press(row, "Connect again")
    said(page, "The encoder is connected again.")
    assert server.control.ingests()[0]["connected"]
    press(row, "End")
    said(page, "The ingest ended; its live stream stops.")
    expect(row).to_contain_text("Ingest of physicsended")
    expect(row).to_contain_text("stream closed")
    expect(row.get_by_role("button")).to_have_count(0)
    server.control.finish_job(server.control.jobs()[0]["id"])
    press(card(page), "Start ingest in physics")
    expect(page.locator("#ingests li")).to_have_count(2)
    press(row, "Fail")
    said(page, "The ingest failed, and its live stream with it.")
    expect(row).to_contain_text("internal error")
    assert [each["status"] for each in server.control.ingests()] == ["ended", "failed"]
    key = api.get(f"/stream-keys/room/{room['id']}").json()["data"][0]["key"]
    assert key not in page.content()


def test_deliver_webhooks(page: Page, server: MockServer, room: Any) -> None:
    sent: list[str] = []

    def sender(url: str, _headers: Any, _body: bytes, /) -> int:
        sent.append(url)
        return 200

    webhooks = section(page, "Webhooks")
    expect(webhooks.get_by_text("This mock sends no webhooks")).to_be_visible()
    server.control.set_webhook_sender(sender)
    expect(webhooks.get_by_text("This mock sends no webhooks")).to_be_hidden()
    webhooks.get_by_label("Endpoint").fill("http://127.0.0.1:9/hooks")
    press(webhooks, "Set")
    said(page, "Webhooks go to the endpoint from now on.")
    server.control.join(room["id"], role="host")
    expect(page.locator("#deliveries tr").first).to_contain_text("pending")
    press(webhooks, "Deliver what is due")
    said(page, "2 attempts made.")
    expect(page.locator("#deliveries tr").first).to_contain_text("success: 200")
    assert sent == ["http://127.0.0.1:9/hooks"] * 2
    webhooks.get_by_label("Endpoint").fill("")
    press(webhooks, "Set")
    said(page, "Webhooks go nowhere now.")
    assert server.control.overview()["workspaces"][0]["webhook_url"] is None


def test_seed(page: Page, server: MockServer, api: httpx.Client, room: Any) -> None:
    server.control.reset()
    server.control.seed(7)
    wanted = api.post("/rooms", json={}).json()["id"]
    server.control.reset()
    page.get_by_label("Identifiers from").fill("7")
    press(page, "Seed")
    said(page, "New identifiers start from the seed 7.")
    assert api.post("/rooms", json={}).json()["id"] == wanted


def test_reset_asks_first(page: Page, server: MockServer, room: Any) -> None:
    expect(card(page)).to_be_visible()
    press(page, "Reset…")
    press(page.get_by_role("dialog"), "Cancel")
    expect(card(page)).to_be_visible()
    press(page, "Reset…")
    press(page.get_by_role("dialog"), "Forget everything")
    expect(page.get_by_text("There are no rooms yet")).to_be_visible()
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert server.control.requests() == []


def test_copy(page: Page, server: MockServer, api: httpx.Client, room: Any) -> None:
    def copied() -> str:
        text: str = page.evaluate("navigator.clipboard.readText()")
        return text

    press(page, "Copy the base URL")
    said(page, "Copied the base URL.")
    assert copied() == server.url
    press(page, "Copy the access key")
    said(page, "Copied the access key.")
    assert copied() == server.access_key
    press(page, "Copy a management token")
    said(page, "Copied a management token, good for 24 hours.")
    headers = {"Authorization": f"Bearer {copied()}"}
    assert api.get("/rooms", headers=headers).json()["data"][0]["id"] == room["id"]
    press(card(page), "Copy client token for physics")
    said(page, "Copied a client token for the role host.")
    assert server.control.join(room["id"], token=copied())["role"] == "host"
    press(card(page), "Copy id of physics")
    said(page, "Copied the identifier of the room.")
    assert copied() == room["id"]
    assert server.secret not in page.content()


def test_snippets_work(page: Page, server: MockServer, api: httpx.Client) -> None:
    press(page, "Copy with a token")
    said(page, "Copied the command, with a token.")
    command: str = page.evaluate("navigator.clipboard.readText()")
    program, _, method, url, _, authorization, _, media_type, _, body = shlex.split(
        command.replace("\\\n", "")
    )
    assert (program, method) == ("curl", "POST")
    headers = dict(header.split(": ") for header in (authorization, media_type))
    assert api.request(method, url, content=body, headers=headers).json()["name"] == "physics"


def test_failures_are_said_in_words(
    page: Page, server: MockServer, api: httpx.Client, room: Any, problems: list[str]
) -> None:
    api.post(f"/rooms/{room['id']}", json={"enabled": False})
    expect(card(page).get_by_text("Disabled")).to_be_visible()
    press(card(page), "Join")
    error = page.get_by_role("alert")
    expect(error).to_have_text("Room is disabled (status 403)")
    press(page, "Dismiss")
    expect(error).to_be_hidden()
    expect(card(page).get_by_role("button", name="Join")).to_be_focused()
    server.control.fail(503, text="<html>down</html>")
    press(page, "Create room")
    expect(error).to_have_text("The call failed (status 503)")
    faults = section(page, "Faults")
    faults.get_by_label("Of the operation").fill("getRom")
    press(faults, "Order fault")
    expect(error).to_have_text(
        "Invalid body param: there is no operation 'getRom'; did you mean 'getRoom'? (status 400)"
    )
    assert len(problems) == 3
    assert all("Failed to load resource" in problem for problem in problems)
    problems.clear()


def test_a_server_that_stops(page: Page, server: MockServer, problems: list[str]) -> None:
    server.stop()
    expect(page.locator("#connection")).to_have_text("Not reachable, trying again")
    press(page, "+1 minute")
    expect(page.get_by_role("alert")).to_have_text("The server did not answer. Does it still run?")
    assert problems
    assert all("ERR_CONNECTION" in problem for problem in problems)
    page.close()
    problems.clear()


def test_typing_and_focus_survive_updates(
    page: Page, server: MockServer, api: httpx.Client, room: Any
) -> None:
    field = card(page).get_by_label("Name of a peer who joins physics")
    field.press_sequentially("Ad")
    for name in ("chemistry", "music"):
        api.post("/rooms", json={"name": name})
    server.control.join(room["id"], role="host", name="Grace")
    expect(card(page, "music")).to_be_visible()
    expect(card(page).get_by_text("Grace", exact=True)).to_be_visible()
    expect(field).to_be_focused()
    expect(field).to_have_value("Ad")
    field.press_sequentially("a")
    field.press("Enter")
    said(page, "Ada joined as host.")


def test_the_focus_stays_near_a_button_that_goes(page: Page, server: MockServer, room: Any) -> None:
    server.control.join(room["id"], role="host")
    press(card(page), "Start recording in physics")
    server.control.advance(10)
    row = page.locator("#jobs li")
    row.get_by_role("button", name="Stop").press("Enter")
    expect(row.get_by_role("button", name="Finish")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Recordings and streams")).to_be_focused()


def test_a_log_stays_where_it_was_scrolled_to(page: Page, api: httpx.Client) -> None:
    for number in range(40):
        api.get(f"/rooms?start={number}")
    log = page.locator("#requests-table")
    row = log.locator("tr", has_text="start=7")
    row.scroll_into_view_if_needed()
    before = row.bounding_box()
    api.get("/rooms?start=new")
    expect(log.locator("tbody tr")).to_have_count(41)
    assert row.bounding_box() == before


def test_secrets_of_urls_are_left_out(page: Page, server: MockServer, api: httpx.Client, room: Any) -> None:
    token = server.control.management_token()["token"]
    api.get("/rooms", params={"X-Amz-Signature": "5ec3e7", "start": "3", "access_token": "5ec3e7"})
    api.get(f"/rooms/{token}")
    server.control.set_webhook("http://user:5ec3e7@127.0.0.1:9/hooks?key=5ec3e7&room=1")
    server.control.join(room["id"], role="host")
    requests = page.locator("#requests tr")
    expect(requests.nth(1)).to_contain_text("GET /v2/rooms?X-Amz-Signature=…&start=3&access_token=…")
    expect(requests.nth(0)).to_contain_text("GET /v2/rooms/…getRoom")
    expect(page.locator("#deliveries tr").first).to_contain_text("http://…@127.0.0.1:9/hooks?key=…&room=1")
    shown = page.locator("main").inner_text()
    assert "5ec3e7" not in shown
    assert token not in shown


@pytest.mark.parametrize("width", [390, 1280])
def test_every_section_is_one_click_away(
    new_page: Callable[..., Page], server: MockServer, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 700})
    page.goto(server.console_url)
    links = page.get_by_role("navigation", name="Sections").get_by_role("link")
    sections = page.locator("main section h2").all()
    assert links.count() == len(sections) - 1  # All but the one at the top.
    for link in links.all():
        link.click()
        heading = page.locator(link.get_attribute("href") or "")
        expect(heading).to_be_in_viewport()
        expect(heading).to_be_focused()


def test_names_are_inert(page: Page, server: MockServer, api: httpx.Client, room: Any) -> None:
    template = api.post(f"/templates/{server.control.default_template_id()}/roles/{'%3Cb%3E'}", json={})
    assert template.status_code == 200
    server.control.set_webhook(f"http://127.0.0.1:9/{HOSTILE}")
    server.control.join(room["id"], role="<b>", name=HOSTILE, user_id=HOSTILE)
    api.get(f"/{HOSTILE}")
    server.control.fail(503, room_id=HOSTILE)
    expect(card(page).locator("li .name")).to_have_text(HOSTILE)
    expect(card(page).locator("li .pill")).to_have_text("<b>")
    expect(page.locator("#deliveries tr").first).to_contain_text("onerror")
    expect(page.locator("#requests tr").first).to_contain_text("onerror")
    expect(page.locator("#faults li")).to_contain_text(HOSTILE)
    press(card(page), f"Leave ({HOSTILE})")
    said(page, f"{HOSTILE} left.")
    assert page.locator("main img, main b, main script").count() == 0
    assert page.title() == "100ms mock server"


def test_workspaces_by_their_access_keys(page: Page, server: MockServer, room: Any) -> None:
    expect(card(page)).to_be_visible()
    page.get_by_label("Access key").select_option("another-access-key")
    expect(page.get_by_text("There are no rooms yet")).to_be_visible()
    page.get_by_label("Name of the new room").fill("elsewhere")
    press(page, "Create room")
    expect(card(page, "elsewhere")).to_be_visible()
    mine, theirs = server.control.overview()["workspaces"]
    assert [[each["name"] for each in workspace["rooms"]] for workspace in (mine, theirs)] == [
        ["physics"],
        ["elsewhere"],
    ]


def test_a_hidden_page_asks_for_nothing(new_page: Callable[..., Page], server: MockServer) -> None:
    page = new_page()
    page.clock.install()
    page.add_init_script(
        "window.away = false; Object.defineProperty(document, 'hidden', { get: () => window.away })"
    )
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(server.console_url)
    page.get_by_text("Live", exact=True).wait_for()
    with page.expect_response("**/_mock/overview"):
        page.clock.run_for(1000)
    page.evaluate("window.away = true; document.dispatchEvent(new Event('visibilitychange'))")
    page.wait_for_load_state("networkidle")
    asked.clear()
    page.clock.run_for(60_000)
    assert asked == []
    with page.expect_response("**/_mock/overview"):
        page.evaluate("window.away = false; document.dispatchEvent(new Event('visibilitychange'))")


@pytest.mark.parametrize(
    "from_page", ["http://localhost:{port}/v2/rooms", "http://evil.localhost:{port}/v2/rooms"]
)
def test_pages_of_other_origins_change_nothing(
    new_page: Callable[..., Page], server: MockServer, room: Any, problems: list[str], from_page: str
) -> None:
    page = new_page()
    port = server.url.split(":")[2].removesuffix("/v2")
    page.goto(from_page.format(port=port))
    for path in ("reset", "tokens/management"):
        with page.expect_response(f"**/_mock/{path}") as answer:
            page.evaluate(
                "(url) => fetch(url, { method: 'POST', mode: 'no-cors' }).catch(() => null)",
                f"{server.control_url}/{path}",
            )
        assert answer.value.status == 403
    assert server.control.overview()["workspaces"][0]["counts"]["rooms"] == 1
    problems.clear()


def fill(server: MockServer, api: httpx.Client) -> None:
    """A class of 30, five jobs, three ingests, two faults, a rate limit, and 200 requests."""
    control = server.control
    control.set_webhook("http://127.0.0.1:9/hooks")
    names = ["physics", "chemistry", "a-room-with-a-very-long-name-" * 3, "music"]
    rooms: list[str] = [api.post("/rooms", json={"name": name}).json()["id"] for name in names]
    api.post(f"/rooms/{rooms[3]}", json={"enabled": False})
    peers = [
        control.join(rooms[0], role="guest" if number else "host", name=f"Student {number}")
        for number in range(30)
    ]
    control.mute(peers[3]["id"], "audio")
    control.join(rooms[1], role="host", name="Marie")
    for room in rooms[:2]:
        api.post(f"/recordings/room/{room}/start", json={})
        api.post(f"/live-streams/room/{room}/start", json={})
    api.post(f"/external-streams/room/{rooms[0]}/start", json=STREAM)
    first, second, *_ = control.jobs()
    control.finish_job(first["id"])
    control.fail_job(second["id"])
    destinations = {"hlsDestinations": {"main": {"name": "main"}}}
    api.post(f"/templates/{control.default_template_id()}/destinations", json=destinations)
    for name in ("art", "biology", "history"):
        room = api.post("/rooms", json={"name": name}).json()["id"]
        control.start_ingest(api.post(f"/stream-keys/room/{room}").json()["key"])
    control.disconnect_ingest(control.ingests()[0]["id"])
    control.fail_ingest(control.ingests()[1]["id"])
    control.limit_rate(1000, 86400)
    control.fail(503, times=None, every=3, operation="getRoom")
    control.fail(503, times=3, operation="createRoom")
    for number in range(200):
        api.get(f"/rooms/{rooms[number % 4]}" if number % 7 else "/nothing")
    control.advance(200)


@pytest.mark.parametrize("state", ["empty", "busy"])
@pytest.mark.parametrize("color_scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_it_is_accessible_and_fits(
    new_page: Callable[..., Page],
    server: MockServer,
    api: httpx.Client,
    state: str,
    color_scheme: str,
    width: int,
) -> None:
    if state == "busy":
        fill(server, api)
    page = new_page(
        viewport={"width": width, "height": 900}, color_scheme=color_scheme, reduced_motion="reduce"
    )
    page.goto(server.console_url)
    page.get_by_text("Live", exact=True).wait_for()
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"{state}-{color_scheme}-{width}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate(AXE.read_text(encoding="utf-8"))
    result: Any = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    found = [(each["id"], [node["target"] for node in each["nodes"]]) for each in result["violations"]]
    assert found == []
    assert result["passes"]


def operations(server: MockServer) -> dict[str, Any]:
    document: Any = json.loads((ROOT / "hms_generated_client/openapi.json").read_bytes())
    return {
        operation["operationId"]: operation
        for path in document["paths"].values()
        for operation in path.values()
        if "operationId" in operation
    }


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_the_reference_shows_every_operation_and_calls_the_mock(
    new_page: Callable[..., Page], server: MockServer, color_scheme: str
) -> None:
    page = new_page(viewport={"width": 1280, "height": 900}, color_scheme=color_scheme)
    page.goto(f"{server.console_url}reference")
    page.get_by_text("How the pieces fit together").wait_for()
    shown = {text.strip() for text in page.locator(".nav-bar-path").all_inner_texts()}
    summaries = {operation["summary"] for operation in operations(server).values()}
    assert len(operations(server)) == 77
    assert summaries <= shown
    page.locator(".nav-bar-path", has_text="List rooms").first.click()
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"reference-{color_scheme}.png")
    with page.expect_response("**/v2/rooms*"):
        page.get_by_role("button", name="EXECUTE").click()
    call = server.control.requests()[-1]
    assert (call["operation"], call["status"]) == ("listRooms", 200)
