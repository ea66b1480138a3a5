from __future__ import annotations

import copy
import email.utils
import json
import pickle
from typing import TYPE_CHECKING, Any

import pytest
from hms_fakes import GET_THING, Driver, FakeClock, Thing, answer, operation

import hms
from hms import Call, Headers
from hms_generated_client.codec import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

CALL_INFO: dict[str, Any] = {
    "operation": "getThing",
    "method": "GET",
    "path": "/things/t1",
    "documentation": "https://docs.test/things",
}
RESPONSE_INFO: dict[str, Any] = {"status": 200, "headers": Headers({"X-Request-Id": "r1"}), "body": b"<html>"}
STATUS_INFO: dict[str, Any] = {
    "code": 7,
    "details": ("first", "second"),
    "headers": Headers({"Retry-After": "3"}),
    "body": b"{}",
    "retry_after": 3.0,
    "advice": "Do better.",
    "attempts": 3,
    "outcome_known": False,
}
DOWNLOAD_INFO: dict[str, Any] = {
    "target": "/videos/a.mp4",
    "received": 7,
    "total": 9,
    "resumable": True,
    "advice": "Do better.",
    "attempts": 3,
}
API_ERRORS = {
    hms.APIError: 418,
    hms.BadRequestError: 400,
    hms.AuthenticationError: 401,
    hms.PermissionDeniedError: 403,
    hms.NotFoundError: 404,
    hms.ConflictError: 409,
    hms.UnprocessableEntityError: 422,
    hms.RateLimitError: 429,
    hms.ServerError: 503,
}
INSTANCES: list[hms.HmsError] = [
    hms.HmsError("plain"),
    hms.ConfigurationError("wrong"),
    hms.CallError("failed", **CALL_INFO),
    *(cls("said so", status=status, **STATUS_INFO, **CALL_INFO) for cls, status in API_ERRORS.items()),
    hms.APIConnectionError("refused", attempts=2, outcome_known=False, **CALL_INFO),
    hms.APITimeoutError("slow", **CALL_INFO),
    hms.DecodeError(
        "Expected `int`",
        json_path="$.size",
        problems=(Problem("$.size", "Expected `int`"),),
        **RESPONSE_INFO,
        **CALL_INFO,
    ),
    hms.PaginationError("circle", cursor="c1", **CALL_INFO),
    *(
        cls("not there", last=Thing(id="t1", size=3), state="running", elapsed=9.5, **CALL_INFO)
        for cls in (hms.WaitError, hms.JobFailedError, hms.WaitTimeoutError)
    ),
    hms.DownloadError("no URL", **DOWNLOAD_INFO, **CALL_INFO),
    hms.DownloadRefusedError("403", status=403, code="AccessDenied", **DOWNLOAD_INFO, **CALL_INFO),
    hms.DownloadInterruptedError("broke", **DOWNLOAD_INFO, **CALL_INFO),
    hms.DownloadMismatchError("9 bytes", expected=10, **DOWNLOAD_INFO, **CALL_INFO),
    hms.DownloadFileError("no space", **DOWNLOAD_INFO, **CALL_INFO),
]


def failure(driver: Driver, call: Call[Any] = GET_THING) -> hms.APIError:
    with pytest.raises(hms.APIError) as caught:
        driver.send(call)
    return caught.value


def test_every_error_class_is_among_the_instances() -> None:
    classes = {
        value
        for name in hms.__all__
        if isinstance(value := getattr(hms, name), type) and issubclass(value, hms.HmsError)
    }
    assert {type(error) for error in INSTANCES} == classes


