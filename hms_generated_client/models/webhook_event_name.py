"""WebhookEventName."""

from __future__ import annotations

from ..types import OpenEnum


class WebhookEventName(OpenEnum):
    """A type of webhook that deliveries can be filtered and replayed by.

    * `session.open.success`: a session began.
    * `session.close.success`: a session ended.
    * `peer.join.success`: a peer joined.
    * `peer.leave.success`: a peer left.
    * `recording.success`: a recording was finished.
    * `recording.failed`: a recording failed.
    * `transcription.success`: a transcript was finished.
    * `beam.started.success`: streaming by a browser, to RTMP or HLS, began.
    * `beam.stopped.success`: streaming by a browser ended.
    * `beam.recording.success`: a browser recording was finished.
    * `hls.recording.success`: a recording of an HLS stream was finished.
    * `stream.recording.success`: a recording of a peer's stream was finished.
    """

    SESSION_OPEN_SUCCESS = "session.open.success"
    SESSION_CLOSE_SUCCESS = "session.close.success"
    PEER_JOIN_SUCCESS = "peer.join.success"
    PEER_LEAVE_SUCCESS = "peer.leave.success"
    RECORDING_SUCCESS = "recording.success"
    RECORDING_FAILED = "recording.failed"
    TRANSCRIPTION_SUCCESS = "transcription.success"
    BEAM_STARTED_SUCCESS = "beam.started.success"
    BEAM_STOPPED_SUCCESS = "beam.stopped.success"
    BEAM_RECORDING_SUCCESS = "beam.recording.success"
    HLS_RECORDING_SUCCESS = "hls.recording.success"
    STREAM_RECORDING_SUCCESS = "stream.recording.success"
