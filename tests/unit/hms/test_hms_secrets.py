"""Secrets are planted and looked for in everything that a person or a tool could read."""

from __future__ import annotations

import copy
import json
import logging
import pickle
import traceback
from typing import TYPE_CHECKING, Any

import attrs
import httpx
import pytest
from hms_fakes import ACCESS_KEY, BASE_URL, GET_THING, SECRET, Driver, FakeEngine, FakeStream, answer
from hms_storage_fakes import (
    ASSET_ID,
    SIGNATURE,
    Fault,
    Storage,
    break_after,
    expire,
    refuse_with,
    unreachable,
)

import hms
from hms import Client, EngineError, EngineRequest, EngineResponse, Headers, Secret
from hms._redaction import Redactor

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

READY = "ready-token-" + "y" * 30


def everything_readable(error: BaseException) -> str:
    printed = "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
    return printed + str(error) + repr(error) + repr(vars(error)) + repr(pickle.dumps(error))


def echo(request: EngineRequest) -> EngineResponse:
    """A server that repeats the credentials of its client."""
    token = request.headers["Authorization"]
    credential = READY if token.endswith(READY) else SECRET
    return answer(
        {"code": 400, "message": f"bad header {token}", "details": [token, credential]},
        status=400,
        headers={"X-Echo": token},
    )


def echo_and_fail(request: EngineRequest) -> EngineResponse:
    return attrs.evolve(echo(request), status=503)


def echo_without_json(request: EngineRequest) -> EngineResponse:
    return answer(f"no JSON: {request.headers['Authorization']}".encode())


def refuse(_: EngineRequest) -> EngineResponse:
    raise EngineError("refused")


@pytest.mark.parametrize(
    "credentials", [{"access_key": ACCESS_KEY, "secret": SECRET}, {"management_token": READY}]
)
@pytest.mark.parametrize("respond", [echo, echo_and_fail, echo_without_json, refuse])
@pytest.mark.parametrize("retries", [0, 2])
def test_no_secret_in_errors_tracebacks_and_logs(
    drive: Callable[..., Driver],
    caplog: pytest.LogCaptureFixture,
    credentials: dict[str, str],
    respond: Callable[[EngineRequest], EngineResponse],
    retries: int,
) -> None:
    caplog.set_level(logging.DEBUG)
    driver = drive(respond, **credentials, retries=retries)
    with pytest.raises(hms.CallError) as caught:
        driver.send(GET_THING)
    token = driver.engine.tokens[0]
    readable = caplog.text + repr(driver.client) + repr(driver.engine.requests)
    # The frames of this test hold the credentials in clear; those of the package must not.
    readable += everything_readable(without_frames_of_tests(caught.value))
    assert token not in readable
    assert SECRET not in readable
    assert READY not in readable


def without_frames_of_tests(error: BaseException) -> BaseException:
    frame = error.__traceback__
    while frame is not None and "/hms/_" not in frame.tb_frame.f_code.co_filename.replace("\\", "/"):
        frame = frame.tb_next
    return error.with_traceback(frame)


@pytest.mark.parametrize(
    "arguments",
    [
        {"access_key": ACCESS_KEY, "secret": SECRET, "base_url": "nonsense"},
        {"access_key": ACCESS_KEY, "secret": SECRET, "timeout": -1},
        {"secret": SECRET},
        {"management_token": READY, "access_key": ACCESS_KEY, "secret": SECRET},
        {"management_token": f"Bearer {READY}"},
    ],
)
def test_no_secret_when_a_client_cannot_be_made(arguments: dict[str, Any]) -> None:
    with pytest.raises(hms.ConfigurationError) as caught:
        Client(**arguments)
    readable = everything_readable(without_frames_of_tests(caught.value))
    assert SECRET not in readable
    assert READY not in readable


def test_no_secret_in_a_failed_mint() -> None:
    with pytest.raises(ValueError, match="expires_in") as caught:
        hms.create_client_token(
            access_key=ACCESS_KEY, secret=SECRET, room_id="r", role="host", user_id="u", expires_in=-1
        )
    assert SECRET not in everything_readable(without_frames_of_tests(caught.value))


def test_no_token_in_the_frames_around_httpx() -> None:
    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused", request=request)

    with httpx.Client(transport=httpx.MockTransport(refuse)) as http_client:
        client = Client(management_token=READY, base_url=BASE_URL, http_client=http_client)
        with pytest.raises(hms.APIConnectionError) as caught:
            client.send(GET_THING)
    printed = "".join(
        traceback.TracebackException.from_exception(
            without_frames_of_tests(caught.value), capture_locals=True
        ).format()
    )
    assert READY not in printed


def test_a_secret_does_not_show_itself() -> None:
    secret = Secret(SECRET)
    shown = [repr(secret), str(secret), f"{secret}", f"{secret!s:>10}", "%s" % secret, repr([secret])]  # noqa: UP031
    assert all(SECRET not in one for one in shown)
    assert secret.reveal() == SECRET
    assert not hasattr(secret, "__dict__")


def test_secrets_compare_and_copy() -> None:
    assert Secret("a") == Secret("a")
    assert Secret("a") != Secret("b")
    assert Secret("a") != "a"
    assert len({Secret("a"), Secret("a")}) == 1
    assert copy.deepcopy(Secret("a")) == Secret("a")
    assert Secret.of(Secret("a")) == Secret.of("a")


def test_a_client_takes_its_credentials_as_secrets() -> None:
    engine = FakeEngine([answer()])
    Client(management_token=Secret(READY), engine=engine).send(GET_THING)
    assert engine.tokens == [READY]


