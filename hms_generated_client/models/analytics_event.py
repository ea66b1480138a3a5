"""AnalyticsEvent."""

from __future__ import annotations

from typing import TypeAlias

from .analytics_beam_recording_success_event import AnalyticsBeamRecordingSuccessEvent
from .analytics_client_connect_failed_event import AnalyticsClientConnectFailedEvent
from .analytics_client_disconnected_event import AnalyticsClientDisconnectedEvent
from .analytics_client_join_failed_event import AnalyticsClientJoinFailedEvent
from .analytics_client_publish_failed_event import AnalyticsClientPublishFailedEvent
from .analytics_client_subscribe_failed_event import AnalyticsClientSubscribeFailedEvent
from .analytics_track_add_success_event import AnalyticsTrackAddSuccessEvent
from .analytics_track_remove_success_event import AnalyticsTrackRemoveSuccessEvent
from .analytics_track_update_success_event import AnalyticsTrackUpdateSuccessEvent

AnalyticsEvent: TypeAlias = (
    AnalyticsTrackAddSuccessEvent
    | AnalyticsTrackUpdateSuccessEvent
    | AnalyticsTrackRemoveSuccessEvent
    | AnalyticsBeamRecordingSuccessEvent
    | AnalyticsClientPublishFailedEvent
    | AnalyticsClientSubscribeFailedEvent
    | AnalyticsClientJoinFailedEvent
    | AnalyticsClientDisconnectedEvent
    | AnalyticsClientConnectFailedEvent
)
"""Something that happened in a room, to one of its tracks, recordings or peers. `type` tells what, and
with it what `data` holds.
"""
