"""TranscriptionStartedSuccessData."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class TranscriptionStartedSuccessData(Model):
    """The transcription that started, and the assets it will fill."""

    account_id: str
    """The account again, as in `account_id` of the event."""
    app_id: str
    """The app (workspace) of the account again, as in `app_id` of the event."""
    room_id: str
    """Identifies the room."""
    room_name: str
    """The name of the room. Workspaces under HIPAA get a hash of it."""
    session_id: str
    """Identifies the session, which is one continuous call in the room."""
    recording_id: str
    """Identifies the recording that is transcribed."""
    transcription_id: str
    """Identifies the transcription."""
    duration: int
    """How long the transcribed recording plays, in seconds."""
    metadata_id: str
    """Identifies this notification inside 100ms. To recognise an event, use the `id` of the event."""
    metadata_timestamp: datetime.datetime
    """When this notification was made."""
    summary_json_asset_id: str | Unset = UNSET
    """Identifies the recording asset that will hold the summary (JSON). Left out when no summary was asked
    for.
    """
    transcript_json_asset_id: str | Unset = UNSET
    """Identifies the recording asset that will hold the transcript with times and speakers of words and
    sentences (JSON). Left out when this format was not asked for.
    """
    transcript_srt_asset_id: str | Unset = UNSET
    """Identifies the recording asset that will hold the transcript as subtitles (SRT). Left out when this
    format was not asked for.
    """
    transcript_txt_asset_id: str | Unset = UNSET
    """Identifies the recording asset that will hold the transcript as plain text. Left out when this
    format was not asked for.
    """
