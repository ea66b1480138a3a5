"""AnalyticsEventType."""

from __future__ import annotations

from ..types import OpenEnum


class AnalyticsEventType(OpenEnum):
    """A kind of event.

    * `track.add.success`: a peer added an audio or video track.
    * `track.update.success`: a peer muted or unmuted a track.
    * `track.remove.success`: a track ended.
    * `beam.recording.success`: a browser recording was finished and uploaded.
    * `client.publish.failed`: a peer could not send its audio or video.
    * `client.subscribe.failed`: a peer could not receive the audio or video of others.
    * `client.join.failed`: a peer could not join a room.
    * `client.disconnected`: a peer lost its connection, for a while or for good.
    * `client.connect.failed`: a peer could not connect to 100ms.
    """

    TRACK_ADD_SUCCESS = "track.add.success"
    TRACK_UPDATE_SUCCESS = "track.update.success"
    TRACK_REMOVE_SUCCESS = "track.remove.success"
    BEAM_RECORDING_SUCCESS = "beam.recording.success"
    CLIENT_PUBLISH_FAILED = "client.publish.failed"
    CLIENT_SUBSCRIBE_FAILED = "client.subscribe.failed"
    CLIENT_JOIN_FAILED = "client.join.failed"
    CLIENT_DISCONNECTED = "client.disconnected"
    CLIENT_CONNECT_FAILED = "client.connect.failed"
