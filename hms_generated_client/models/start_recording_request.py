"""StartRecordingRequest."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .recording_resolution import RecordingResolution
from .recording_transcription import RecordingTranscription


@attrs.define(kw_only=True)
class StartRecordingRequest(Model):
    """How to record the room. Every member can be left out; the settings of the room's template then hold."""

    meeting_url: str | Unset = UNSET
    """The address at which the browser gets into the room without anybody clicking: a link of 100ms with
    `skip_preview=true`, or the page of a web app of your own, which then decides how the recording
    looks. The role in the link decides who is seen and heard in it.

    Left out, the server makes the address. It is needed when composite recording is switched off on the
    dashboard, and when the template has no subdomain, as those made over this API do not.

    Links of 100ms take these query parameters:

    * `skip_preview=true`: join at once, without the controls of the page.
    * `skip_preview_headful=true`: join at once, with the controls.
    * `auth_token`: a client token to join with. Whoever may read the recording can read it, too.
    * `ui_mode=activespeaker`: show the one who speaks in large.
    * `name`: the name of the bot.
    """
    resolution: RecordingResolution | Unset = UNSET
    """The size of the recorded picture. Left out: that of the template, which is 1280 x 720 pixels unless
    it says otherwise.
    """
    destination: str | Unset = UNSET
    """The destination of the template to take settings from, by its name. Needed only when the template
    has several for recording.
    """
    audio_only: bool | Unset = UNSET
    """True to record sound alone: one file with the audio of all peers. Left out, the picture is recorded
    as well.
    """
    transcription: RecordingTranscription | Unset = UNSET
    """How the recording is turned into text. Left out: as the template says."""
