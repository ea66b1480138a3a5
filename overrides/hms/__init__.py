"""The Python client of the 100ms REST API, v2.

    from hms import Client

    with Client() as client:  # credentials from HMS_ACCESS_KEY and HMS_SECRET
        room = client.rooms.create(name="daily-standup")
        for session in client.sessions.list(room_id=room.id):
            print(session.id)

`Client` and `AsyncClient` have the same methods. All errors derive from `HmsError`.

Every name is imported when it is first used, so that importing this package is quick.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from ._version import __version__

if TYPE_CHECKING:
    from hms_generated_client.files import DownloadedFile, DownloadReport, FailedDownload
    from hms_generated_client.operation import (
        AsyncPage,
        AsyncPages,
        Call,
        Operation,
        Page,
        Pagination,
        Response,
        Waiting,
    )
    from hms_generated_client.types import UNSET, Unset

    from ._async_client import AsyncClient
    from ._client import Client
    from ._concurrency import ConcurrentMap, Outcome, map_concurrently
    from ._engine import (
        AsyncEngine,
        AsyncEngineStream,
        Engine,
        EngineConnectError,
        EngineConnectTimeoutError,
        EngineError,
        EngineRequest,
        EngineResponse,
        EngineStream,
        EngineTimeoutError,
    )
    from ._errors import (
        APIConnectionError,
        APIError,
        APITimeoutError,
        AuthenticationError,
        BadRequestError,
        CallError,
        ConfigurationError,
        ConflictError,
        DecodeError,
        DownloadError,
        DownloadFileError,
        DownloadInterruptedError,
        DownloadMismatchError,
        DownloadRefusedError,
        HmsError,
        JobFailedError,
        NotFoundError,
        PaginationError,
        PermissionDeniedError,
        RateLimitError,
        ServerError,
        UnprocessableEntityError,
        WaitError,
        WaitTimeoutError,
    )
    from ._headers import Headers
    from ._hooks import AttemptEnded, AttemptStarted
    from ._paginate import paginate
    from ._redaction import Secret
    from ._retries import Retry
    from ._timeouts import Timeout
    from ._tokens import create_client_token, create_management_token

__all__ = [
    "UNSET",
    "APIConnectionError",
    "APIError",
    "APITimeoutError",
    "AsyncClient",
    "AsyncEngine",
    "AsyncEngineStream",
    "AsyncPage",
    "AsyncPages",
    "AttemptEnded",
    "AttemptStarted",
    "AuthenticationError",
    "BadRequestError",
    "Call",
    "CallError",
    "Client",
    "ConcurrentMap",
    "ConfigurationError",
    "ConflictError",
    "DecodeError",
    "DownloadError",
    "DownloadFileError",
    "DownloadInterruptedError",
    "DownloadMismatchError",
    "DownloadRefusedError",
    "DownloadReport",
    "DownloadedFile",
    "Engine",
    "EngineConnectError",
    "EngineConnectTimeoutError",
    "EngineError",
    "EngineRequest",
    "EngineResponse",
    "EngineStream",
    "EngineTimeoutError",
    "FailedDownload",
    "Headers",
    "HmsError",
    "JobFailedError",
    "NotFoundError",
    "Operation",
    "Outcome",
    "Page",
    "Pagination",
    "PaginationError",
    "PermissionDeniedError",
    "RateLimitError",
    "Response",
    "Retry",
    "Secret",
    "ServerError",
    "Timeout",
    "UnprocessableEntityError",
    "Unset",
    "WaitError",
    "WaitTimeoutError",
    "Waiting",
    "__version__",
    "create_client_token",
    "create_management_token",
    "map_concurrently",
    "paginate",
]

_MODULES = {
    "hms._async_client": ("AsyncClient",),
    "hms._client": ("Client",),
    "hms._concurrency": ("ConcurrentMap", "Outcome", "map_concurrently"),
    "hms._engine": (
        "AsyncEngine",
        "AsyncEngineStream",
        "Engine",
        "EngineConnectError",
        "EngineConnectTimeoutError",
        "EngineError",
        "EngineRequest",
        "EngineResponse",
        "EngineStream",
        "EngineTimeoutError",
    ),
    "hms._errors": (
        "APIConnectionError",
        "APIError",
        "APITimeoutError",
        "AuthenticationError",
        "BadRequestError",
        "CallError",
        "ConfigurationError",
        "ConflictError",
        "DecodeError",
        "DownloadError",
        "DownloadFileError",
        "DownloadInterruptedError",
        "DownloadMismatchError",
        "DownloadRefusedError",
        "HmsError",
        "JobFailedError",
        "NotFoundError",
        "PaginationError",
        "PermissionDeniedError",
        "RateLimitError",
        "ServerError",
        "UnprocessableEntityError",
        "WaitError",
        "WaitTimeoutError",
    ),
    "hms._headers": ("Headers",),
    "hms._hooks": ("AttemptEnded", "AttemptStarted"),
    "hms._paginate": ("paginate",),
    "hms._redaction": ("Secret",),
    "hms._retries": ("Retry",),
    "hms._timeouts": ("Timeout",),
    "hms._tokens": ("create_client_token", "create_management_token"),
    "hms_generated_client.files": ("DownloadReport", "DownloadedFile", "FailedDownload"),
    "hms_generated_client.operation": (
        "AsyncPage",
        "AsyncPages",
        "Call",
        "Operation",
        "Page",
        "Pagination",
        "Response",
        "Waiting",
    ),
    "hms_generated_client.types": ("UNSET", "Unset"),
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}

if not TYPE_CHECKING:  # type checkers would take any misspelt name for one that exists

    def __getattr__(name: str) -> object:
        home = _HOMES.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(importlib.import_module(home), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
