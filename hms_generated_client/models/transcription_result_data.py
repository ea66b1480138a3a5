"""TranscriptionResultData."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class TranscriptionResultData(Model):
    """The files that a transcription made. After a failure only some of them may be there."""

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
    """Identifies the recording asset that holds the summary (JSON). Left out when no summary was asked for
    or the file could not be made.
    """
    summary_json_path: str | Unset = UNSET
    """Where the file with the summary (JSON) was uploaded to. Left out when no summary was asked for or
    the file could not be made.
    """
    summary_json_presigned_url: str | Unset = attrs.field(default=UNSET, repr=False)
    """A signed link to download the file with the summary (JSON) from. Whoever has it can download, until
    it expires. Left out when no summary was asked for or the file could not be made.
    """
    transcript_json_asset_id: str | Unset = UNSET
    """Identifies the recording asset that holds the transcript with times and speakers of words and
    sentences (JSON). Left out when this format was not asked for or the file could not be made.
    """
    transcript_json_path: str | Unset = UNSET
    """Where the file with the transcript with times and speakers of words and sentences (JSON) was
    uploaded to. Left out when this format was not asked for or the file could not be made.
    """
    transcript_json_presigned_url: str | Unset = attrs.field(default=UNSET, repr=False)
    """A signed link to download the file with the transcript with times and speakers of words and
    sentences (JSON) from. Whoever has it can download, until it expires. Left out when this format was
    not asked for or the file could not be made.
    """
    transcript_srt_asset_id: str | Unset = UNSET
    """Identifies the recording asset that holds the transcript as subtitles (SRT). Left out when this
    format was not asked for or the file could not be made.
    """
    transcript_srt_path: str | Unset = UNSET
    """Where the file with the transcript as subtitles (SRT) was uploaded to. Left out when this format was
    not asked for or the file could not be made.
    """
    transcript_srt_presigned_url: str | Unset = attrs.field(default=UNSET, repr=False)
    """A signed link to download the file with the transcript as subtitles (SRT) from. Whoever has it can
    download, until it expires. Left out when this format was not asked for or the file could not be
    made.
    """
    transcript_txt_asset_id: str | Unset = UNSET
    """Identifies the recording asset that holds the transcript as plain text. Left out when this format
    was not asked for or the file could not be made.
    """
    transcript_txt_path: str | Unset = UNSET
    """Where the file with the transcript as plain text was uploaded to. Left out when this format was not
    asked for or the file could not be made.
    """
    transcript_txt_presigned_url: str | Unset = attrs.field(default=UNSET, repr=False)
    """A signed link to download the file with the transcript as plain text from. Whoever has it can
    download, until it expires. Left out when this format was not asked for or the file could not be
    made.
    """
