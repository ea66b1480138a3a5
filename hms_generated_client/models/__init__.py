"""The JSON objects and enums of the API, each imported when it is first used."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .acknowledgement import Acknowledgement
    from .active_room import ActiveRoom
    from .active_session import ActiveSession
    from .analytics_beam_recording_success_data import AnalyticsBeamRecordingSuccessData
    from .analytics_beam_recording_success_event import (
        AnalyticsBeamRecordingSuccessEvent,
    )
    from .analytics_client_connect_failed_data import AnalyticsClientConnectFailedData
    from .analytics_client_connect_failed_event import AnalyticsClientConnectFailedEvent
    from .analytics_client_disconnected_data import AnalyticsClientDisconnectedData
    from .analytics_client_disconnected_event import AnalyticsClientDisconnectedEvent
    from .analytics_client_join_failed_data import AnalyticsClientJoinFailedData
    from .analytics_client_join_failed_event import AnalyticsClientJoinFailedEvent
    from .analytics_client_publish_failed_data import AnalyticsClientPublishFailedData
    from .analytics_client_publish_failed_event import AnalyticsClientPublishFailedEvent
    from .analytics_client_subscribe_failed_data import (
        AnalyticsClientSubscribeFailedData,
    )
    from .analytics_client_subscribe_failed_event import (
        AnalyticsClientSubscribeFailedEvent,
    )
    from .analytics_event import AnalyticsEvent
    from .analytics_event_list import AnalyticsEventList
    from .analytics_event_type import AnalyticsEventType
    from .analytics_rtmp_target import AnalyticsRtmpTarget
    from .analytics_track_add_success_data import AnalyticsTrackAddSuccessData
    from .analytics_track_add_success_event import AnalyticsTrackAddSuccessEvent
    from .analytics_track_remove_success_data import AnalyticsTrackRemoveSuccessData
    from .analytics_track_remove_success_event import AnalyticsTrackRemoveSuccessEvent
    from .analytics_track_update_success_data import AnalyticsTrackUpdateSuccessData
    from .analytics_track_update_success_event import AnalyticsTrackUpdateSuccessEvent
    from .audio_codec import AudioCodec
    from .audio_params import AudioParams
    from .beam_error_type import BeamErrorType
    from .beam_failure_data import BeamFailureData
    from .beam_failure_event import BeamFailureEvent
    from .beam_recording_success_data import BeamRecordingSuccessData
    from .beam_recording_success_event import BeamRecordingSuccessEvent
    from .beam_rtmp_target import BeamRtmpTarget
    from .beam_started_success_data import BeamStartedSuccessData
    from .beam_started_success_event import BeamStartedSuccessEvent
    from .beam_stopped_success_data import BeamStoppedSuccessData
    from .beam_stopped_success_event import BeamStoppedSuccessEvent
    from .browser_composite import BrowserComposite
    from .browser_recording_destination import BrowserRecordingDestination
    from .caption_translation import CaptionTranslation
    from .client_agent import ClientAgent
    from .client_audio_settings import ClientAudioSettings
    from .client_devices import ClientDevices
    from .client_video_settings import ClientVideoSettings
    from .composite_recording import CompositeRecording
    from .create_outbound_trunk_request import CreateOutboundTrunkRequest
    from .create_poll_request import CreatePollRequest
    from .create_room_request import CreateRoomRequest
    from .create_template_request import CreateTemplateRequest
    from .created_room_codes import CreatedRoomCodes
    from .custom_composite import CustomComposite
    from .end_room_request import EndRoomRequest
    from .error import Error
    from .external_stream import ExternalStream
    from .external_stream_list import ExternalStreamList
    from .external_stream_resolution import ExternalStreamResolution
    from .hls_destination import HlsDestination
    from .hls_failure_data import HlsFailureData
    from .hls_failure_event import HlsFailureEvent
    from .hls_layer import HlsLayer
    from .hls_playlist_type import HlsPlaylistType
    from .hls_recording import HlsRecording
    from .hls_recording_file import HlsRecordingFile
    from .hls_recording_success_data import HlsRecordingSuccessData
    from .hls_recording_success_event import HlsRecordingSuccessEvent
    from .hls_recording_thumbnail import HlsRecordingThumbnail
    from .hls_started_success_data import HlsStartedSuccessData
    from .hls_started_success_event import HlsStartedSuccessEvent
    from .hls_stopped_success_data import HlsStoppedSuccessData
    from .hls_stopped_success_event import HlsStoppedSuccessEvent
    from .ingest_end_reason import IngestEndReason
    from .ingest_end_success_data import IngestEndSuccessData
    from .ingest_end_success_event import IngestEndSuccessEvent
    from .ingest_error_message import IngestErrorMessage
    from .ingest_failure_data import IngestFailureData
    from .ingest_failure_event import IngestFailureEvent
    from .ingest_start_failure_data import IngestStartFailureData
    from .ingest_start_failure_event import IngestStartFailureEvent
    from .ingest_start_success_data import IngestStartSuccessData
    from .ingest_start_success_event import IngestStartSuccessEvent
    from .job_status import JobStatus
    from .live_stream import LiveStream
    from .live_stream_list import LiveStreamList
    from .live_stream_playback import LiveStreamPlayback
    from .live_stream_recording import LiveStreamRecording
    from .live_stream_transcription import LiveStreamTranscription
    from .live_stream_transcription_mode import LiveStreamTranscriptionMode
    from .outbound_call import OutboundCall
    from .outbound_trunk import OutboundTrunk
    from .page_numbers import PageNumbers
    from .peer import Peer
    from .peer_join_failure_data import PeerJoinFailureData
    from .peer_join_failure_event import PeerJoinFailureEvent
    from .peer_join_success_data import PeerJoinSuccessData
    from .peer_join_success_event import PeerJoinSuccessEvent
    from .peer_leave_failure_data import PeerLeaveFailureData
    from .peer_leave_failure_event import PeerLeaveFailureEvent
    from .peer_leave_reason import PeerLeaveReason
    from .peer_leave_success_data import PeerLeaveSuccessData
    from .peer_leave_success_event import PeerLeaveSuccessEvent
    from .peer_list import PeerList
    from .peer_stats import PeerStats
    from .peer_type import PeerType
    from .permissions import Permissions
    from .poll import Poll
    from .poll_answer import PollAnswer
    from .poll_attachment import PollAttachment
    from .poll_mode import PollMode
    from .poll_option import PollOption
    from .poll_question import PollQuestion
    from .poll_question_type import PollQuestionType
    from .poll_response import PollResponse
    from .poll_response_list import PollResponseList
    from .poll_result import PollResult
    from .poll_result_list import PollResultList
    from .poll_session import PollSession
    from .poll_session_list import PollSessionList
    from .poll_start import PollStart
    from .poll_type import PollType
    from .presigned_url import PresignedUrl
    from .publish_params import PublishParams
    from .publish_track import PublishTrack
    from .published_audio_series import PublishedAudioSeries
    from .published_audio_stats import PublishedAudioStats
    from .published_video_series import PublishedVideoSeries
    from .published_video_stats import PublishedVideoStats
    from .publisher_stats import PublisherStats
    from .recorded_stream_type import RecordedStreamType
    from .recording import Recording
    from .recording_asset import RecordingAsset
    from .recording_asset_list import RecordingAssetList
    from .recording_asset_metadata import RecordingAssetMetadata
    from .recording_asset_status import RecordingAssetStatus
    from .recording_asset_status_filter import RecordingAssetStatusFilter
    from .recording_asset_type import RecordingAssetType
    from .recording_config import RecordingConfig
    from .recording_error_type import RecordingErrorType
    from .recording_failed_data import RecordingFailedData
    from .recording_failed_event import RecordingFailedEvent
    from .recording_info import RecordingInfo
    from .recording_list import RecordingList
    from .recording_resolution import RecordingResolution
    from .recording_settings import RecordingSettings
    from .recording_success_data import RecordingSuccessData
    from .recording_success_event import RecordingSuccessEvent
    from .recording_transcription import RecordingTranscription
    from .recording_upload import RecordingUpload
    from .recording_upload_credentials import RecordingUploadCredentials
    from .region import Region
    from .remove_peers_request import RemovePeersRequest
    from .replay_start_status import ReplayStartStatus
    from .replay_webhook_events_request import ReplayWebhookEventsRequest
    from .role import Role
    from .role_change_failure_data import RoleChangeFailureData
    from .role_change_failure_event import RoleChangeFailureEvent
    from .role_change_success_data import RoleChangeSuccessData
    from .role_change_success_event import RoleChangeSuccessEvent
    from .room import Room
    from .room_code import RoomCode
    from .room_code_list import RoomCodeList
    from .room_end_failure_data import RoomEndFailureData
    from .room_end_failure_event import RoomEndFailureEvent
    from .room_end_success_data import RoomEndSuccessData
    from .room_end_success_event import RoomEndSuccessEvent
    from .room_list import RoomList
    from .room_region import RoomRegion
    from .room_state_settings import RoomStateSettings
    from .room_webhook import RoomWebhook
    from .rtmp_destination import RtmpDestination
    from .screen_params import ScreenParams
    from .send_dtmf_request import SendDtmfRequest
    from .send_message_request import SendMessageRequest
    from .send_timed_metadata_request import SendTimedMetadataRequest
    from .session import Session
    from .session_close_success_data import SessionCloseSuccessData
    from .session_close_success_event import SessionCloseSuccessEvent
    from .session_list import SessionList
    from .session_open_success_data import SessionOpenSuccessData
    from .session_open_success_event import SessionOpenSuccessEvent
    from .session_peer import SessionPeer
    from .simulcast import Simulcast
    from .simulcast_layer import SimulcastLayer
    from .simulcast_quality import SimulcastQuality
    from .simulcast_rid import SimulcastRid
    from .simulcast_track import SimulcastTrack
    from .start_external_stream_request import StartExternalStreamRequest
    from .start_live_stream_request import StartLiveStreamRequest
    from .start_outbound_call_request import StartOutboundCallRequest
    from .start_recording_request import StartRecordingRequest
    from .started_webhook_replay import StartedWebhookReplay
    from .stopped_external_streams import StoppedExternalStreams
    from .stopped_live_streams import StoppedLiveStreams
    from .stopped_recordings import StoppedRecordings
    from .stream_key import StreamKey
    from .stream_key_list import StreamKeyList
    from .stream_recording import StreamRecording
    from .stream_recording_failure_data import StreamRecordingFailureData
    from .stream_recording_failure_event import StreamRecordingFailureEvent
    from .stream_recording_success_data import StreamRecordingSuccessData
    from .stream_recording_success_event import StreamRecordingSuccessEvent
    from .subscribe_degradation import SubscribeDegradation
    from .subscribe_params import SubscribeParams
    from .subscribed_audio_series import SubscribedAudioSeries
    from .subscribed_audio_stats import SubscribedAudioStats
    from .subscribed_video_series import SubscribedVideoSeries
    from .subscribed_video_stats import SubscribedVideoStats
    from .subscriber_stats import SubscriberStats
    from .summary_section import SummarySection
    from .summary_section_format import SummarySectionFormat
    from .template import Template
    from .template_destinations import TemplateDestinations
    from .template_list import TemplateList
    from .template_plugins import TemplatePlugins
    from .template_settings import TemplateSettings
    from .thumbnails import Thumbnails
    from .track import Track
    from .track_recording import TrackRecording
    from .track_recording_failure_data import TrackRecordingFailureData
    from .track_recording_failure_event import TrackRecordingFailureEvent
    from .track_recording_started_success_data import TrackRecordingStartedSuccessData
    from .track_recording_started_success_event import TrackRecordingStartedSuccessEvent
    from .track_recording_success_data import TrackRecordingSuccessData
    from .track_recording_success_event import TrackRecordingSuccessEvent
    from .track_source import TrackSource
    from .track_type import TrackType
    from .transcript_output_mode import TranscriptOutputMode
    from .transcription_destination import TranscriptionDestination
    from .transcription_failure_event import TranscriptionFailureEvent
    from .transcription_mode import TranscriptionMode
    from .transcription_plugin import TranscriptionPlugin
    from .transcription_plugin_mode import TranscriptionPluginMode
    from .transcription_plugin_permissions import TranscriptionPluginPermissions
    from .transcription_result_data import TranscriptionResultData
    from .transcription_started_success_data import TranscriptionStartedSuccessData
    from .transcription_started_success_event import TranscriptionStartedSuccessEvent
    from .transcription_success_event import TranscriptionSuccessEvent
    from .transcription_summary import TranscriptionSummary
    from .update_outbound_trunk_request import UpdateOutboundTrunkRequest
    from .update_peer_request import UpdatePeerRequest
    from .update_poll_request import UpdatePollRequest
    from .update_room_code_request import UpdateRoomCodeRequest
    from .update_room_request import UpdateRoomRequest
    from .update_template_request import UpdateTemplateRequest
    from .upload_credentials import UploadCredentials
    from .upload_info import UploadInfo
    from .upload_options import UploadOptions
    from .upload_type import UploadType
    from .video_codec import VideoCodec
    from .video_params import VideoParams
    from .video_resolution import VideoResolution
    from .webhook_delivery import WebhookDelivery
    from .webhook_delivery_event_data import WebhookDeliveryEventData
    from .webhook_delivery_list import WebhookDeliveryList
    from .webhook_delivery_payload import WebhookDeliveryPayload
    from .webhook_delivery_status import WebhookDeliveryStatus
    from .webhook_delivery_summary import WebhookDeliverySummary
    from .webhook_event_name import WebhookEventName
    from .webhook_replay import WebhookReplay
    from .webhook_replay_filters import WebhookReplayFilters
    from .webhook_replay_progress import WebhookReplayProgress
    from .webhook_replay_result import WebhookReplayResult
    from .webhook_replay_status import WebhookReplayStatus
    from .whiteboard_permissions import WhiteboardPermissions
    from .whiteboard_plugin import WhiteboardPlugin

__all__ = [
    "Acknowledgement",
    "ActiveRoom",
    "ActiveSession",
    "AnalyticsBeamRecordingSuccessData",
    "AnalyticsBeamRecordingSuccessEvent",
    "AnalyticsClientConnectFailedData",
    "AnalyticsClientConnectFailedEvent",
    "AnalyticsClientDisconnectedData",
    "AnalyticsClientDisconnectedEvent",
    "AnalyticsClientJoinFailedData",
    "AnalyticsClientJoinFailedEvent",
    "AnalyticsClientPublishFailedData",
    "AnalyticsClientPublishFailedEvent",
    "AnalyticsClientSubscribeFailedData",
    "AnalyticsClientSubscribeFailedEvent",
    "AnalyticsEvent",
    "AnalyticsEventList",
    "AnalyticsEventType",
    "AnalyticsRtmpTarget",
    "AnalyticsTrackAddSuccessData",
    "AnalyticsTrackAddSuccessEvent",
    "AnalyticsTrackRemoveSuccessData",
    "AnalyticsTrackRemoveSuccessEvent",
    "AnalyticsTrackUpdateSuccessData",
    "AnalyticsTrackUpdateSuccessEvent",
    "AudioCodec",
    "AudioParams",
    "BeamErrorType",
    "BeamFailureData",
    "BeamFailureEvent",
    "BeamRecordingSuccessData",
    "BeamRecordingSuccessEvent",
    "BeamRtmpTarget",
    "BeamStartedSuccessData",
    "BeamStartedSuccessEvent",
    "BeamStoppedSuccessData",
    "BeamStoppedSuccessEvent",
    "BrowserComposite",
    "BrowserRecordingDestination",
    "CaptionTranslation",
    "ClientAgent",
    "ClientAudioSettings",
    "ClientDevices",
    "ClientVideoSettings",
    "CompositeRecording",
    "CreateOutboundTrunkRequest",
    "CreatePollRequest",
    "CreateRoomRequest",
    "CreateTemplateRequest",
    "CreatedRoomCodes",
    "CustomComposite",
    "EndRoomRequest",
    "Error",
    "ExternalStream",
    "ExternalStreamList",
    "ExternalStreamResolution",
    "HlsDestination",
    "HlsFailureData",
    "HlsFailureEvent",
    "HlsLayer",
    "HlsPlaylistType",
    "HlsRecording",
    "HlsRecordingFile",
    "HlsRecordingSuccessData",
    "HlsRecordingSuccessEvent",
    "HlsRecordingThumbnail",
    "HlsStartedSuccessData",
    "HlsStartedSuccessEvent",
    "HlsStoppedSuccessData",
    "HlsStoppedSuccessEvent",
    "IngestEndReason",
    "IngestEndSuccessData",
    "IngestEndSuccessEvent",
    "IngestErrorMessage",
    "IngestFailureData",
    "IngestFailureEvent",
    "IngestStartFailureData",
    "IngestStartFailureEvent",
    "IngestStartSuccessData",
    "IngestStartSuccessEvent",
    "JobStatus",
    "LiveStream",
    "LiveStreamList",
    "LiveStreamPlayback",
    "LiveStreamRecording",
    "LiveStreamTranscription",
    "LiveStreamTranscriptionMode",
    "OutboundCall",
    "OutboundTrunk",
    "PageNumbers",
    "Peer",
    "PeerJoinFailureData",
    "PeerJoinFailureEvent",
    "PeerJoinSuccessData",
    "PeerJoinSuccessEvent",
    "PeerLeaveFailureData",
    "PeerLeaveFailureEvent",
    "PeerLeaveReason",
    "PeerLeaveSuccessData",
    "PeerLeaveSuccessEvent",
    "PeerList",
    "PeerStats",
    "PeerType",
    "Permissions",
    "Poll",
    "PollAnswer",
    "PollAttachment",
    "PollMode",
    "PollOption",
    "PollQuestion",
    "PollQuestionType",
    "PollResponse",
    "PollResponseList",
    "PollResult",
    "PollResultList",
    "PollSession",
    "PollSessionList",
    "PollStart",
    "PollType",
    "PresignedUrl",
    "PublishParams",
    "PublishTrack",
    "PublishedAudioSeries",
    "PublishedAudioStats",
    "PublishedVideoSeries",
    "PublishedVideoStats",
    "PublisherStats",
    "RecordedStreamType",
    "Recording",
    "RecordingAsset",
    "RecordingAssetList",
    "RecordingAssetMetadata",
    "RecordingAssetStatus",
    "RecordingAssetStatusFilter",
    "RecordingAssetType",
    "RecordingConfig",
    "RecordingErrorType",
    "RecordingFailedData",
    "RecordingFailedEvent",
    "RecordingInfo",
    "RecordingList",
    "RecordingResolution",
    "RecordingSettings",
    "RecordingSuccessData",
    "RecordingSuccessEvent",
    "RecordingTranscription",
    "RecordingUpload",
    "RecordingUploadCredentials",
    "Region",
    "RemovePeersRequest",
    "ReplayStartStatus",
    "ReplayWebhookEventsRequest",
    "Role",
    "RoleChangeFailureData",
    "RoleChangeFailureEvent",
    "RoleChangeSuccessData",
    "RoleChangeSuccessEvent",
    "Room",
    "RoomCode",
    "RoomCodeList",
    "RoomEndFailureData",
    "RoomEndFailureEvent",
    "RoomEndSuccessData",
    "RoomEndSuccessEvent",
    "RoomList",
    "RoomRegion",
    "RoomStateSettings",
    "RoomWebhook",
    "RtmpDestination",
    "ScreenParams",
    "SendDtmfRequest",
    "SendMessageRequest",
    "SendTimedMetadataRequest",
    "Session",
    "SessionCloseSuccessData",
    "SessionCloseSuccessEvent",
    "SessionList",
    "SessionOpenSuccessData",
    "SessionOpenSuccessEvent",
    "SessionPeer",
    "Simulcast",
    "SimulcastLayer",
    "SimulcastQuality",
    "SimulcastRid",
    "SimulcastTrack",
    "StartExternalStreamRequest",
    "StartLiveStreamRequest",
    "StartOutboundCallRequest",
    "StartRecordingRequest",
    "StartedWebhookReplay",
    "StoppedExternalStreams",
    "StoppedLiveStreams",
    "StoppedRecordings",
    "StreamKey",
    "StreamKeyList",
    "StreamRecording",
    "StreamRecordingFailureData",
    "StreamRecordingFailureEvent",
    "StreamRecordingSuccessData",
    "StreamRecordingSuccessEvent",
    "SubscribeDegradation",
    "SubscribeParams",
    "SubscribedAudioSeries",
    "SubscribedAudioStats",
    "SubscribedVideoSeries",
    "SubscribedVideoStats",
    "SubscriberStats",
    "SummarySection",
    "SummarySectionFormat",
    "Template",
    "TemplateDestinations",
    "TemplateList",
    "TemplatePlugins",
    "TemplateSettings",
    "Thumbnails",
    "Track",
    "TrackRecording",
    "TrackRecordingFailureData",
    "TrackRecordingFailureEvent",
    "TrackRecordingStartedSuccessData",
    "TrackRecordingStartedSuccessEvent",
    "TrackRecordingSuccessData",
    "TrackRecordingSuccessEvent",
    "TrackSource",
    "TrackType",
    "TranscriptOutputMode",
    "TranscriptionDestination",
    "TranscriptionFailureEvent",
    "TranscriptionMode",
    "TranscriptionPlugin",
    "TranscriptionPluginMode",
    "TranscriptionPluginPermissions",
    "TranscriptionResultData",
    "TranscriptionStartedSuccessData",
    "TranscriptionStartedSuccessEvent",
    "TranscriptionSuccessEvent",
    "TranscriptionSummary",
    "UpdateOutboundTrunkRequest",
    "UpdatePeerRequest",
    "UpdatePollRequest",
    "UpdateRoomCodeRequest",
    "UpdateRoomRequest",
    "UpdateTemplateRequest",
    "UploadCredentials",
    "UploadInfo",
    "UploadOptions",
    "UploadType",
    "VideoCodec",
    "VideoParams",
    "VideoResolution",
    "WebhookDelivery",
    "WebhookDeliveryEventData",
    "WebhookDeliveryList",
    "WebhookDeliveryPayload",
    "WebhookDeliveryStatus",
    "WebhookDeliverySummary",
    "WebhookEventName",
    "WebhookReplay",
    "WebhookReplayFilters",
    "WebhookReplayProgress",
    "WebhookReplayResult",
    "WebhookReplayStatus",
    "WhiteboardPermissions",
    "WhiteboardPlugin",
]

_MODULES = {
    "Acknowledgement": "acknowledgement",
    "ActiveRoom": "active_room",
    "ActiveSession": "active_session",
    "AnalyticsBeamRecordingSuccessData": "analytics_beam_recording_success_data",
    "AnalyticsBeamRecordingSuccessEvent": "analytics_beam_recording_success_event",
    "AnalyticsClientConnectFailedData": "analytics_client_connect_failed_data",
    "AnalyticsClientConnectFailedEvent": "analytics_client_connect_failed_event",
    "AnalyticsClientDisconnectedData": "analytics_client_disconnected_data",
    "AnalyticsClientDisconnectedEvent": "analytics_client_disconnected_event",
    "AnalyticsClientJoinFailedData": "analytics_client_join_failed_data",
    "AnalyticsClientJoinFailedEvent": "analytics_client_join_failed_event",
    "AnalyticsClientPublishFailedData": "analytics_client_publish_failed_data",
    "AnalyticsClientPublishFailedEvent": "analytics_client_publish_failed_event",
    "AnalyticsClientSubscribeFailedData": "analytics_client_subscribe_failed_data",
    "AnalyticsClientSubscribeFailedEvent": "analytics_client_subscribe_failed_event",
    "AnalyticsEvent": "analytics_event",
    "AnalyticsEventList": "analytics_event_list",
    "AnalyticsEventType": "analytics_event_type",
    "AnalyticsRtmpTarget": "analytics_rtmp_target",
    "AnalyticsTrackAddSuccessData": "analytics_track_add_success_data",
    "AnalyticsTrackAddSuccessEvent": "analytics_track_add_success_event",
    "AnalyticsTrackRemoveSuccessData": "analytics_track_remove_success_data",
    "AnalyticsTrackRemoveSuccessEvent": "analytics_track_remove_success_event",
    "AnalyticsTrackUpdateSuccessData": "analytics_track_update_success_data",
    "AnalyticsTrackUpdateSuccessEvent": "analytics_track_update_success_event",
    "AudioCodec": "audio_codec",
    "AudioParams": "audio_params",
    "BeamErrorType": "beam_error_type",
    "BeamFailureData": "beam_failure_data",
    "BeamFailureEvent": "beam_failure_event",
    "BeamRecordingSuccessData": "beam_recording_success_data",
    "BeamRecordingSuccessEvent": "beam_recording_success_event",
    "BeamRtmpTarget": "beam_rtmp_target",
    "BeamStartedSuccessData": "beam_started_success_data",
    "BeamStartedSuccessEvent": "beam_started_success_event",
    "BeamStoppedSuccessData": "beam_stopped_success_data",
    "BeamStoppedSuccessEvent": "beam_stopped_success_event",
    "BrowserComposite": "browser_composite",
    "BrowserRecordingDestination": "browser_recording_destination",
    "CaptionTranslation": "caption_translation",
    "ClientAgent": "client_agent",
    "ClientAudioSettings": "client_audio_settings",
    "ClientDevices": "client_devices",
    "ClientVideoSettings": "client_video_settings",
    "CompositeRecording": "composite_recording",
    "CreateOutboundTrunkRequest": "create_outbound_trunk_request",
    "CreatePollRequest": "create_poll_request",
    "CreateRoomRequest": "create_room_request",
    "CreateTemplateRequest": "create_template_request",
    "CreatedRoomCodes": "created_room_codes",
    "CustomComposite": "custom_composite",
    "EndRoomRequest": "end_room_request",
    "Error": "error",
    "ExternalStream": "external_stream",
    "ExternalStreamList": "external_stream_list",
    "ExternalStreamResolution": "external_stream_resolution",
    "HlsDestination": "hls_destination",
    "HlsFailureData": "hls_failure_data",
    "HlsFailureEvent": "hls_failure_event",
    "HlsLayer": "hls_layer",
    "HlsPlaylistType": "hls_playlist_type",
    "HlsRecording": "hls_recording",
    "HlsRecordingFile": "hls_recording_file",
    "HlsRecordingSuccessData": "hls_recording_success_data",
    "HlsRecordingSuccessEvent": "hls_recording_success_event",
    "HlsRecordingThumbnail": "hls_recording_thumbnail",
    "HlsStartedSuccessData": "hls_started_success_data",
    "HlsStartedSuccessEvent": "hls_started_success_event",
    "HlsStoppedSuccessData": "hls_stopped_success_data",
    "HlsStoppedSuccessEvent": "hls_stopped_success_event",
    "IngestEndReason": "ingest_end_reason",
    "IngestEndSuccessData": "ingest_end_success_data",
    "IngestEndSuccessEvent": "ingest_end_success_event",
    "IngestErrorMessage": "ingest_error_message",
    "IngestFailureData": "ingest_failure_data",
    "IngestFailureEvent": "ingest_failure_event",
    "IngestStartFailureData": "ingest_start_failure_data",
    "IngestStartFailureEvent": "ingest_start_failure_event",
    "IngestStartSuccessData": "ingest_start_success_data",
    "IngestStartSuccessEvent": "ingest_start_success_event",
    "JobStatus": "job_status",
    "LiveStream": "live_stream",
    "LiveStreamList": "live_stream_list",
    "LiveStreamPlayback": "live_stream_playback",
    "LiveStreamRecording": "live_stream_recording",
    "LiveStreamTranscription": "live_stream_transcription",
    "LiveStreamTranscriptionMode": "live_stream_transcription_mode",
    "OutboundCall": "outbound_call",
    "OutboundTrunk": "outbound_trunk",
    "PageNumbers": "page_numbers",
    "Peer": "peer",
    "PeerJoinFailureData": "peer_join_failure_data",
    "PeerJoinFailureEvent": "peer_join_failure_event",
    "PeerJoinSuccessData": "peer_join_success_data",
    "PeerJoinSuccessEvent": "peer_join_success_event",
    "PeerLeaveFailureData": "peer_leave_failure_data",
    "PeerLeaveFailureEvent": "peer_leave_failure_event",
    "PeerLeaveReason": "peer_leave_reason",
    "PeerLeaveSuccessData": "peer_leave_success_data",
    "PeerLeaveSuccessEvent": "peer_leave_success_event",
    "PeerList": "peer_list",
    "PeerStats": "peer_stats",
    "PeerType": "peer_type",
    "Permissions": "permissions",
    "Poll": "poll",
    "PollAnswer": "poll_answer",
    "PollAttachment": "poll_attachment",
    "PollMode": "poll_mode",
    "PollOption": "poll_option",
    "PollQuestion": "poll_question",
    "PollQuestionType": "poll_question_type",
    "PollResponse": "poll_response",
    "PollResponseList": "poll_response_list",
    "PollResult": "poll_result",
    "PollResultList": "poll_result_list",
    "PollSession": "poll_session",
    "PollSessionList": "poll_session_list",
    "PollStart": "poll_start",
    "PollType": "poll_type",
    "PresignedUrl": "presigned_url",
    "PublishParams": "publish_params",
    "PublishTrack": "publish_track",
    "PublishedAudioSeries": "published_audio_series",
    "PublishedAudioStats": "published_audio_stats",
    "PublishedVideoSeries": "published_video_series",
    "PublishedVideoStats": "published_video_stats",
    "PublisherStats": "publisher_stats",
    "RecordedStreamType": "recorded_stream_type",
    "Recording": "recording",
    "RecordingAsset": "recording_asset",
    "RecordingAssetList": "recording_asset_list",
    "RecordingAssetMetadata": "recording_asset_metadata",
    "RecordingAssetStatus": "recording_asset_status",
    "RecordingAssetStatusFilter": "recording_asset_status_filter",
    "RecordingAssetType": "recording_asset_type",
    "RecordingConfig": "recording_config",
    "RecordingErrorType": "recording_error_type",
    "RecordingFailedData": "recording_failed_data",
    "RecordingFailedEvent": "recording_failed_event",
    "RecordingInfo": "recording_info",
    "RecordingList": "recording_list",
    "RecordingResolution": "recording_resolution",
    "RecordingSettings": "recording_settings",
    "RecordingSuccessData": "recording_success_data",
    "RecordingSuccessEvent": "recording_success_event",
    "RecordingTranscription": "recording_transcription",
    "RecordingUpload": "recording_upload",
    "RecordingUploadCredentials": "recording_upload_credentials",
    "Region": "region",
    "RemovePeersRequest": "remove_peers_request",
    "ReplayStartStatus": "replay_start_status",
    "ReplayWebhookEventsRequest": "replay_webhook_events_request",
    "Role": "role",
    "RoleChangeFailureData": "role_change_failure_data",
    "RoleChangeFailureEvent": "role_change_failure_event",
    "RoleChangeSuccessData": "role_change_success_data",
    "RoleChangeSuccessEvent": "role_change_success_event",
    "Room": "room",
    "RoomCode": "room_code",
    "RoomCodeList": "room_code_list",
    "RoomEndFailureData": "room_end_failure_data",
    "RoomEndFailureEvent": "room_end_failure_event",
    "RoomEndSuccessData": "room_end_success_data",
    "RoomEndSuccessEvent": "room_end_success_event",
    "RoomList": "room_list",
    "RoomRegion": "room_region",
    "RoomStateSettings": "room_state_settings",
    "RoomWebhook": "room_webhook",
    "RtmpDestination": "rtmp_destination",
    "ScreenParams": "screen_params",
    "SendDtmfRequest": "send_dtmf_request",
    "SendMessageRequest": "send_message_request",
    "SendTimedMetadataRequest": "send_timed_metadata_request",
    "Session": "session",
    "SessionCloseSuccessData": "session_close_success_data",
    "SessionCloseSuccessEvent": "session_close_success_event",
    "SessionList": "session_list",
    "SessionOpenSuccessData": "session_open_success_data",
    "SessionOpenSuccessEvent": "session_open_success_event",
    "SessionPeer": "session_peer",
    "Simulcast": "simulcast",
    "SimulcastLayer": "simulcast_layer",
    "SimulcastQuality": "simulcast_quality",
    "SimulcastRid": "simulcast_rid",
    "SimulcastTrack": "simulcast_track",
    "StartExternalStreamRequest": "start_external_stream_request",
    "StartLiveStreamRequest": "start_live_stream_request",
    "StartOutboundCallRequest": "start_outbound_call_request",
    "StartRecordingRequest": "start_recording_request",
    "StartedWebhookReplay": "started_webhook_replay",
    "StoppedExternalStreams": "stopped_external_streams",
    "StoppedLiveStreams": "stopped_live_streams",
    "StoppedRecordings": "stopped_recordings",
    "StreamKey": "stream_key",
    "StreamKeyList": "stream_key_list",
    "StreamRecording": "stream_recording",
    "StreamRecordingFailureData": "stream_recording_failure_data",
    "StreamRecordingFailureEvent": "stream_recording_failure_event",
    "StreamRecordingSuccessData": "stream_recording_success_data",
    "StreamRecordingSuccessEvent": "stream_recording_success_event",
    "SubscribeDegradation": "subscribe_degradation",
    "SubscribeParams": "subscribe_params",
    "SubscribedAudioSeries": "subscribed_audio_series",
    "SubscribedAudioStats": "subscribed_audio_stats",
    "SubscribedVideoSeries": "subscribed_video_series",
    "SubscribedVideoStats": "subscribed_video_stats",
    "SubscriberStats": "subscriber_stats",
    "SummarySection": "summary_section",
    "SummarySectionFormat": "summary_section_format",
    "Template": "template",
    "TemplateDestinations": "template_destinations",
    "TemplateList": "template_list",
    "TemplatePlugins": "template_plugins",
    "TemplateSettings": "template_settings",
    "Thumbnails": "thumbnails",
    "Track": "track",
    "TrackRecording": "track_recording",
    "TrackRecordingFailureData": "track_recording_failure_data",
    "TrackRecordingFailureEvent": "track_recording_failure_event",
    "TrackRecordingStartedSuccessData": "track_recording_started_success_data",
    "TrackRecordingStartedSuccessEvent": "track_recording_started_success_event",
    "TrackRecordingSuccessData": "track_recording_success_data",
    "TrackRecordingSuccessEvent": "track_recording_success_event",
    "TrackSource": "track_source",
    "TrackType": "track_type",
    "TranscriptOutputMode": "transcript_output_mode",
    "TranscriptionDestination": "transcription_destination",
    "TranscriptionFailureEvent": "transcription_failure_event",
    "TranscriptionMode": "transcription_mode",
    "TranscriptionPlugin": "transcription_plugin",
    "TranscriptionPluginMode": "transcription_plugin_mode",
    "TranscriptionPluginPermissions": "transcription_plugin_permissions",
    "TranscriptionResultData": "transcription_result_data",
    "TranscriptionStartedSuccessData": "transcription_started_success_data",
    "TranscriptionStartedSuccessEvent": "transcription_started_success_event",
    "TranscriptionSuccessEvent": "transcription_success_event",
    "TranscriptionSummary": "transcription_summary",
    "UpdateOutboundTrunkRequest": "update_outbound_trunk_request",
    "UpdatePeerRequest": "update_peer_request",
    "UpdatePollRequest": "update_poll_request",
    "UpdateRoomCodeRequest": "update_room_code_request",
    "UpdateRoomRequest": "update_room_request",
    "UpdateTemplateRequest": "update_template_request",
    "UploadCredentials": "upload_credentials",
    "UploadInfo": "upload_info",
    "UploadOptions": "upload_options",
    "UploadType": "upload_type",
    "VideoCodec": "video_codec",
    "VideoParams": "video_params",
    "VideoResolution": "video_resolution",
    "WebhookDelivery": "webhook_delivery",
    "WebhookDeliveryEventData": "webhook_delivery_event_data",
    "WebhookDeliveryList": "webhook_delivery_list",
    "WebhookDeliveryPayload": "webhook_delivery_payload",
    "WebhookDeliveryStatus": "webhook_delivery_status",
    "WebhookDeliverySummary": "webhook_delivery_summary",
    "WebhookEventName": "webhook_event_name",
    "WebhookReplay": "webhook_replay",
    "WebhookReplayFilters": "webhook_replay_filters",
    "WebhookReplayProgress": "webhook_replay_progress",
    "WebhookReplayResult": "webhook_replay_result",
    "WebhookReplayStatus": "webhook_replay_status",
    "WhiteboardPermissions": "whiteboard_permissions",
    "WhiteboardPlugin": "whiteboard_plugin",
}


def __getattr__(name: str) -> object:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f".{module}", __name__), name)


def __dir__() -> list[str]:
    return sorted(__all__)