def test_the_redactor_masks_tokens_it_was_not_told_of() -> None:
    token = hms.create_management_token(access_key=ACCESS_KEY, secret=SECRET)
    body = b'\xff {"token": "' + token.encode() + b'", "eyJust": "a word"}'
    assert Redactor().body(body) == b'\xff {"token": "***", "eyJust": "a word"}'


@pytest.mark.parametrize("secret", ["with/slash-of-base64", 'with"quote', "with-ümlaut"])
def test_the_redactor_masks_secrets_as_json_writes_them(secret: str) -> None:
    redactor = Redactor([Secret(secret)])
    for written in (secret, json.dumps(secret), json.dumps(secret).replace("/", "\\/")):
        assert redactor.body(written.encode()).strip(b'"') == b"***"


def test_headers_mask_credentials_in_their_repr_alone() -> None:
    headers = Headers({"Authorization": "Bearer planted", "Set-Cookie": "planted", "X-Other": "shown"})
    assert "planted" not in repr(headers)
    assert "shown" in repr(headers)
    assert headers["authorization"] == "Bearer planted"


EXTRA = "extra-secret-" + "z" * 30


@pytest.mark.parametrize("respond", [echo, echo_and_fail, echo_without_json, refuse])
def test_no_added_header_in_errors_tracebacks_and_logs(
    drive: Callable[..., Driver],
    caplog: pytest.LogCaptureFixture,
    respond: Callable[[EngineRequest], EngineResponse],
) -> None:
    caplog.set_level(logging.DEBUG)
    driver = drive(respond, retries=1)
    with pytest.raises(hms.CallError) as caught:
        driver.send(GET_THING, headers={"X-Gateway": EXTRA})
    assert driver.engine.requests[0].headers["X-Gateway"] == EXTRA
    readable = caplog.text + repr(driver.engine.requests)
    assert EXTRA not in readable + everything_readable(without_frames_of_tests(caught.value))


@pytest.mark.parametrize("name", ["Authorization", "X Gateway", "X-Gateway"])
def test_no_added_header_in_the_refusal_of_it(name: str) -> None:
    value = f"{EXTRA}\n" if name == "X-Gateway" else EXTRA
    client = Client(management_token=READY, engine=FakeEngine([]))
    with pytest.raises(hms.ConfigurationError) as caught:
        client.with_options(headers={name: value})
    assert EXTRA not in everything_readable(without_frames_of_tests(caught.value))


def echo_signature(storage: Storage, request: EngineRequest) -> FakeStream:
    return FakeStream(403, {"Location": request.url, "X-Echo": request.url}, [request.url.encode()])


def break_and_tell(storage: Storage, request: EngineRequest) -> FakeStream:
    return FakeStream(200, {"ETag": '"1"', "Content-Length": "9"}, [b"12", EngineError(request.url)])


def end_early(storage: Storage, request: EngineRequest) -> FakeStream:
    return FakeStream(200, {"Content-Length": "12"}, [])


@pytest.mark.parametrize(
    "fault",
    [
        echo_signature,
        break_and_tell,
        end_early,
        expire,
        unreachable,
        break_after(3),
        refuse_with(307, Location=f"http://moved.test/?X-Amz-Signature={SIGNATURE}"),
        refuse_with(307, Location=f"https://moved.test/?X-Amz-Signature={SIGNATURE}"),
        refuse_with(404, f"<Code>NoSuchKey</Code>{SIGNATURE}".encode()),
    ],
)
def test_no_pre_signed_url_in_errors_tracebacks_and_logs(
    drive: Callable[..., Driver], caplog: pytest.LogCaptureFixture, tmp_path: Path, fault: Fault
) -> None:
    caplog.set_level(logging.DEBUG)
    storage = Storage(b"123456789", [fault] * 9)
    driver = drive(storage.answer_call, storage=storage.serve, retries=hms.Retry(backoff_base=0))
    with pytest.raises(hms.DownloadError) as caught:
        driver.do(driver.client.recording_assets.download, ASSET_ID, tmp_path / "a.mp4")
    assert SIGNATURE in driver.engine.streamed[0].url
    readable = caplog.text + repr(driver.engine.streamed)
    readable += "".join(path.read_text() for path in tmp_path.iterdir())
    assert SIGNATURE not in readable + everything_readable(without_frames_of_tests(caught.value))


def test_no_pre_signed_url_where_something_else_goes_wrong(
    drive: Callable[..., Driver], tmp_path: Path
) -> None:
    def stop(arrived: int, _: int | None) -> None:
        raise LookupError

    storage = Storage(b"123456789")
    driver = drive(storage.answer_call, storage=storage.serve)
    with pytest.raises(LookupError) as caught:
        driver.do(driver.client.recording_assets.download, "a2", tmp_path / "a.mp4", progress=stop)
    assert SIGNATURE not in everything_readable(without_frames_of_tests(caught.value))


@pytest.mark.parametrize("separator", ["&", "\\u0026"])
@pytest.mark.parametrize("name", ["X-Amz-Signature", "X-Goog-Signature", "Signature", "sig", "signature"])
def test_no_pre_signed_url_in_an_answer_that_is_not_as_documented(
    drive: Callable[..., Driver], tmp_path: Path, separator: str, name: str
) -> None:
    url = f"https://storage.test/a?expires=1{separator}{name}={SIGNATURE}%3D{separator}x=shown"
    body = f'{{"id": 7, "path": "p", "elsewhere": "{url}", "expiry": 1}}'.encode()
    driver = drive([answer(body)], strict=True)
    with pytest.raises(hms.DecodeError) as caught:
        driver.do(driver.client.recording_assets.download, ASSET_ID, tmp_path / "a.mp4")
    assert b"x=shown" in caught.value.body
    assert SIGNATURE not in everything_readable(without_frames_of_tests(caught.value))
