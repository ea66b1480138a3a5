"""What tests do with the state as a whole: take a snapshot of it, and put it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import Response
from starlette.routing import Route

from hms_mock import state_snapshots, timeline
from hms_mock.api import json_response
from hms_mock.errors import SnapshotError, bad_body
from hms_mock.reading import read_body

if TYPE_CHECKING:
    from starlette.requests import Request

    from hms_mock.state import State

LARGEST_SNAPSHOT = 256 * 1024 * 1024
"""Bytes."""


class SnapshotControl:
    """The part of `hms_mock.control.Control` that is about snapshots."""

    _state: State

    def snapshot(self) -> bytes:
        """Take a snapshot of everything: objects, identifiers, the clock's advances, logs, faults, webhooks.

        Returns:
            A JSON text. It holds what was sent to the mock, and that can be secret.

        Raises:
            SnapshotError: something cannot be written, for example a body of a fault that is no JSON.
        """
        with self._state.lock:
            timeline.settle(self._state)
            return state_snapshots.take(self._state)

    def restore(self, snapshot: bytes) -> None:
        """Put everything back to how it was when a snapshot was taken, by this mock or by another one.

        The same calls give the same answers from then on, if the clock's source reads the same. Webhooks that
        were being sent when the snapshot was taken are sent again. The sender of webhooks stays what it is.

        Args:
            snapshot: what `snapshot` returned, of a mock with the same access keys.

        Raises:
            SnapshotError: it is something else, was edited, or is of another version of the mock.
        """
        with self._state.lock:
            state_snapshots.restore(self._state, snapshot)
            self._state.outbox.take_back()
            self._state.wake_worker()


def snapshot_routes(control: SnapshotControl) -> list[Route]:
    """The routes of snapshots, relative to where the control plane is mounted.

    Args:
        control: what takes them and puts them back.
    """

    async def take(_request: Request) -> Response:
        return Response(control.snapshot(), media_type="application/json")

    async def restore(request: Request) -> Response:
        try:
            control.restore(await read_body(request, LARGEST_SNAPSHOT))
        except SnapshotError as error:
            raise bad_body(str(error)) from error
        return json_response({})

    return [Route("/snapshot", take, methods=["GET"]), Route("/restore", restore, methods=["POST"])]
