"""Stores for receivers that run in several processes or on several machines.

Any client that speaks the protocol of Redis serves: `redis.Redis`, `redis.cluster.RedisCluster`, Valkey's.
This module needs none of them itself.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from .._errors import ConfigurationError
from ._stores import DAY_SECONDS, ClaimState

if TYPE_CHECKING:
    from collections.abc import Generator

ResultT = TypeVar("ResultT")

DEFAULT_LEASE_SECONDS = 10.0

_DONE = b"done"
_BUSY = b"busy:"

_RELEASE = """\
if redis.call("GET", KEYS[1]) == ARGV[1] then
    return redis.call("DEL", KEYS[1])
end
return 0
"""
"""In Redis itself, because between looking and deleting the key may pass to another owner."""


class RedisCommands(Protocol):
    """What a store needs of a client: `redis.Redis` has it."""

    def execute_command(self, *args: Any, **options: Any) -> Any:
        """Send one command and return its reply."""
        ...


class _Keys:
    """The commands of both stores. A step yields a command and is sent its reply."""

    def __init__(self, client: Any, *, prefix: str, ttl: float, lease: float) -> None:
        if not (math.isfinite(ttl) and math.isfinite(lease) and ttl >= 0.001 and lease >= 0.001):
            raise ConfigurationError("a store needs ttl= and lease= of at least 0.001 seconds")
        self._client = client
        self._prefix = prefix
        self._ttl = ttl
        self._lease = lease

    def __repr__(self) -> str:
        # Without the client, whose URL may hold a password.
        shown = f"prefix={self._prefix!r} ttl={self._ttl} lease={self._lease}"
        return f"<hms.webhooks.{type(self).__name__} {shown}>"

    def _claim(self, event_id: str, owner: str) -> Generator[tuple[Any, ...], Any, ClaimState]:
        key = self._key(event_id)
        mine = _BUSY + owner.encode()
        while True:
            if (yield "SET", key, mine, "NX", "PX", _milliseconds(self._lease)):
                return ClaimState.CLAIMED
            value = yield "GET", key
            if value is None:
                continue  # it lapsed between the two commands
            if isinstance(value, str):  # from a client with decode_responses=True
                value = value.encode()
            if value == mine:
                return ClaimState.CLAIMED
            return ClaimState.DONE if value == _DONE else ClaimState.BUSY

    def _commit(self, event_id: str, _owner: str) -> Generator[tuple[Any, ...], Any, None]:
        # Over any claim: what was handled was handled, even if the lease of this owner ran out before.
        yield "SET", self._key(event_id), _DONE, "PX", _milliseconds(self._ttl)

    def _release(self, event_id: str, owner: str) -> Generator[tuple[Any, ...], Any, None]:
        yield "EVAL", _RELEASE, 1, self._key(event_id), _BUSY + owner.encode()

    def _key(self, event_id: str) -> bytes:
        return f"{self._prefix}{event_id}".encode("utf-8", "surrogatepass")


class RedisStore(_Keys):
    """Remembers events in Redis, for receivers in several processes or on several machines.

    Give the client timeouts for its sockets and few retries, because a delivery waits for it.

    Args:
        client: A synchronous client, for example `redis.Redis.from_url("rediss://...", socket_timeout=2)`.
        prefix: What the keys begin with. Receivers that share it share the work.
        ttl: Seconds to remember an event that was handled.
        lease: Seconds until the claim of a machine that died lapses. A handler that takes longer may be
            run a second time beside itself. An event is sent for the last time 14 seconds after the first;
            a longer lease would outlast that and leave the events of a dead machine unhandled.

    Raises:
        ConfigurationError: `ttl` or `lease` is not positive.
    """

    def __init__(
        self,
        client: RedisCommands,
        *,
        prefix: str = "hms:webhooks:",
        ttl: float = DAY_SECONDS,
        lease: float = DEFAULT_LEASE_SECONDS,
    ) -> None:
        super().__init__(client, prefix=prefix, ttl=ttl, lease=lease)

    def claim(self, event_id: str, owner: str) -> ClaimState:
        """Claim an event, unless it is done or another owner has it.

        Args:
            event_id: The id of the event.
            owner: A text that nobody else claims with.
        """
        return self._run(self._claim(event_id, owner))

    def commit(self, event_id: str, owner: str) -> None:
        """Remember that an event was handled."""
        self._run(self._commit(event_id, owner))

    def release(self, event_id: str, owner: str) -> None:
        """Give up a claim, so that the event can be claimed again."""
        self._run(self._release(event_id, owner))

    def _run(self, commands: Generator[tuple[Any, ...], Any, ResultT]) -> ResultT:
        reply = None
        try:
            while True:
                reply = self._client.execute_command(*commands.send(reply))
        except StopIteration as stop:
            result: ResultT = stop.value
            return result


class AsyncRedisStore(_Keys):
    """Remembers events in Redis; the asynchronous twin of `RedisStore`.

    Args:
        client: An asynchronous client, for example `redis.asyncio.Redis.from_url(..., socket_timeout=2)`.
            It belongs to the event loop that it was first used in.
        prefix: What the keys begin with. Receivers that share it share the work.
        ttl: Seconds to remember an event that was handled.
        lease: Seconds until the claim of a machine that died lapses; see `RedisStore`.

    Raises:
        ConfigurationError: `ttl` or `lease` is not positive.
    """

    def __init__(
        self,
        client: RedisCommands,
        *,
        prefix: str = "hms:webhooks:",
        ttl: float = DAY_SECONDS,
        lease: float = DEFAULT_LEASE_SECONDS,
    ) -> None:
        super().__init__(client, prefix=prefix, ttl=ttl, lease=lease)

    async def claim(self, event_id: str, owner: str) -> ClaimState:
        """Claim an event, unless it is done or another owner has it.

        Args:
            event_id: The id of the event.
            owner: A text that nobody else claims with.
        """
        return await self._run(self._claim(event_id, owner))

    async def commit(self, event_id: str, owner: str) -> None:
        """Remember that an event was handled."""
        await self._run(self._commit(event_id, owner))

    async def release(self, event_id: str, owner: str) -> None:
        """Give up a claim, so that the event can be claimed again."""
        await self._run(self._release(event_id, owner))

    async def _run(self, commands: Generator[tuple[Any, ...], Any, ResultT]) -> ResultT:
        reply = None
        try:
            while True:
                reply = await self._client.execute_command(*commands.send(reply))
        except StopIteration as stop:
            result: ResultT = stop.value
            return result


def _milliseconds(seconds: float) -> int:
    return round(seconds * 1000)
