"""A storage that gives a file out under pre-signed URLs, and goes wrong as a test orders."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import attrs
from hms_fakes import BASE_URL, FakeStream, answer

from hms import EngineError, EngineRequest, EngineResponse

if TYPE_CHECKING:
    from collections.abc import Iterator

ASSET_ID = "asset-1"
STORED_PATH = "s3://bucket/classes/Rec-1.mp4"
SIGNATURE = "planted-signature-" + "s" * 20
STORAGE_URL = "https://storage.test/classes/Rec-1.mp4"

Fault = Callable[["Storage", EngineRequest], FakeStream | None]


def asset(size: int, identifier: str = ASSET_ID) -> dict[str, Any]:
    return {
        "id": identifier,
        "type": "room-composite",
        "path": STORED_PATH,
        "metadata": {},
        "duration": 60,
        "size": size,
        "status": "completed",
        "created_at": "2024-09-23T10:46:31Z",
    }


@attrs.define
class Storage:
    """The API that makes URLs, and the host that they lead to.

    Attributes:
        content: what is in the file.
        faults: what goes wrong with the next requests, one each; None for nothing.
        piece: how many bytes come at once.
        has_etag: whether the file has an entity tag.
        has_length: whether the storage says how long it is.
        heeds_if_range: whether a part is given out of another version of the file.
    """

    content: bytes
    faults: list[Fault | None] = attrs.field(factory=list)
    piece: int = 7
    has_etag: bool = True
    has_length: bool = True
    heeds_if_range: bool = True
    urls: int = 0

    def answer_call(self, request: EngineRequest) -> EngineResponse:
        """What the API says to a call for a pre-signed URL."""
        identifier = request.url.removeprefix(f"{BASE_URL}/recording-assets/").partition("/")[0]
        self.urls += 1
        url = f"{STORAGE_URL}?number={self.urls}&X-Amz-Signature={SIGNATURE}"
        return answer({"id": identifier, "path": STORED_PATH, "url": url, "expiry": 60})

    def serve(self, request: EngineRequest) -> FakeStream:
        fault = self.faults.pop(0) if self.faults else None
        broken = fault(self, request) if fault is not None else None
        return self.whole_or_part(request) if broken is None else broken

    def whole_or_part(self, request: EngineRequest) -> FakeStream:
        headers = {"Content-Type": "video/mp4"}
        if self.has_etag:
            headers["ETag"] = self.etag
        asked = re.fullmatch(r"bytes=(\d+)-", request.headers.get("Range", ""))
        other = self.heeds_if_range and request.headers.get("If-Range") != self.etag
        if asked is None or other:
            if self.has_length:
                headers["Content-Length"] = str(len(self.content))
            return FakeStream(200, headers, self._pieces(self.content))
        first = int(asked[1])
        if first >= len(self.content):
            return FakeStream(416, {"Content-Range": f"bytes */{len(self.content)}"})
        headers["Content-Range"] = f"bytes {first}-{len(self.content) - 1}/{len(self.content)}"
        headers["Content-Length"] = str(len(self.content) - first)
        return FakeStream(206, headers, self._pieces(self.content[first:]))

    @property
    def etag(self) -> str:
        return f'"{hashlib.sha256(self.content).hexdigest()[:16]}"'

    def _pieces(self, content: bytes) -> Iterator[bytes]:
        return (content[start : start + self.piece] for start in range(0, len(content), self.piece))


def refuse_with(status: int, body: bytes = b"", **headers: str) -> Fault:
    """Answers with a status."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _, __: FakeStream(status, named, [body])


def expire(storage: Storage, request: EngineRequest) -> FakeStream | None:
    """Says what Amazon S3 says to a URL that has expired."""
    body = b"<Error><Code>AccessDenied</Code><Message>Request has expired</Message>%s</Error>"
    return FakeStream(403, {}, [body % SIGNATURE.encode()])


def unreachable(storage: Storage, request: EngineRequest) -> FakeStream | None:
    raise EngineError("no route to storage.test")


def break_after(count: int, *, silently: bool = False) -> Fault:
    """Breaks the connection after so many bytes of the body; or ends the body there."""

    def fault(storage: Storage, request: EngineRequest) -> FakeStream:
        stream = storage.whole_or_part(request)
        body = b"".join(iter(stream.read, b""))[:count]
        end: Sequence[bytes | BaseException] = () if silently else (EngineError("it broke"),)
        return FakeStream(stream.status, dict(stream.headers), [*storage._pieces(body), *end])

    return fault


def change_to(content: bytes) -> Fault:
    """Another file is put in its place."""

    def fault(storage: Storage, _: EngineRequest) -> None:
        storage.content = content

    return fault


def part_of(content: bytes) -> Fault:
    """Gives out a part of another file, whatever the condition was."""

    def fault(storage: Storage, request: EngineRequest) -> FakeStream:
        return Storage(content, heeds_if_range=False, piece=storage.piece).whole_or_part(request)

    return fault


def shifted(by: int) -> Fault:
    """Gives out another part than was asked for, and says so."""

    def fault(storage: Storage, request: EngineRequest) -> FakeStream:
        asked = re.fullmatch(r"bytes=(\d+)-", request.headers.get("Range", ""))
        first = max(int(asked[1]) + by, 0) if asked else 0
        headers = request.headers.replace("Range", f"bytes={first}-").replace("If-Range", storage.etag)
        return storage.whole_or_part(attrs.evolve(request, headers=headers))

    return fault


def with_header(name: str, value: str) -> Fault:
    """A header of the answer is another."""

    def fault(storage: Storage, request: EngineRequest) -> FakeStream:
        stream = storage.whole_or_part(request)
        stream.headers = stream.headers.replace(name, value)
        return stream

    return fault


def too_much(storage: Storage, request: EngineRequest) -> FakeStream:
    """Sends more than it announces."""
    stream = storage.whole_or_part(request)
    body = b"".join(iter(stream.read, b""))
    return FakeStream(stream.status, dict(stream.headers), [body, b"and more"])
