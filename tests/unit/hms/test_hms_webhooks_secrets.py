"""Secrets are planted and looked for in everything that a person or a tool could read."""

from __future__ import annotations

import asyncio
import logging
import pickle
import traceback
from pathlib import Path
from typing import Any

import httpx
import pytest
from hms_webhook_fakes import HEADERS, SECRET, body, deliver, make_router

import hms.webhooks
from hms import ConfigurationError
from hms.webhooks import VerificationError, Verifier

PACKAGE = str(Path(hms.webhooks.__file__).parent)


def readable(error: BaseException) -> str:
    """All that an error shows, with the local variables of the frames of the package."""
    shown = str(error) + repr(error) + repr(vars(error)) + repr(pickle.dumps(error))
    frames = 0
    for frame, _ in traceback.walk_tb(error.__traceback__):
        if frame.f_code.co_filename.startswith(PACKAGE):
            frames += 1
            shown += repr(frame.f_locals) + "".join(
                repr(vars(one)) for one in frame.f_locals.values() if hasattr(one, "__dict__")
            )
    assert frames
    return shown


@pytest.mark.parametrize(
    "arguments",
    [
        {"secret_headers": {"x-a": f"{SECRET}\n"}},
        {"secret_headers": {"x-a": [SECRET, ""]}},
        {"secret_headers": {"x a": SECRET}},
        {"secret_headers": {"x-a": SECRET}, "source_networks": ["nonsense"]},
        {"signing_secret": SECRET, "source_networks": ["nonsense"]},
    ],
)
@pytest.mark.parametrize("make", [Verifier, make_router])
def test_no_secret_when_nothing_can_be_made(make: Any, arguments: dict[str, Any]) -> None:
    with pytest.raises(ConfigurationError) as caught:
        make(**arguments)
    assert SECRET not in readable(caught.value)


def test_no_secret_in_a_failed_verification(caplog: pytest.LogCaptureFixture) -> None:
    verifier = Verifier(secret_headers={"x-a": SECRET, "x-b": "other"}, signing_secret=SECRET)
    for headers in ({"x-a": SECRET}, {"x-a": SECRET, "x-b": "other", "authorization": SECRET}):
        with pytest.raises(VerificationError) as caught:
            verifier.verify(headers, b"")
        assert SECRET not in readable(caught.value)
    assert SECRET not in repr(verifier) + repr(vars(verifier)) + caplog.text


class Interruption(BaseException):
    pass


@pytest.mark.parametrize("asynchronous", [False, True])
def test_no_secret_where_a_handler_fails(asynchronous: bool, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    router = make_router(signing_secret=None)
    error: BaseException = ValueError("failed")

    @router.fallback
    async def work(event: Any) -> None:
        raise error

    result = deliver(router, asynchronous=asynchronous)
    assert result.error is error
    assert SECRET not in readable(error) + repr(result) + caplog.text
    error = Interruption()
    with pytest.raises(Interruption) as caught:
        deliver(router, asynchronous=asynchronous)
    assert SECRET not in readable(caught.value)


def test_no_secret_in_the_frames_of_the_applications() -> None:
    router = make_router()

    @router.fallback
    async def work(event: Any) -> None:
        raise Interruption

    async def call_asgi() -> None:
        transport = httpx.ASGITransport(app=router.asgi)
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            await client.post("/", headers=HEADERS, content=body())

    with pytest.raises(Interruption) as caught:
        asyncio.run(call_asgi())
    assert SECRET not in readable(caught.value)
    with (
        httpx.Client(transport=httpx.WSGITransport(app=router.wsgi), base_url="http://test") as client,
        pytest.raises(Interruption) as caught,
    ):
        client.post("/", headers=HEADERS, content=body())
    assert SECRET not in readable(caught.value)


@pytest.mark.parametrize(
    "content", [b'{"type": "a", "data": "' + SECRET.encode(), b'"' + SECRET.encode() + b'"']
)
def test_no_body_in_the_error_of_what_is_no_event(content: bytes, caplog: pytest.LogCaptureFixture) -> None:
    result = deliver(make_router(), content, asynchronous=False)
    assert result.status == 400
    assert SECRET not in str(result.error) + repr(vars(result.error)) + repr(result) + caplog.text


def test_logs_keep_to_one_line(caplog: pytest.LogCaptureFixture) -> None:
    router = make_router()
    router.fallback(lambda event: 1 / 0)
    deliver(router, body("a\nERROR forged", id="b\nforged" * 1000), asynchronous=False)
    (record,) = caplog.records
    assert "\n" not in record.getMessage()
    assert len(record.getMessage()) < 300
