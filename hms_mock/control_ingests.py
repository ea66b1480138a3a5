"""What tests do in place of an encoder that streams into a room over RTMP."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hms_mock import ingesting, timeline
from hms_mock.model.ingests import INTERNAL_ERROR, STREAM_CLOSED
from hms_mock.model.jobs import Kind

if TYPE_CHECKING:
    from hms_mock.state import State

Json = dict[str, Any]


class IngestControl:
    """The part of `hms_mock.control.Control` that is about RTMP ingestion. No RTMP is spoken."""

    _state: State

    def start_ingest(self, key: str, *, error: str | None = None) -> Json:
        """Let an encoder connect with a stream key. A live stream of the room starts with it.

        An encoder that was disconnected connects again in this way, while the live stream waits for it.

        Args:
            key: the stream key, as `createStreamKey` and `getStreamKey` tell it.
            error: refuse it for this reason, one of `hms_mock.model.ingests.ERRORS`. Left out: it is refused
                only if the key or the room is disabled, the template has no HLS destination, or the room is
                streamed already.

        Returns:
            The ingestion: `id`, `room_id`, `stream_id` (the live stream), `status` (`running`, `ended` or
            `failed`), `connected`, `started_at`, `disconnected_at`, `completed_at`, `reason`, `error`.

        Raises:
            ApiError: 400, there is no such reason; 403 with the reason, which the event
                `ingest.start.failure` tells as well; 404, no room ever had this key.
        """
        with self._state.lock:
            timeline.settle(self._state)
            return ingesting.start(self._state, key, error).to_control_json()

    def disconnect_ingest(self, ingest_id: str) -> Json:
        """Cut an encoder off, or let it stop sending. The live stream goes on, and waits for it.

        It waits for the `autoStopTimeout` of the template's destination, 5 minutes by default. Advance the
        clock that far, and the ingestion ends with `reconnection window expired`.

        Returns:
            The ingestion as `start_ingest` shows it.

        Raises:
            ApiError: 400, it is not connected; 404, there is no such ingestion.
        """
        with self._state.lock:
            timeline.settle(self._state)
            return ingesting.disconnect(self._state, ingest_id).to_control_json()

    def end_ingest(self, ingest_id: str, reason: str = STREAM_CLOSED) -> Json:
        """End an ingestion now; its live stream is told to stop.

        Args:
            ingest_id: the ingestion.
            reason: one of `hms_mock.model.ingests.REASONS`.

        Returns:
            The ingestion as `start_ingest` shows it.

        Raises:
            ApiError: 400, it is over, or there is no such reason; 404, there is no such ingestion.
        """
        with self._state.lock:
            timeline.settle(self._state)
            return ingesting.end(self._state, ingest_id, reason).to_control_json()

    def fail_ingest(self, ingest_id: str, error: str = INTERNAL_ERROR) -> Json:
        """Let an ingestion fail now; its live stream fails with it.

        Args:
            ingest_id: the ingestion.
            error: one of `hms_mock.model.ingests.ERRORS`.

        Returns:
            The ingestion as `start_ingest` shows it.

        Raises:
            ApiError: 400, it is over, or there is no such error; 404, there is no such ingestion.
        """
        with self._state.lock:
            timeline.settle(self._state)
            return ingesting.fail(self._state, ingest_id, error).to_control_json()

    def ingests(self, room_id: str | None = None) -> list[Json]:
        """All ingestions, those that are over included, oldest first, as `start_ingest` shows them.

        Args:
            room_id: only those of one room.
        """
        with self._state.lock:
            timeline.settle(self._state)
            return [
                job.ingest.to_control_json()
                for workspace in self._state.workspaces.values()
                for job in workspace.jobs[Kind.LIVE_STREAM].values()
                if job.ingest is not None and room_id in {None, job.room_id}
            ]
