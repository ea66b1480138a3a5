"""A stateful mock server of the 100ms REST API, to develop and test against without an account.

    from hms_mock import MockServer

    with MockServer() as server:
        run_your_app(base_url=server.url, access_key=server.access_key, secret=server.secret)
        server.control.join(room_id, role="host")  # also: move the clock, order failures, read the log

It runs in a thread (`MockServer`), as an ASGI application (`create_app`), as a process
(`python -m hms_mock`) and as the pytest fixture `hms_mock`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import ModuleType

    from hms_mock.app import MockApp, create_app
    from hms_mock.clock import Clock
    from hms_mock.control import Control
    from hms_mock.errors import ApiError, ConfigurationError, DatabaseError, ScenarioError, SnapshotError
    from hms_mock.http_sender import HttpWebhookSender
    from hms_mock.rate_limits import RateLimit
    from hms_mock.server import MockServer
    from hms_mock.webhooks import WebhookSender

__all__ = [
    "DEFAULT_ACCESS_KEY",
    "DEFAULT_SECRET",
    "ApiError",
    "Clock",
    "ConfigurationError",
    "Control",
    "DatabaseError",
    "HttpWebhookSender",
    "MockApp",
    "MockServer",
    "RateLimit",
    "ScenarioError",
    "SnapshotError",
    "WebhookSender",
    "create_app",
]

DEFAULT_ACCESS_KEY = "mock-access-key"
DEFAULT_SECRET = "mock-secret-that-is-only-good-for-the-mock-server"  # noqa: S105 - opens nothing but the mock

# pytest loads the plugin of this package in every run, so nothing heavy is imported before it is used.
_HOMES = {
    "ApiError": "hms_mock.errors",
    "Clock": "hms_mock.clock",
    "ConfigurationError": "hms_mock.errors",
    "Control": "hms_mock.control",
    "DatabaseError": "hms_mock.errors",
    "HttpWebhookSender": "hms_mock.http_sender",
    "MockApp": "hms_mock.app",
    "MockServer": "hms_mock.server",
    "ScenarioError": "hms_mock.errors",
    "RateLimit": "hms_mock.rate_limits",
    "SnapshotError": "hms_mock.errors",
    "WebhookSender": "hms_mock.webhooks",
    "create_app": "hms_mock.app",
}


_EXTRA = frozenset({"httptools", "jsonschema_rs", "starlette", "uvicorn", "yaml"})
"""What the extra `mock` installs."""


def load(module: str) -> ModuleType:
    """Import a module of the mock.

    Raises:
        ModuleNotFoundError: a library is missing; the message says what to install.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name not in _EXTRA:
            raise
        raise ModuleNotFoundError(
            f"the mock server needs {error.name}: pip install 'hms-server-sdk[mock]'", name=error.name
        ) from error


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(load(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