@pytest.mark.parametrize("error", INSTANCES, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize(
    "duplicate",
    [copy.copy, copy.deepcopy, *(lambda e, p=p: pickle.loads(pickle.dumps(e, p)) for p in range(2, 6))],
)
def test_errors_copy_and_pickle(
    error: hms.HmsError, duplicate: Callable[[hms.HmsError], hms.HmsError]
) -> None:
    twin = duplicate(error)
    assert type(twin) is type(error)
    assert twin.__dict__ == error.__dict__
    assert twin.args == error.args
    assert str(twin) == str(error)


class UsersOwnError(hms.NotFoundError):
    pass


def test_a_subclass_made_by_a_user_pickles() -> None:
    error = UsersOwnError("gone", status=404, **CALL_INFO)
    assert pickle.loads(pickle.dumps(error)).status == 404


@pytest.mark.parametrize(
    ("status", "error_class"),
    [(status, cls) for cls, status in API_ERRORS.items()]
    + [
        (500, hms.ServerError),
        (599, hms.ServerError),
        (405, hms.APIError),
        (415, hms.APIError),
        (402, hms.APIError),
    ]
    + [
        (101, hms.APIError),
        (302, hms.APIError),
        (304, hms.APIError),
        (600, hms.APIError),
        (999, hms.APIError),
    ],
)
def test_the_class_follows_the_status(drive: Callable[..., Driver], status: int, error_class: type) -> None:
    error = failure(drive(lambda _: answer({"code": status, "message": "because"}, status=status)))
    assert type(error) is error_class
    assert (error.status, error.code, error.message) == (status, status, "because")
    assert (error.operation, error.method, error.path) == ("getThing", "GET", "/things/t1")
    assert "https://docs.test/things" in str(error)


@pytest.mark.parametrize(
    ("body", "code", "message", "details"),
    [
        ({"code": 40001, "message": "bad", "details": ["a", "b"]}, 40001, "bad", ("a", "b")),
        ({"code": 400, "message": "bad"}, 400, "bad", ()),
        ({"code": "invalid", "message": "bad"}, "invalid", "bad", ()),
        ({"error": "no stream is running"}, None, "no stream is running", ()),
        ({"error": {"reason": "x"}}, None, '{"reason": "x"}', ()),
        ({"code": True, "message": 5, "details": "one"}, None, "5", ("one",)),
        ({"code": 400, "message": "", "details": None}, 400, "Bad Request", ()),
        ({"message": "bad", "details": [{"field": "name"}, 3]}, None, "bad", ('{"field": "name"}', "3")),
        ({}, None, "Bad Request", ()),
        (["odd"], None, '["odd"]', ()),
        ("text as JSON", None, "text as JSON", ()),
        (b"null", None, "Bad Request", ()),
        (b"", None, "Bad Request", ()),
        (b"plain  text\n", None, "plain text", ()),
        (b"<html><head><title>502 Bad\n Gateway</title></head><body>x</body>", None, "502 Bad Gateway", ()),
        (b"\xff\xfe\x00broken", None, "\ufffd\ufffd\x00broken", ()),
        (b"[" * 100_000, None, "[" * 100_000, ()),
    ],
)
def test_envelopes(
    drive: Callable[..., Driver], body: Any, code: int | str | None, message: str, details: tuple[str, ...]
) -> None:
    error = failure(drive([answer(body, status=400)]))
    assert (error.code, error.message, error.details) == (code, message, details)
    assert error.body == (body if isinstance(body, bytes) else json.dumps(body).encode())
    assert len(str(error)) < 2000


NOW = 1_700_000_000.0


@pytest.mark.parametrize(
    ("status", "header", "message", "expected"),
    [
        (429, "45", "", 45.0),
        (429, "1.5", "", 1.5),
        (429, " 7 ", "", 7.0),
        (429, "-5", "", 0.0),
        (429, email.utils.formatdate(NOW + 30, usegmt=True), "", 30.0),
        (429, email.utils.formatdate(NOW - 30, usegmt=True), "", 0.0),
        (429, "soon", "", None),
        (429, "nan", "", None),
        (429, "inf", "", None),
        (429, None, "rate limit exceeded, retry after 45 seconds", 45.0),
        (429, "3", "rate limit exceeded, retry after 45 seconds", 3.0),
        (429, None, "slow down", None),
        (503, "9", "", 9.0),
        (503, None, "retry after 45 seconds", None),
    ],
)
def test_retry_after(
    drive: Callable[..., Driver], status: int, header: str | None, message: str, expected: float | None
) -> None:
    headers = {} if header is None else {"retry-after": header}
    driver = drive([answer({"message": message}, status=status, headers=headers)], clock=FakeClock(NOW))
    assert failure(driver).retry_after == expected


def test_a_redirect_is_an_error_that_says_so(drive: Callable[..., Driver]) -> None:
    location = "https://user:pw@elsewhere.test/v2?signature=planted"
    error = failure(drive([answer(b"", status=302, headers={"Location": location})]))
    assert "redirect to https://elsewhere.test/v2" in str(error)
    assert "base URL" in str(error)
    assert "planted" not in str(error)
    assert "pw" not in str(error)


def test_the_text_of_an_error(drive: Callable[..., Driver]) -> None:
    body = {"code": 404, "message": "room not found", "details": ["no such id"]}
    assert str(failure(drive([answer(body, status=404)]))) == (
        "GET /things/t1 (getThing): 404 Not Found: room not found (no such id). "
        "Check the ids and that the object lives in the workspace of these credentials. "
        "Documentation: https://docs.test/things"
    )


def test_the_query_is_in_no_error(drive: Callable[..., Driver]) -> None:
    call: Call[Any] = Call(operation=operation(), path="/things", query=(("signature", "planted"),))
    error = failure(drive([answer({}, status=400)]), call)
    assert "planted" not in str(error) + repr(error) + repr(error.__dict__)


@pytest.mark.parametrize("error", INSTANCES, ids=lambda error: type(error).__name__)
def test_the_text_says_what_was_wrong(error: hms.HmsError) -> None:
    assert error.message in str(error)


def test_decode_errors_count_the_other_problems() -> None:
    problems = tuple(Problem(f"$.data[{index}].size", "Expected `int`") for index in range(3))
    error = hms.DecodeError(
        "Expected `int`", json_path="$.data[0].size", problems=problems, **RESPONSE_INFO, **CALL_INFO
    )
    assert "$.data[0].size" in str(error)
    assert "2 more" in str(error)


def test_the_text_says_how_often_it_was_tried_and_what_is_not_known() -> None:
    call = {**CALL_INFO, "method": "POST"}
    text = str(hms.APITimeoutError("slow", attempts=3, outcome_known=False, **call))
    assert "Given up after 3 attempts. The server may have acted on it." in text
    text = str(hms.APITimeoutError("slow", attempts=1, outcome_known=True, **call))
    assert "attempt" not in text
    assert "acted" not in text
    # A call that only reads has no outcome to worry about.
    text = str(hms.APITimeoutError("slow", outcome_known=False, **CALL_INFO))
    assert "acted" not in text
