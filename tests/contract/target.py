"""Which server is tested: a mock of each module's own, or one that the environment names, and what it allows.

| variable | what it is |
|---|---|
| HMS_CONTRACT_URL | the base URL of the API, for example `http://127.0.0.1:8100/v2` |
| HMS_ACCESS_KEY, HMS_SECRET | the credentials of a workspace there |
| HMS_OTHER_ACCESS_KEY, HMS_OTHER_SECRET | those of a second workspace; may be left out |
| HMS_CONTRACT_WEBHOOKS | `yes` when the server sends its webhooks |
| HMS_CONTRACT_CONFIRM | `yes` to read from a server that is not on loopback |
"""

from __future__ import annotations

import functools
import ipaddress
import os
import time
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx
import pytest

from .document import base_path_of, operations_of, read_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from .document import Operation

URL_VARIABLE = "HMS_CONTRACT_URL"
CONFIRM_VARIABLE = "HMS_CONTRACT_CONFIRM"
WEBHOOKS_VARIABLE = "HMS_CONTRACT_WEBHOOKS"
CONTROL_PATH = "/_mock"
READS_PER_SECOND = 2
"""How often a server is called that is not on loopback."""
_PATIENCE_SECONDS = 10
_TICK_SECONDS = 0.01
"""Longer than the precision of the clocks."""
_YES = frozenset({"y", "yes"})


@dataclass(frozen=True, kw_only=True)
class Target:
    """The server under test.

    Attributes:
        url: the base URL of the API.
        access_key: the access key of a workspace.
        secret: its secret.
        control_url: where its control plane is; empty when it has none.
        other_access_key: the access key of a second workspace; empty when there is none.
        other_secret: its secret.
        sends_webhooks: whether it sends its webhooks.
        clock_stands: whether its clock stands still unless it is advanced.
    """

    url: str
    access_key: str
    secret: str = field(repr=False)
    control_url: str = ""
    other_access_key: str = ""
    other_secret: str = field(default="", repr=False)
    sends_webhooks: bool = False
    clock_stands: bool = True

    def now(self) -> float:
        """The time that it compares the times of tokens with, in seconds since 1970."""
        return _reading(self.control_url) if self.control_url else time.time()

    @property
    def is_live(self) -> bool:
        """Whether it may be one that people depend on: any that is not on loopback. It is only read."""
        return not _is_loopback(self.url)

    @property
    def reads_only(self) -> bool:
        """Whether it is only read, because it is live, or has no control plane to prepare it with."""
        return self.is_live or not self.control_url


def _is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _reading(control_url: str) -> float:
    """What a clock would show if nobody had advanced it, as tests do not for tokens."""
    response = httpx.get(f"{control_url}/clock", timeout=_PATIENCE_SECONDS, trust_env=False)
    shown = response.raise_for_status().json()
    return datetime.fromisoformat(shown["now"]).timestamp() - float(shown["offset_seconds"])


def target_in(environment: Mapping[str, str], probe: Callable[[str], bool | None]) -> Target | None:
    """The server that an environment names.

    Args:
        environment: the variables by name.
        probe: tells whether the clock of the control plane at a URL stands still; None when there is no
            control plane. Only loopback is asked.

    Returns:
        None when the environment names no server.

    Raises:
        ValueError: the URL is not one of this API, or credentials are missing; the message says what to set.
    """
    url = environment.get(URL_VARIABLE, "").rstrip("/")
    if not url:
        return None
    parts, base_path = urlsplit(url), base_path_of(read_document())
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path != base_path:
        raise ValueError(f"{URL_VARIABLE} is {url!r}; it has to be an HTTP URL that ends with {base_path}")
    lacking = [name for name in ("HMS_ACCESS_KEY", "HMS_SECRET") if not environment.get(name)]
    if lacking:
        raise ValueError(f"set {' and '.join(lacking)} to the credentials of a workspace at {url}")
    control_url = url.removesuffix(base_path) + CONTROL_PATH
    other_access_key = environment.get("HMS_OTHER_ACCESS_KEY", "")
    other_secret = environment.get("HMS_OTHER_SECRET", "")
    if bool(other_access_key) != bool(other_secret):
        raise ValueError("set both HMS_OTHER_ACCESS_KEY and HMS_OTHER_SECRET, or neither")
    clock_stands = probe(control_url) if _is_loopback(url) else None
    return Target(
        url=url,
        access_key=environment["HMS_ACCESS_KEY"],
        secret=environment["HMS_SECRET"],
        control_url="" if clock_stands is None else control_url,
        other_access_key=other_access_key,
        other_secret=other_secret,
        sends_webhooks=environment.get(WEBHOOKS_VARIABLE, "").lower() in _YES,
        clock_stands=bool(clock_stands),
    )


def _probe(control_url: str) -> bool | None:
    try:
        before = _reading(control_url)
        time.sleep(_TICK_SECONDS)
        return _reading(control_url) == before
    except (httpx.HTTPError, ValueError, KeyError):
        return None


@functools.cache
def chosen_target() -> Target | None:
    """The server that the environment of this process names; None to test mocks of our own.

    Raises:
        pytest.UsageError: it is named wrongly.
    """
    try:
        return target_in(os.environ, _probe)
    except ValueError as error:
        raise pytest.UsageError(str(error)) from None


def readable(operations: Iterable[Operation]) -> list[Operation]:
    """The operations that are called on a server that is only read."""
    return [operation for operation in operations if not operation.writes]


def confirm(target: Target, *, confirmed: bool, ask: Callable[[str], str] | None) -> str | None:
    """See to it that whoever runs the tests means to.

    Args:
        target: the server.
        confirmed: whether it was said beforehand.
        ask: asks whoever sits there, and returns the answer; None where nobody does.

    Returns:
        What will be called, in words, for a server that is not on loopback; None for one that is.

    Raises:
        pytest.UsageError: it was not confirmed.
    """
    if not target.is_live:
        return None
    operations = readable(operations_of(read_document()))
    what = "\n".join(
        [
            f"{target.url} is not on loopback: it is only read, {READS_PER_SECOND} times a second at most.",
            "These operations will be called with identifiers that exist and with some that do not:",
            *(f"  {operation.label}" for operation in operations),
            "Every path will be asked with HEAD and OPTIONS, too, which it should refuse.",
        ]
    )
    if confirmed:
        return what
    if ask is None:
        raise pytest.UsageError(f"{what}\nRefused: set CONFIRM=yes ({CONFIRM_VARIABLE}=yes) to go on.")
    if ask(f"{what}\nGo on? [yes/no] ").strip().lower() not in _YES:
        raise pytest.UsageError("Refused: nothing was called.")
    return what
