"""What is in the files of the mock: small, and the same every time."""

from __future__ import annotations

import csv
import io
import json
import random
import zipfile
from typing import TYPE_CHECKING, Any

from hms_mock.clock import format_milliseconds

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from hms_mock.model.assets import Asset
    from hms_mock.model.sessions import Peer

Json = dict[str, Any]

_MEDIA_BYTES = 64 * 1024
_SEGMENT_SECONDS = 6
_MOST_SEGMENTS = 20
_CHAT_HEADER = ("SenderPeerID", "SenderName", "SenderUserID", "Roles", "SentAt", "Type", "Message")
_SECONDS_PER_LINE = 3
_LONGEST_TRANSCRIPT = 100
_OLDEST_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_TYPES = {
    "mp4": "video/mp4",
    "webm": "video/webm",
    "m3u8": "application/vnd.apple.mpegurl",
    "zip": "application/zip",
    "csv": "text/csv; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "srt": "application/x-subrip; charset=utf-8",
    "json": "application/json",
}


def content_type(asset: Asset) -> str:
    """The media type of a file."""
    return _TYPES.get(asset.file_name.rpartition(".")[2], "application/octet-stream")


def content(asset: Asset) -> bytes:
    """The bytes of a file. Media begin as files of their format do, and hold nothing that plays."""
    if asset.text is not None:
        return asset.text.encode("utf-8", "replace")
    suffix = asset.file_name.rpartition(".")[2]
    if suffix == "m3u8":
        return _playlist(asset).encode()
    if suffix == "zip":
        return _archive(asset)
    noise = random.Random(asset.id).randbytes(_MEDIA_BYTES)  # noqa: S311 - filling, not a secret
    if suffix == "webm":
        return bytes.fromhex("1a45dfa3 84 4286 81 01") + noise
    brand = b"ftypisom\x00\x00\x02\x00isommp42"
    boxes = (brand, b"mdat" + noise)
    return b"".join((len(box) + 4).to_bytes(4, "big") + box for box in boxes)


def is_between(written: str, first: datetime, last: datetime) -> bool:
    """Whether a time that was written down lies between two others, both included.

    Args:
        written: a time as `format_milliseconds` writes it, which sorts as the times do.
        first: the earlier time.
        last: the later time.
    """
    return format_milliseconds(first) <= written <= format_milliseconds(last)


def chat(messages: Iterable[Json]) -> str:
    """Write messages as the table in which the chat is recorded.

    Args:
        messages: messages as the state keeps them. Those that come from the API have no sender.
    """
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(_CHAT_HEADER)
    for message in messages:
        roles = f"[{message['role'] or ''}]"
        kind = message["type"] or "chat"
        sender = message["sender"] or {"peer_id": "", "name": "", "user_id": ""}
        people = [sender["peer_id"], sender["name"], sender["user_id"]]
        writer.writerow([*people, roles, message["sent_at"], kind, message["message"]])
    return table.getvalue()


def transcript(people: Sequence[Peer], output_mode: str) -> str:
    """Write what was said, which is that everybody introduces themselves.

    Args:
        people: who took part.
        output_mode: `txt`, `srt` or `json`.
    """
    said = [
        (number * _SECONDS_PER_LINE, _name(peer), peer.id)
        for number, peer in enumerate(people[:_LONGEST_TRANSCRIPT])
    ]
    if output_mode == "txt":
        return "".join(f"{name}: Hello, this is {name}.\n" for _, name, _ in said)
    if output_mode == "srt":
        return "\n".join(
            f"{number}\n"
            f"{_subtitle(at)} --> {_subtitle(at + _SECONDS_PER_LINE)}\n"
            f"{name}: Hello, this is {name}.\n"
            for number, (at, name, _) in enumerate(said, 1)
        )
    sentences = [
        {
            "sentence": f"Hello, this is {name}.",
            "name": name,
            "peer_id": peer_id,
            "start_time": str(at * 1000),
            "end_time": str((at + _SECONDS_PER_LINE) * 1000),
        }
        for at, name, peer_id in said
    ]
    words = [
        {"word": "Hello"} | {member: value for member, value in sentence.items() if member != "sentence"}
        for sentence in sentences
    ]
    return json.dumps({"words": words, "sentences": sentences}, ensure_ascii=False)


def summary(people: Sequence[Peer], sections: Sequence[tuple[str, str]]) -> str:
    """Write a summary.

    Args:
        people: who took part.
        sections: title and format of each section. Left empty: one short section.
    """
    names = [_name(peer) for peer in people[:_LONGEST_TRANSCRIPT]]
    written = [
        {
            "title": title,
            "format": form,
            "bullets": names if form == "bullets" else [],
            "paragraph": "" if form == "bullets" else f"Present were {', '.join(names) or 'nobody'}.",
        }
        for title, form in sections or (("Short Summary", "paragraph"),)
    ]
    return json.dumps({"summary": {"sections": written}}, ensure_ascii=False)


def _name(peer: Peer) -> str:
    return peer.name or peer.user_id


def _subtitle(seconds: int) -> str:
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d},000"


def _playlist(asset: Asset) -> str:
    lines = ["#EXTM3U", "#EXT-X-VERSION:6", f"#EXT-X-TARGETDURATION:{_SEGMENT_SECONDS}"]
    lines += ["#EXT-X-PLAYLIST-TYPE:VOD"]
    for number in range(_segments(asset)):
        lines += [f"#EXTINF:{_SEGMENT_SECONDS},", f"segment-{number:05d}.ts"]
    return "\n".join([*lines, "#EXT-X-ENDLIST", ""])


def _archive(asset: Asset) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr(zipfile.ZipInfo("master.m3u8", _OLDEST_ZIP_DATE), _playlist(asset))
        for number in range(_segments(asset)):
            noise = random.Random(f"{asset.id} {number}").randbytes(188)  # noqa: S311 - filling, not a secret
            archive.writestr(zipfile.ZipInfo(f"segment-{number:05d}.ts", _OLDEST_ZIP_DATE), noise)
    return written.getvalue()


def _segments(asset: Asset) -> int:
    return max(min(asset.duration // _SEGMENT_SECONDS, _MOST_SEGMENTS), 1)
