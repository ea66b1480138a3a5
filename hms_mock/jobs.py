"""What becomes of recordings and streams: they start, run, stop and leave files behind, all by the clock.

A job is `starting` for `STARTING_SECONDS`, then `running`. Told to stop, it is `stopping` for
`STOPPING_SECONDS`. One that leaves files is then in `post_processing` for `PROCESSING_SECONDS`, before it
is `completed`; one that does not is `completed` at once. A job that is told to stop while it is starting
ends as `failed`. Transcripts follow `TRANSCRIPTION_SHARE` of the recorded time after the end, and
`TRANSCRIPTION_SECONDS` at least.

Nothing happens on its own: `settle` catches up with the clock whenever somebody looks or acts.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from hms_mock import ingest_events, job_assets, job_events, presence
from hms_mock.errors import ApiError, bad_body, forbidden, not_found
from hms_mock.model.ingests import INTERNAL_ERROR, STREAM_CLOSED, WINDOW_EXPIRED, Ingest
from hms_mock.model.jobs import ACTIVE, OVER, Job, JobSettings, Kind, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hms_mock.model.rooms import Room
    from hms_mock.state import State, Workspace

STARTING_SECONDS = 5
STOPPING_SECONDS = 2
PROCESSING_SECONDS = 30
TRANSCRIPTION_SECONDS = 300
TRANSCRIPTION_SHARE = 0.2

ASKED = "client request"
DESERTED = "last peer left"
TOO_LONG = "max duration reached"
ROOM_ENDED = "room ended"
_FAILED = "failure: "
"""What the reason begins with of a job that failed; the type of the error follows."""

FAILURES = {
    "INTERNAL_ERROR": "Internal error",
    "MAX_RETRIES_REACHED": "The meeting URL could not be joined. Check whether it is correct.",
    "UPLOAD_ERROR": "The recording could not be uploaded. Check the settings of the bucket.",
    "BEAM_STOPPED": "The job was stopped before it ran.",
}
"""Why a job fails, with the sentence for people."""

_Step = Callable[[datetime], None]
_NAMES = {
    Kind.RECORDING: "Recording",
    Kind.LIVE_STREAM: "Live stream",
    Kind.EXTERNAL_STREAM: "External stream",
}


def start(
    state: State,
    workspace: Workspace,
    room: Room,
    kind: Kind,
    settings: JobSettings,
    *,
    at: datetime | None = None,
    ingest: Ingest | None = None,
) -> Job:
    """Send a bot into a room.

    Args:
        state: the mock's state.
        workspace: the workspace of the room.
        room: the room. A session opens when none is running.
        kind: what the bot is to do.
        settings: how.
        at: when it is sent. Left out: now.
        ingest: what an encoder sends in, when it is shown in place of the room.

    Raises:
        ApiError: 400, the room has a job of this kind already.
    """
    for job in workspace.live_jobs.values():
        if job.kind is kind and job.room_id == room.id and job.status in ACTIVE:
            raise ApiError(
                400, f"{_NAMES[kind]} already started", [f"{job.id} is {job.status.value} in the room"]
            )
    moment = state.clock.now() if at is None else at
    bot = presence.join_as_bot(state, workspace, room, settings.role, at=moment)
    job = Job(
        id=state.ids.object_id(),
        kind=kind,
        room_id=room.id,
        session_id=bot.session_id,
        template_id=room.template_id,
        bot_id=bot.id,
        beam_id=state.ids.object_id(),
        settings=settings,
        created_at=moment,
        updated_at=moment,
        ingest=ingest,
    )
    workspace.jobs[kind][job.id] = workspace.live_jobs[job.id] = job
    return job


def find(workspace: Workspace, kind: Kind, job_id: str) -> Job:
    """Find a job, or raise 404."""
    job = workspace.jobs[kind].get(job_id)
    if job is None:
        raise not_found(_NAMES[kind], job_id)
    return job


def stop(state: State, workspace: Workspace, job: Job) -> None:
    """Tell a job to stop. Does nothing when it does not run any more."""
    _end(state, workspace, job, ASKED, state.clock.now())


def stop_all(state: State, workspace: Workspace, room_id: str, kind: Kind) -> list[Job]:
    """Tell the jobs of one kind in a room to stop, and return them.

    Raises:
        ApiError: 404, there is no such room.
    """
    workspace.room(room_id)
    jobs = [job for job in workspace.live_jobs.values() if job.room_id == room_id and job.kind is kind]
    stopped = [job for job in jobs if job.status in ACTIVE]
    for job in stopped:
        stop(state, workspace, job)
    return stopped


def pause(state: State, job: Job) -> None:
    """Pause what is recorded. A recording that is paused stays so.

    Raises:
        ApiError: 403, it does not run or is not recorded.
    """
    _check_recorded(job)
    if job.paused_at is None:
        job.paused_at = job.updated_at = state.clock.now()


def resume(state: State, job: Job) -> None:
    """Go on recording. A recording that is not paused goes on.

    Raises:
        ApiError: 403, it does not run or is not recorded.
    """
    _check_recorded(job)
    now = state.clock.now()
    if job.paused_at is not None:
        _end_pause(job, now)
        job.updated_at = now


def check_running(job: Job) -> None:
    """Refuse with 403 what takes a running job."""
    if job.status is not Status.RUNNING:
        raise forbidden(f"{_NAMES[job.kind]} is not running", f"it is {job.status.value}")


def settle(state: State) -> bool:
    """Let the jobs of all workspaces catch up with the clock, step by step in the order of time.

    Returns:
        Whether any of them moved on.
    """
    now, moved = state.clock.now(), False
    for workspace in state.workspaces.values():
        while workspace.live_jobs:
            due = [step for job in workspace.live_jobs.values() for step in _steps(state, workspace, job)]
            first = min(due, key=lambda each: each[0], default=None)
            if first is None or first[0] > now:
                break
            moment, step = first
            step(moment)
            moved = True
    return moved


def finish(state: State, workspace: Workspace, job: Job, *, transcripts: bool = True) -> None:
    """Take a job to its end at once, whatever the clock says.

    Args:
        state: the mock's state.
        workspace: the workspace of the job.
        job: the job. One that is still starting has run for no time.
        transcripts: whether its transcripts are finished, too.

    Raises:
        ApiError: 400, it is over, and there is nothing left to finish.
    """
    now = state.clock.now()
    if job.status in OVER and (job.transcribed_at is None or not transcripts):
        raise bad_body(f"{job.id} is {job.status.value} already")
    if job.status is Status.STARTING:
        _run(state, workspace, job, now)
    if job.status is Status.RUNNING:
        _end(state, workspace, job, ASKED, now)
    if job.status is Status.STOPPING:
        job.ended_early = False
        job.started_at = job.started_at or job.stop_asked_at
        _ended(state, workspace, job, now)
    if job.status is Status.POST_PROCESSING:
        _complete(state, workspace, job, now)
    if transcripts and job.transcribed_at is not None:
        _transcribe(state, workspace, job, now)


def fail(state: State, workspace: Workspace, job: Job, error_type: str = "INTERNAL_ERROR") -> None:
    """Let a job fail now; or, when it is completed, its transcripts.

    Args:
        state: the mock's state.
        workspace: the workspace of the job.
        job: the job.
        error_type: one of `FAILURES`.

    Raises:
        ApiError: 400, there is no such type, or the job is over.
    """
    if error_type not in FAILURES:
        raise bad_body(f"reason: must be one of {', '.join(FAILURES)}")
    now = state.clock.now()
    if job.status not in OVER:
        _fail(state, workspace, job, error_type, now)
    elif job.transcribed_at is not None:
        _transcribe(state, workspace, job, now, failed=True)
    else:
        raise bad_body(f"{job.id} is {job.status.value} already")


def _steps(state: State, workspace: Workspace, job: Job) -> Iterator[tuple[datetime, _Step]]:
    """What comes next for a job, and when. The earliest of them happens."""
    if job.status in ACTIVE:
        for moment, reason in _ends(workspace, job):
            yield moment, partial(_end, state, workspace, job, reason)
    if job.status is Status.STARTING:
        yield job.created_at + timedelta(seconds=STARTING_SECONDS), partial(_run, state, workspace, job)
    elif job.status is Status.STOPPING and job.stop_asked_at is not None:
        yield job.stop_asked_at + timedelta(seconds=STOPPING_SECONDS), partial(_ended, state, workspace, job)
    elif job.status is Status.POST_PROCESSING:
        ready = job.updated_at + timedelta(seconds=PROCESSING_SECONDS)
        yield ready, partial(_complete, state, workspace, job)
    elif job.transcribed_at is not None:
        yield job.transcribed_at, partial(_transcribe, state, workspace, job)


def _ends(workspace: Workspace, job: Job) -> Iterator[tuple[datetime, str]]:
    """When a job ends by itself, and why."""
    session = workspace.sessions[job.session_id]
    if session.active:
        length = workspace.rooms[job.room_id].longest_session
        yield session.created_at + timedelta(seconds=length), ROOM_ENDED
    if left_at := session.peers[job.bot_id].left_at:
        yield left_at, ASKED
    if job.started_at is not None:
        yield job.started_at + timedelta(seconds=job.settings.longest), TOO_LONG
    if job.ingest is not None:
        # Nobody has to be in the room for an encoder to be seen.
        if job.ingest.disconnected_at is not None:
            yield job.ingest.disconnected_at + timedelta(seconds=job.settings.patience), DESERTED
    elif job.started_at is not None:
        people = [peer for peer in session.peers.values() if not peer.bot]
        left = [peer.left_at for peer in people if peer.left_at is not None]
        if len(left) == len(people):
            deserted_at = max([job.started_at, *left])
            yield deserted_at + timedelta(seconds=job.settings.patience), DESERTED


def _run(state: State, workspace: Workspace, job: Job, moment: datetime) -> None:
    job.status = Status.RUNNING
    job.started_at = job.updated_at = moment
    job.epoch = max(int(moment.timestamp()), workspace.last_epochs.get(job.room_id, 0) + 1)
    workspace.last_epochs[job.room_id] = job.epoch
    job_events.started(state, workspace, job)


def _end(state: State, workspace: Workspace, job: Job, reason: str, moment: datetime) -> None:
    if job.status not in ACTIVE:
        return
    job.ended_early = job.status is Status.STARTING
    job.status = Status.STOPPING
    job.reason = reason
    job.stop_asked_at = job.updated_at = moment
    if job.kind is not Kind.RECORDING:
        # Recordings show this time only when they have stopped, streams as soon as they are told to.
        job.stopped_at = moment
    _end_pause(job, moment)
    if job.ingest is not None:
        _end_ingest(state, workspace, job, job.ingest, moment)
    _dismiss(state, workspace, job, moment)


def _end_ingest(state: State, workspace: Workspace, job: Job, ingest: Ingest, moment: datetime) -> None:
    room = workspace.rooms[job.room_id]
    ingest.completed_at = moment
    if ingest.error is not None:
        ingest_events.failed(state, workspace, room, ingest, at=moment)
        return
    if ingest.reason is None:
        if job.reason.startswith(_FAILED):
            ingest.reason = INTERNAL_ERROR
        else:
            ingest.reason = WINDOW_EXPIRED if job.reason == DESERTED else STREAM_CLOSED
    ingest_events.ended(state, workspace, room, ingest, at=moment)


def _ended(state: State, workspace: Workspace, job: Job, moment: datetime) -> None:
    if job.ended_early:
        _fail(state, workspace, job, "BEAM_STOPPED", moment)
        return
    job.status = Status.POST_PROCESSING if job.settings.leaves_files else Status.COMPLETED
    job.stopped_at = job.stopped_at or moment
    job.updated_at = moment
    job_events.stopped(state, workspace, job, moment)
    if job.status is Status.COMPLETED:
        job.completed_at = moment
        del workspace.live_jobs[job.id]


def _complete(state: State, workspace: Workspace, job: Job, moment: datetime) -> None:
    job.status = Status.COMPLETED
    job.completed_at = job.updated_at = moment
    maker = job_assets.Maker(state, workspace, job, job.settings.storage, moment=moment)
    job_assets.make_files(maker, job)
    job_events.recorded(state, workspace, job, moment)
    if job.settings.transcription is None:
        del workspace.live_jobs[job.id]
        return
    job.transcription_id = state.ids.object_id()
    seconds = max(TRANSCRIPTION_SECONDS, TRANSCRIPTION_SHARE * job.recorded_seconds())
    job.transcribed_at = moment + timedelta(seconds=seconds)
    job_assets.announce_transcripts(maker, job)
    job_events.transcription_started(state, workspace, job, moment)


def _transcribe(
    state: State, workspace: Workspace, job: Job, moment: datetime, *, failed: bool = False
) -> None:
    job.transcribed_at = None
    job.updated_at = moment
    job_assets.finish_transcripts(workspace, job, failed=failed)
    job_events.transcribed(state, workspace, job, moment, failed=failed)
    del workspace.live_jobs[job.id]


def _fail(state: State, workspace: Workspace, job: Job, error_type: str, moment: datetime) -> None:
    had_stopped = job.status is Status.POST_PROCESSING
    if had_stopped:
        storage = job.settings.storage
        maker = job_assets.Maker(state, workspace, job, storage, moment=moment, failed=True)
        job_assets.make_files(maker, job)
    _end(state, workspace, job, f"{_FAILED}{error_type}", moment)
    job.status = Status.FAILED
    job.stopped_at = job.stopped_at or moment
    job.updated_at = moment
    job_events.failed(state, workspace, job, moment, error=(error_type, FAILURES[error_type]))
    if job.started_at is not None and not had_stopped:
        job_events.stopped(state, workspace, job, moment)
    del workspace.live_jobs[job.id]


def _check_recorded(job: Job) -> None:
    check_running(job)
    if not job.settings.leaves_files:
        raise forbidden(f"{_NAMES[job.kind]} is not recorded")


def _end_pause(job: Job, moment: datetime) -> None:
    if job.paused_at is not None:
        job.paused_for += moment - job.paused_at
        job.paused_at = None


def _dismiss(state: State, workspace: Workspace, job: Job, moment: datetime) -> None:
    """Let the bot leave, if it has not."""
    session = workspace.sessions[job.session_id]
    bot = session.peers[job.bot_id]
    if bot.left_at is None:
        presence.leave(state, workspace, session, [bot], at=moment)
