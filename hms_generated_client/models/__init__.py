"""The JSON objects and enums of the API, each imported when it is first used."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .acknowledgement import Acknowledgement
    from .active_room import ActiveRoom
    from .active_session import ActiveSession
    from .audio_codec import AudioCodec
    from .audio_params import AudioParams
    from .browser_composite import BrowserComposite
    from .browser_recording_destination import BrowserRecordingDestination
    from .caption_translation import CaptionTranslation
    from .composite_recording import CompositeRecording
    from .create_room_request import CreateRoomRequest
    from .create_template_request import CreateTemplateRequest
    from .created_room_codes import CreatedRoomCodes
    from .custom_composite import CustomComposite
    from .end_room_request import EndRoomRequest
    from .error import Error
    from .hls_destination import HlsDestination
    from .hls_layer import HlsLayer
    from .hls_playlist_type import HlsPlaylistType
    from .hls_recording import HlsRecording
    from .peer import Peer
    from .peer_list import PeerList
    from .permissions import Permissions
    from .publish_params import PublishParams
    from .publish_track import PublishTrack
    from .recording_config import RecordingConfig
    from .recording_info import RecordingInfo
    from .recording_settings import RecordingSettings
    from .recording_upload import RecordingUpload
    from .recording_upload_credentials import RecordingUploadCredentials
    from .region import Region
    from .remove_peers_request import RemovePeersRequest
    from .role import Role
    from .room import Room
    from .room_code import RoomCode
    from .room_code_list import RoomCodeList
    from .room_list import RoomList
    from .room_region import RoomRegion
    from .room_state_settings import RoomStateSettings
    from .room_webhook import RoomWebhook
    from .rtmp_destination import RtmpDestination
    from .screen_params import ScreenParams
    from .send_message_request import SendMessageRequest
    from .session import Session
    from .session_list import SessionList
    from .session_peer import SessionPeer
    from .simulcast import Simulcast
    from .simulcast_layer import SimulcastLayer
    from .simulcast_rid import SimulcastRid
    from .simulcast_track import SimulcastTrack
    from .stream_recording import StreamRecording
    from .subscribe_degradation import SubscribeDegradation
    from .subscribe_params import SubscribeParams
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
    from .track_type import TrackType
    from .transcript_output_mode import TranscriptOutputMode
    from .transcription_destination import TranscriptionDestination
    from .transcription_mode import TranscriptionMode
    from .transcription_plugin import TranscriptionPlugin
    from .transcription_plugin_mode import TranscriptionPluginMode
    from .transcription_plugin_permissions import TranscriptionPluginPermissions
    from .transcription_summary import TranscriptionSummary
    from .update_peer_request import UpdatePeerRequest
    from .update_room_code_request import UpdateRoomCodeRequest
    from .update_room_request import UpdateRoomRequest
    from .update_template_request import UpdateTemplateRequest
    from .upload_credentials import UploadCredentials
    from .upload_info import UploadInfo
    from .upload_options import UploadOptions
    from .upload_type import UploadType
    from .video_codec import VideoCodec
    from .video_params import VideoParams
    from .whiteboard_permissions import WhiteboardPermissions
    from .whiteboard_plugin import WhiteboardPlugin

__all__ = [
    "Acknowledgement",
    "ActiveRoom",
    "ActiveSession",
    "AudioCodec",
    "AudioParams",
    "BrowserComposite",
    "BrowserRecordingDestination",
    "CaptionTranslation",
    "CompositeRecording",
    "CreateRoomRequest",
    "CreateTemplateRequest",
    "CreatedRoomCodes",
    "CustomComposite",
    "EndRoomRequest",
    "Error",
    "HlsDestination",
    "HlsLayer",
    "HlsPlaylistType",
    "HlsRecording",
    "Peer",
    "PeerList",
    "Permissions",
    "PublishParams",
    "PublishTrack",
    "RecordingConfig",
    "RecordingInfo",
    "RecordingSettings",
    "RecordingUpload",
    "RecordingUploadCredentials",
    "Region",
    "RemovePeersRequest",
    "Role",
    "Room",
    "RoomCode",
    "RoomCodeList",
    "RoomList",
    "RoomRegion",
    "RoomStateSettings",
    "RoomWebhook",
    "RtmpDestination",
    "ScreenParams",
    "SendMessageRequest",
    "Session",
    "SessionList",
    "SessionPeer",
    "Simulcast",
    "SimulcastLayer",
    "SimulcastRid",
    "SimulcastTrack",
    "StreamRecording",
    "SubscribeDegradation",
    "SubscribeParams",
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
    "TrackType",
    "TranscriptOutputMode",
    "TranscriptionDestination",
    "TranscriptionMode",
    "TranscriptionPlugin",
    "TranscriptionPluginMode",
    "TranscriptionPluginPermissions",
    "TranscriptionSummary",
    "UpdatePeerRequest",
    "UpdateRoomCodeRequest",
    "UpdateRoomRequest",
    "UpdateTemplateRequest",
    "UploadCredentials",
    "UploadInfo",
    "UploadOptions",
    "UploadType",
    "VideoCodec",
    "VideoParams",
    "WhiteboardPermissions",
    "WhiteboardPlugin",
]

_MODULES = {
    "Acknowledgement": "acknowledgement",
    "ActiveRoom": "active_room",
    "ActiveSession": "active_session",
    "AudioCodec": "audio_codec",
    "AudioParams": "audio_params",
    "BrowserComposite": "browser_composite",
    "BrowserRecordingDestination": "browser_recording_destination",
    "CaptionTranslation": "caption_translation",
    "CompositeRecording": "composite_recording",
    "CreateRoomRequest": "create_room_request",
    "CreateTemplateRequest": "create_template_request",
    "CreatedRoomCodes": "created_room_codes",
    "CustomComposite": "custom_composite",
    "EndRoomRequest": "end_room_request",
    "Error": "error",
    "HlsDestination": "hls_destination",
    "HlsLayer": "hls_layer",
    "HlsPlaylistType": "hls_playlist_type",
    "HlsRecording": "hls_recording",
    "Peer": "peer",
    "PeerList": "peer_list",
    "Permissions": "permissions",
    "PublishParams": "publish_params",
    "PublishTrack": "publish_track",
    "RecordingConfig": "recording_config",
    "RecordingInfo": "recording_info",
    "RecordingSettings": "recording_settings",
    "RecordingUpload": "recording_upload",
    "RecordingUploadCredentials": "recording_upload_credentials",
    "Region": "region",
    "RemovePeersRequest": "remove_peers_request",
    "Role": "role",
    "Room": "room",
    "RoomCode": "room_code",
    "RoomCodeList": "room_code_list",
    "RoomList": "room_list",
    "RoomRegion": "room_region",
    "RoomStateSettings": "room_state_settings",
    "RoomWebhook": "room_webhook",
    "RtmpDestination": "rtmp_destination",
    "ScreenParams": "screen_params",
    "SendMessageRequest": "send_message_request",
    "Session": "session",
    "SessionList": "session_list",
    "SessionPeer": "session_peer",
    "Simulcast": "simulcast",
    "SimulcastLayer": "simulcast_layer",
    "SimulcastRid": "simulcast_rid",
    "SimulcastTrack": "simulcast_track",
    "StreamRecording": "stream_recording",
    "SubscribeDegradation": "subscribe_degradation",
    "SubscribeParams": "subscribe_params",
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
    "TrackType": "track_type",
    "TranscriptOutputMode": "transcript_output_mode",
    "TranscriptionDestination": "transcription_destination",
    "TranscriptionMode": "transcription_mode",
    "TranscriptionPlugin": "transcription_plugin",
    "TranscriptionPluginMode": "transcription_plugin_mode",
    "TranscriptionPluginPermissions": "transcription_plugin_permissions",
    "TranscriptionSummary": "transcription_summary",
    "UpdatePeerRequest": "update_peer_request",
    "UpdateRoomCodeRequest": "update_room_code_request",
    "UpdateRoomRequest": "update_room_request",
    "UpdateTemplateRequest": "update_template_request",
    "UploadCredentials": "upload_credentials",
    "UploadInfo": "upload_info",
    "UploadOptions": "upload_options",
    "UploadType": "upload_type",
    "VideoCodec": "video_codec",
    "VideoParams": "video_params",
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
