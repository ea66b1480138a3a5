"""Plays scenarios that come over HTTP: `POST /_mock/scenarios`."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from starlette.routing import Route

from hms_mock.api import json_response
from hms_mock.errors import BAD_BODY, ApiError, ScenarioError, bad_body
from hms_mock.reading import NoBody, read_json
from hms_mock.scenario_playing import perform
from hms_mock.scenario_steps import parse

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from hms_mock.api import Api
    from hms_mock.control import Control


def scenario_route(control: Control, api: Api) -> Route:
    """The route of scenarios, relative to where the control plane is mounted.

    Args:
        control: what happens beside the API.
        api: the operations of the API.
    """

    async def play(request: Request) -> Response:
        content = await read_json(request)
        if isinstance(content, NoBody):
            raise bad_body("a scenario is required")
        try:
            # In a thread: a scenario may deliver webhooks, whose endpoints may call the mock.
            names = await asyncio.to_thread(perform, parse(content, api.operations), control, api)
        except ScenarioError as error:
            raise ApiError(400, BAD_BODY, [str(error)]) from error
        return json_response({"names": names})

    return Route("/scenarios", play, methods=["POST"])
