"""Values that are something else once they were taken in."""

from __future__ import annotations

import itertools
import unicodedata
from typing import TYPE_CHECKING, Any

from .sabotage import DefectTable

if TYPE_CHECKING:
    from .lab import Lab
    from .sabotage import Sabotage

Json = dict[str, Any]

defect = DefectTable("values")


def _text_of_an_option(lab: Lab) -> Any:
    poll_id = lab.prop("poll")["poll_id"]
    lab.post(
        f"/polls/{poll_id}/questions/1/options/1", {"index": 1, "text": "cafe\N{COMBINING ACUTE ACCENT}"}
    )
    return lab.get(f"/polls/{poll_id}")["questions"][0]["options"][0]["text"]


@defect(
    "Letters and accents in the text of an option are put together.",
    "updatePollOption",
    shows=_text_of_an_option,
)
def text_is_normalised(server: Sabotage) -> None:
    @server.rewrite("updatePollOption")
    def normalise(sent: Json) -> Json:
        body = dict(sent)
        if "text" in body:
            body["text"] = unicodedata.normalize("NFC", body["text"])
        return body


def _flag_of_settings(lab: Lab) -> Any:
    path = f"/templates/{lab.template_id}/settings"
    lab.post(path, {"roomState": {"stopRoomStateOnJoin": False}})
    return lab.get(path)["roomState"]["stopRoomStateOnJoin"]


@defect(
    "A flag of the room state that is sent as false counts as left out, and gets its default.",
    "updateTemplateSettings",
    shows=_flag_of_settings,
)
def false_counts_as_left_out(server: Sabotage) -> None:
    @server.rewrite("updateTemplateSettings")
    def drop(sent: Json) -> Json:
        body = dict(sent)
        if "roomState" in body:
            body["roomState"] = {
                name: value for name, value in body["roomState"].items() if value is not False
            }
        return body


def _weight_of_a_question(lab: Lab) -> Any:
    poll_id = lab.prop("poll")["poll_id"]
    lab.post(f"/polls/{poll_id}/questions/1", {"index": 1, "weight": 0})
    return lab.get(f"/polls/{poll_id}")["questions"][0]["weight"]


@defect(
    "A question with the weight 0 counts as one without a weight, and gets 1.",
    "updatePollQuestion",
    shows=_weight_of_a_question,
)
def zero_counts_as_left_out(server: Sabotage) -> None:
    @server.rewrite("updatePollQuestion")
    def drop(sent: Json) -> Json:
        return {name: value for name, value in sent.items() if name != "weight" or value}


def _offsets(lab: Lab) -> Any:
    path = f"/templates/{lab.template_id}/recordings"
    lab.post(path, [{"name": "default", "role": "role-1", "thumbnails": {"offsets": [9, 2, 2]}}])
    return lab.get(path)[0]["thumbnails"]["offsets"]


@defect(
    "The times of thumbnails are sorted, and those that are there twice are kept once.",
    "updateTemplateRecordings",
    shows=_offsets,
)
def list_loses_its_order(server: Sabotage) -> None:
    def sort(configuration: Json) -> Json:
        thumbnails = dict(configuration.get("thumbnails", {}))
        if "offsets" in thumbnails:
            thumbnails["offsets"] = sorted(set(thumbnails["offsets"]))
        return configuration | ({"thumbnails": thumbnails} if thumbnails else {})

    @server.rewrite("updateTemplateRecordings")
    def sort_all(sent: list[Json]) -> list[Json]:
        return [sort(each) for each in sent]


def _recorded(lab: Lab) -> Any:
    body = {
        "meeting_url": "https://meeting.example.com",
        "recording": {"hls_vod": True, "single_file_per_layer": False},
    }
    return lab.post(f"/live-streams/room/{lab.room()['id']}/start", body)["recording"]


@defect(
    "Whether a live stream is recorded in one file for each layer is taken from `hls_vod`.",
    "startLiveStream",
    shows=_recorded,
)
def flags_are_mixed_up(server: Sabotage) -> None:
    @server.rewrite("startLiveStream")
    def mix_up(sent: Json) -> Json:
        body = dict(sent)
        recording = dict(body.get("recording", {}))
        if "hls_vod" in recording and "single_file_per_layer" in recording:
            body["recording"] = recording | {"single_file_per_layer": recording["hls_vod"]}
        return body


def _number_of_a_trunk(lab: Lab) -> Any:
    trunk_id = lab.prop("trunk")["trunk_id"]
    body = {"username": "user", "password": "example", "address": "sip.example.com", "from": "+14155550199"}
    lab.post(f"/sip/outbound/trunks/{trunk_id}", body)
    return lab.stage.call(trunk_id)["from"]


@defect(
    "Calls come from the first number of a trunk for ever.", "updateOutboundTrunk", shows=_number_of_a_trunk
)
def number_of_a_trunk_stays(server: Sabotage) -> None:
    @server.rewrite("updateOutboundTrunk")
    def drop(sent: Json) -> Json:
        return {k: v for k, v in sent.items() if k != "from"}


def _tones(lab: Lab) -> Any:
    room_id = lab.room()["id"]
    lab.stage.props.join(room_id)
    lab.status("POST", "/sip/dtmf", {"digits": ["1", "1", "2"]}, Authorization=lab.client_token(room_id))
    return [tones["digits"] for tones in lab.stage.look_behind("tones")]


@defect("A key that is pressed twice in a row sounds once.", "sendDtmf", shows=_tones)
def repeated_tone_is_dropped(server: Sabotage) -> None:
    @server.rewrite("sendDtmf")
    def drop(sent: Json) -> Json:
        digits = [digit for digit, _ in itertools.groupby(sent["digits"])]
        return {**sent, "digits": digits}
