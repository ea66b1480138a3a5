"""Sends webhooks over HTTP, to named hosts only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

import httpx

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from types import TracebackType

LOOPBACK_HOSTS = frozenset({"127.0.0.1", "localhost"})
"""The hosts that webhooks go to unless others are named."""


class HttpWebhookSender:
    """A sender for `MockServer(webhook_sender=...)` and `create_app(webhook_sender=...)`.

    It posts to the hosts of its list and refuses all others, so that a mock that is filled with the data of
    a real application does not call the real endpoints in it. It follows no redirects, and takes no proxy
    from the environment.

    Args:
        allowed_hosts: the names or addresses that may stand as the host in a URL, without a port.
        timeout_seconds: how long to wait for a connection, and then for the answer to begin.
    """

    def __init__(
        self, allowed_hosts: Iterable[str] = LOOPBACK_HOSTS, *, timeout_seconds: float = 5.0
    ) -> None:
        self._allowed = frozenset(host.lower() for host in allowed_hosts)
        self._client = httpx.Client(
            timeout=timeout_seconds, follow_redirects=False, trust_env=False, verify=True
        )

    def __call__(self, url: str, headers: Mapping[str, str], body: bytes) -> int | str:
        """Post a body; see `hms_mock.webhooks.WebhookSender`."""
        try:
            # The host is taken from what the client is going to call, not from another reading of the text.
            target = httpx.URL(url)
            if target.scheme not in {"http", "https"}:
                return "scheme not allowed"
            if target.host.lower() not in self._allowed:
                return f"host not allowed: {target.host}"
            with self._client.stream("POST", target, headers=dict(headers), content=body) as response:
                return response.status_code
        except httpx.TimeoutException:
            return "timeout"
        except httpx.ConnectError:
            return "connection refused"
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
            return f"not sent: {type(error).__name__}"

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
