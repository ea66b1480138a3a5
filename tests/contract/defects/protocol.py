"""Mistakes in the use of HTTP."""

from __future__ import annotations

import asyncio
import itertools
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import httpx

from .sabotage import DefectTable

if TYPE_CHECKING:
    from hms_mock.registry import Handle, Reply, Request

    from .lab import Lab
    from .sabotage import Answer, Call, Forward, Sabotage

defect = DefectTable("HTTP")

_SLOW_SECONDS = 5.5
_PATIENCE = 4.0
"""Seconds; less than a slow answer takes, and far more than any other."""
_OFTEN = 12


@defect(
    "A method that a path does not have is answered with 404.",
    shows=lambda lab: lab.status("PUT", "/rooms"),
)
def unknown_method_is_not_found(server: Sabotage) -> None:
    @server.intercept()
    async def hide(_call: Call, forward: Forward) -> Answer:
        answer = await forward()
        if answer.status == 405:
            answer.status, answer.json = 404, {"code": 404, "message": "not found", "details": []}
        return answer


@defect(
    "A 405 does not say which methods there are.",
    shows=lambda lab: lab.api.put("/rooms").headers.get("allow"),
)
def allowed_methods_are_not_named(server: Sabotage) -> None:
    @server.intercept()
    async def leave_out(_call: Call, forward: Forward) -> Answer:
        answer = await forward()
        answer.headers.pop("allow", None)
        return answer


def _text(lab: Lab) -> int:
    headers = {"Content-Type": "text/plain"}
    return lab.api.post("/polls", content='{"title": "a"}', headers=headers).status_code


@defect("A body of any media type is taken for JSON.", "createPoll", shows=_text)
def media_type_is_ignored(server: Sabotage) -> None:
    @server.intercept("createPoll")
    async def rename(call: Call, forward: Forward) -> Answer:
        call.headers["content-type"] = "application/json"
        return await forward()


def _calls_of_webhooks(lab: Lab) -> Any:
    answers = [lab.api.get("/analytics/webhooks") for _ in range(_OFTEN)]
    return [(answer.status_code, answer.json().get("message")) for answer in answers]


@defect(
    "Every twelfth call is refused as one too many, and is not told how long to wait.",
    "listWebhookEvents",
    shows=_calls_of_webhooks,
)
def wait_is_not_named(server: Sabotage) -> None:
    numbers = itertools.count(1)

    @server.intercept("listWebhookEvents")
    async def refuse(_call: Call, forward: Forward) -> Answer:
        answer = await forward()
        if answer.status == 200 and next(numbers) % _OFTEN == 0:
            answer.status, answer.json = 429, {"code": 429, "message": "rate limit exceeded"}
        return answer


def _patient_call(lab: Lab) -> str:
    try:
        lab.api.get(f"/templates/{lab.template_id}/settings", timeout=_PATIENCE)
    except httpx.ReadTimeout:
        return "slow"
    return "in time"


@defect(
    f"The first answer takes {_SLOW_SECONDS} seconds, which is a warning of the tests.",
    "getTemplateSettings",
    shows=_patient_call,
)
def answer_is_slow(server: Sabotage) -> None:
    calls = itertools.count()

    @server.intercept("getTemplateSettings")
    async def wait(_call: Call, forward: Forward) -> Answer:
        answer = await forward()
        if answer.status == 200 and next(calls) == 0:
            await asyncio.sleep(_SLOW_SECONDS)
        return answer


def _role_with_a_percent_sign(lab: Lab) -> int:
    path = f"/templates/{lab.template_id}/roles/100%2525"
    lab.post(path, {})
    return lab.status("GET", path)


@defect("The name of a role in a path is decoded twice.", "getTemplateRole", shows=_role_with_a_percent_sign)
def path_is_decoded_twice(server: Sabotage) -> None:
    @server.wrap("getTemplateRole")
    def decode(request: Request, handle: Handle) -> Reply:
        return handle(replace(request, path={k: unquote(v) for k, v in request.path.items()}))
