"""Calls that come too often are refused, by the mock's clock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx
import pytest

from hms_mock import Clock, RateLimit, create_app
from hms_mock.document import Document

if TYPE_CHECKING:
    from collections.abc import Callable

    from hms_mock import Control


def statuses(api: httpx.Client, calls: int) -> list[int]:
    return [api.get("/rooms").status_code for _ in range(calls)]


def test_calls_pass_again_when_the_window_has_moved_on(api: httpx.Client, control: Control) -> None:
    control.limit_rate(3, 10)
    assert statuses(api, 1) == [200]
    control.advance(4)
    assert statuses(api, 3) == [200, 200, 429]
    control.advance(5.5)
    refused = api.get("/rooms")
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "1")
    assert refused.json() == {"code": 429, "message": "rate limit exceeded, retry after 1 seconds"}
    control.advance(0.5)
    # The first call is out of the window, the two others are not.
    assert statuses(api, 2) == [200, 429]
    control.advance(10)
    assert statuses(api, 4) == [200, 200, 200, 429]


def test_nothing_happens_in_a_call_that_is_refused(api: httpx.Client, control: Control) -> None:
    control.limit_rate(1, 60)
    assert statuses(api, 1) == [200]
    # It is the first thing after the token: not even the body is looked at.
    assert api.post("/rooms", content=b"{").status_code == 429
    assert api.post("/rooms", json={"name": "physics"}).status_code == 429
    control.lift_rate_limit()
    assert api.get("/rooms").json()["data"] == []


def test_a_limit_is_for_each_workspace(api: httpx.Client, other_api: httpx.Client, control: Control) -> None:
    control.limit_rate(1, 60)
    assert statuses(api, 2) == [200, 429]
    assert statuses(other_api, 2) == [200, 429]


def test_what_does_not_count(api: httpx.Client, bare: httpx.Client, control: Control) -> None:
    control.limit_rate(2, 60)
    assert bare.get("/v2/rooms").status_code == 401
    assert bare.get("/_mock/requests").status_code == 200
    assert api.get("/nothing").status_code == 404
    control.fail(503)
    assert statuses(api, 1) == [503]
    # A call that fails counts as well.
    assert api.get("/rooms/nothing").status_code == 404
    assert statuses(api, 2) == [200, 429]


def test_operations_that_document_the_refusal_answer_it_as_documented(
    api: httpx.Client, control: Control
) -> None:
    control.limit_rate(1, 45, retry_after=False)
    assert statuses(api, 1) == [200]
    refused = api.get("/analytics/webhooks")
    assert (refused.status_code, "Retry-After" in refused.headers) == (429, False)
    assert refused.json()["message"] == "rate limit exceeded, retry after 45 seconds"
    # The mock has checked the body against the document.
    [operation] = [each for each in Document.bundled().operations if each.id == "listWebhookEvents"]
    assert "429" in operation.responses


def test_over_http(bare: httpx.Client, api: httpx.Client) -> None:
    assert bare.post("/_mock/rate-limit", json={"calls": 1, "seconds": 0.5}).json() == {}
    assert statuses(api, 2) == [200, 429]
    assert bare.delete("/_mock/rate-limit").json() == {}
    assert statuses(api, 2) == [200, 200]


def test_a_limit_from_the_start_is_there_again_after_a_reset(
    sign: Callable[..., str], in_process: Any
) -> None:
    app = create_app(clock=Clock(lambda: 1_750_000_000.0), rate_limit=RateLimit(1, 60))
    headers = {"Authorization": f"Bearer {sign()}"}
    with httpx.Client(transport=in_process(app), base_url="http://mock/v2", headers=headers) as client:
        assert statuses(client, 2) == [200, 429]
        app.control.lift_rate_limit()
        assert statuses(client, 2) == [200, 200]
        app.control.reset()
        assert statuses(client, 2) == [200, 429]


@pytest.mark.parametrize(
    ("calls", "seconds"), [(0, 1), (1_000_001, 1), (1, 0), (1, -1), (1, 86401), (1, float("nan"))]
)
def test_limits_that_make_no_sense(control: Control, calls: int, seconds: float) -> None:
    with pytest.raises(ValueError, match="must be"):
        control.limit_rate(calls, seconds)
