"""What tests do with recordings and streams: look at them, and let them finish or fail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hms_mock import jobs, media_server, timeline
from hms_mock.errors import not_found
from hms_mock.model.jobs import Job

if TYPE_CHECKING:
    from hms_mock.model.server_recordings import ServerRecording
    from hms_mock.state import State, Workspace

Json = dict[str, Any]


class JobControl:
    """The part of `hms_mock.control.Control` that is about recordings and streams."""

    _state: State

    def jobs(self, room_id: str | None = None) -> list[Json]:
        """The recordings and streams, with what the API does not tell: pauses, reasons, timed metadata.

        Args:
            room_id: only those of one room.

        Returns:
            Recordings, live streams and external streams, each oldest first; then what the media server
            records by itself, for as long as its files are not there.
        """
        with self._state.lock:
            timeline.settle(self._state)
            found: list[Job | ServerRecording] = []
            for workspace in self._state.workspaces.values():
                for all_jobs in workspace.jobs.values():
                    found += all_jobs.values()
                found += workspace.server_recordings.values()
            return [job.to_control_json() for job in found if room_id in {None, job.room_id}]

    def finish_job(self, job_id: str, *, transcripts: bool = True) -> Json:
        """Take a recording or a stream to its end at once, with its files, whatever the clock says.

        Args:
            job_id: the recording, live stream or external stream, by its `id`; or the `job_id` of what the
                media server records, once its session is over.
            transcripts: whether its transcripts are finished, too. Pass False to find them `processing`.

        Returns:
            The job as `jobs` shows it.

        Raises:
            ApiError: 400, it is over already, or its session has to end first; 404, there is no such job.
        """
        with self._state.lock:
            timeline.settle(self._state)
            workspace, job = self._find(job_id)
            if isinstance(job, Job):
                jobs.finish(self._state, workspace, job, transcripts=transcripts)
            else:
                media_server.finish(self._state, workspace, job)
            return job.to_control_json()

    def fail_job(self, job_id: str, reason: str | None = None) -> Json:
        """Let a recording or a stream fail now; or its transcripts, when only they are still to come.

        Args:
            job_id: the recording, live stream or external stream, by its `id`; or the `job_id` of what the
                media server records, once its session is over.
            reason: why, as the `error_type` of the event: one of `hms_mock.jobs.FAILURES`, or of
                `hms_mock.media_server.FAILURES`. Left out: a failure inside the platform.

        Returns:
            The job as `jobs` shows it.

        Raises:
            ApiError: 400, it is over already, its session has to end first, or there is no such reason; 404,
                there is no such job.
        """
        with self._state.lock:
            timeline.settle(self._state)
            workspace, job = self._find(job_id)
            if isinstance(job, Job):
                jobs.fail(self._state, workspace, job, reason or "INTERNAL_ERROR")
            else:
                media_server.finish(self._state, workspace, job, reason or "API_ERROR")
            return job.to_control_json()

    def _find(self, job_id: str) -> tuple[Workspace, Job | ServerRecording]:
        for workspace in self._state.workspaces.values():
            for of_one_kind in workspace.jobs.values():
                if job_id in of_one_kind:
                    return workspace, of_one_kind[job_id]
            if job_id in workspace.server_recordings:
                return workspace, workspace.server_recordings[job_id]
        raise not_found("Job", job_id)
