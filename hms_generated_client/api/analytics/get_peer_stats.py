"""Retrieve the quality statistics of a peer: GET /analytics/peer-stats."""

from __future__ import annotations

from typing import Final

from ...models.peer_stats import PeerStats
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import query_pairs

OPERATION: Final[Operation[PeerStats]] = Operation(
    id="getPeerStats",
    method="GET",
    path="/analytics/peer-stats",
    response=PeerStats,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/analytics/peer-quality-stats",
)


def build(
    *,
    peer_id: str,
    session_id: str,
) -> Call[PeerStats]:
    """Build the call without sending it.

    How well a peer's audio and video went through during a session: bit rate, packet loss, frames per
    second, round-trip time and more, as series of measurements for every track that the peer sent or
    received. Use it to find out why a call was bad.

    The statistics are there once the session has ended, not while it runs. Lists are empty where there
    is no data.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/analytics/peer-quality-stats

    Args:
        peer_id: The peer. The peers of a session are in its `peers`. At least 1 characters.
        session_id: The session that the peer took part in, over by now. At least 1 characters.
    """
    return Call(
        operation=OPERATION,
        path="/analytics/peer-stats",
        query=query_pairs(
            (
                ("peer_id", peer_id),
                ("session_id", session_id),
            )
        ),
    )


def sync_detailed(
    *,
    client: Sender,
    peer_id: str,
    session_id: str,
) -> Response[PeerStats]:
    """Retrieve the quality statistics of a peer; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            peer_id=peer_id,
            session_id=session_id,
        )
    )


def sync(
    *,
    client: Sender,
    peer_id: str,
    session_id: str,
) -> PeerStats:
    """Retrieve the quality statistics of a peer. See `build` for the arguments."""
    return sync_detailed(peer_id=peer_id, session_id=session_id, client=client).parsed


async def asyncio_detailed(
    *,
    client: AsyncSender,
    peer_id: str,
    session_id: str,
) -> Response[PeerStats]:
    """Retrieve the quality statistics of a peer; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            peer_id=peer_id,
            session_id=session_id,
        )
    )


async def asyncio(
    *,
    client: AsyncSender,
    peer_id: str,
    session_id: str,
) -> PeerStats:
    """Retrieve the quality statistics of a peer. See `build` for the arguments."""
    return (await asyncio_detailed(peer_id=peer_id, session_id=session_id, client=client)).parsed
