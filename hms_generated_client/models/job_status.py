"""JobStatus."""

from __future__ import annotations

from ..types import OpenEnum


class JobStatus(OpenEnum):
    """How far a recording, a live stream or an external stream has come. It moves through these from top
    to bottom, may skip some, and can fail at any point before the end.

    * `starting`: the server is setting it up. It runs a few moments later.
    * `running`: it records or streams. A recording that is paused is `running` too.
    * `stopping`: it was told to stop.
    * `post_processing`: it has ended; its recording is being worked on and uploaded.
    * `completed`: it is over, and the files that it was to leave behind are there.
    * `failed`: it went wrong, and no more will come of it.
    """

    STARTING = "starting"
    RUNNING = "running"
    STOPPING = "stopping"
    POST_PROCESSING = "post_processing"
    COMPLETED = "completed"
    FAILED = "failed"
