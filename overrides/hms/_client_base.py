"""What the synchronous and the asynchronous client share."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, NoReturn, Self, TypeVar
from urllib.parse import urlsplit

import attrs

from hms_generated_client.masking import masked

from ._auth import Auth, token_source
from ._credentials import Credentials, Environment, KeyPair, resolve_credentials
from ._decoding import BodyDecoder
from ._errors import ConfigurationError
from ._options import ExtraHeaders
from ._pipeline import Pipeline
from ._redaction import Redactor, Secret
from ._retries import Retry, as_retry
from ._timeouts import Timeout, as_timeout
from ._tokens import DAY_SECONDS, create_client_token
from ._waiting import wait_for

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Mapping

    from hms_generated_client.files import DownloadedFile, IfExists, Progress
    from hms_generated_client.operation import Call, PresignedFile, Response, Waiting

    from ._engine import Flow
    from ._hooks import Hooks

T = TypeVar("T")
StateT = TypeVar("StateT", bound=str)

DEFAULT_BASE_URL = "https://api.100ms.live/v2"
BASE_URL_VARIABLE = "HMS_BASE_URL"


class _Lifetime:
    """Whether a client is open; shared with its views."""

    closed = False


class ClientBase:
    """What both clients are made of. Everything that sends lies in the pipeline and the engine."""

    _credentials: Credentials
    _pipeline: Pipeline
    _clock: Callable[[], float]
    _lifetime: _Lifetime
    _is_view: bool

    def _set_up(
        self,
        *,
        access_key: str | None,
        secret: Secret | None,
        management_token: Secret | None,
        base_url: str | None,
        timeout: Timeout | float,
        retries: Retry | int,
        strict: bool,
        hooks: Hooks,
        clock: Callable[[], float],
        timer: Callable[[], float],
        environment: Environment,
    ) -> None:
        credentials = resolve_credentials(
            access_key=access_key, secret=secret, management_token=management_token, environment=environment
        )
        tokens = token_source(credentials, clock)
        redactor = Redactor([credentials.secret if isinstance(credentials, KeyPair) else credentials.token])
        self._credentials = credentials
        self._clock = clock
        self._lifetime = _Lifetime()
        self._is_view = False
        self._pipeline = Pipeline(
            base_url=_resolve_base_url(base_url, environment),
            timeout=as_timeout(timeout),
            retry=as_retry(retries),
            auth=Auth(tokens),
            decoder=BodyDecoder(strict=strict),
            redactor=redactor,
            hooks=hooks,
            clock=clock,
            timer=timer,
        )

    @property
    def base_url(self) -> str:
        """The URL that the paths of the API are appended to, without a slash at its end."""
        return self._pipeline.base_url

    def with_options(
        self,
        *,
        timeout: Timeout | float | None = None,
        headers: Mapping[str, str] | None = None,
        retries: Retry | int | None = None,
        strict: bool | None = None,
    ) -> Self:
        """The same client with other options, for one call or for many.

            client.with_options(timeout=120, retries=0).rooms.list()

        It shares the connections, the management token and the credentials with this client, is cheap to
        make, and needs no closing: closing it closes nothing. It works until this client is closed.

        Args:
            timeout: Seconds for each phase of a request, or a `Timeout`; None leaves it as it is.
            headers: Headers to send with each request, beside those of this client; they replace those of
                the same name. Their values are in no log and no repr.
            retries: A `Retry`, or how many repetitions there are at most; None leaves it as it is.
            strict: Whether an answer that is not as documented raises; None leaves it as it is.

        Raises:
            ConfigurationError: An argument is invalid, or a header is one that follows from the call:
                Authorization, Content-Type, Content-Length and Transfer-Encoding.

        Documentation: https://www.100ms.live/docs/server-side/v2/how-to-guides/make-api-calls
        """
        # Rebound at once, so that tools that print local variables of a traceback find masks.
        headers = ExtraHeaders() if headers is None else ExtraHeaders(headers)
        changes: dict[str, Any] = {"headers": self._pipeline.headers.merged(headers)}
        if timeout is not None:
            changes["timeout"] = as_timeout(timeout)
        if retries is not None:
            changes["retry"] = as_retry(retries)
        if strict is not None:
            changes["decoder"] = self._pipeline.decoder.as_strict(strict)
        view = object.__new__(type(self))
        # The resources that this client has made so far would send with its own options.
        for name, value in dict(vars(self)).items():
            if not isinstance(getattr(type(self), name, None), functools.cached_property):
                setattr(view, name, value)
        view._pipeline = attrs.evolve(self._pipeline, **changes)
        view._is_view = True
        return view

    def create_client_token(
        self, *, room_id: str, role: str, user_id: str, expires_in: float = DAY_SECONDS
    ) -> str:
        """Mint a client token ("auth token"), with which one peer joins one room in one role.

        Nothing is sent: the token is signed here, and the room is not looked up.

        Args:
            room_id: The id of the room to join.
            role: The name of the role to join as; it must exist in the template of the room.
            user_id: Your own identifier of the user; sessions and events report it back.
            expires_in: Seconds until the token expires; fractions are cut off. At least 1.

        Returns:
            The token, to be given to the app that joins.

        Raises:
            ConfigurationError: The client has a management token alone, and no secret to sign with.
            ValueError: An argument is empty or out of bounds.

        Documentation: https://www.100ms.live/docs/get-started/v2/get-started/security-and-tokens
        """
        if not isinstance(self._credentials, KeyPair):
            raise ConfigurationError(
                "a client with a management token alone cannot mint client tokens: "
                "create it with access_key= and secret="
            )
        return create_client_token(
            access_key=self._credentials.access_key,
            secret=self._credentials.secret,
            room_id=room_id,
            role=role,
            user_id=user_id,
            expires_in=expires_in,
            clock=self._clock,
        )

    def _wait(
        self,
        call: Call[T],
        waiting: Waiting[T, StateT],
        *,
        timeout: float,
        until: StateT | None,
        on_poll: Callable[[T], object] | None,
    ) -> Flow[T]:
        def poll(seconds: float) -> Flow[Response[T]]:
            self._require_open()  # the client may have been closed since the last one
            return self._pipeline.within(seconds).exchange(call)

        return wait_for(
            call,
            waiting,
            poll=poll,
            timer=self._pipeline.timer,
            random=self._pipeline.retry.random,
            timeout=timeout,
            until=until,
            on_poll=on_poll,
        )

    def _download(
        self,
        file: PresignedFile,
        path: str | os.PathLike[str],
        *,
        if_exists: IfExists,
        progress: Progress | None,
        total_timeout: float | None,
    ) -> Flow[DownloadedFile]:
        self._require_open()
        from ._download import download  # noqa: PLC0415  # most programs never need it

        return download(
            self._pipeline,
            file,
            path,
            if_exists=if_exists,
            progress=progress,
            total_timeout=total_timeout,
        )

    def _require_open(self) -> None:
        if self._lifetime.closed:
            raise ConfigurationError("this client is closed; create a new one to send calls")

    def __copy__(self) -> Self:
        return self.with_options()

    def __reduce__(self) -> NoReturn:
        # Also what copy.deepcopy calls.
        name = f"hms.{type(self).__name__}"
        raise TypeError(
            f"{name} cannot be pickled or copied deeply, because it holds connections and credentials: make "
            f"one in each process, or pass its arguments on; with_options() gives another with the same "
            f"connections"
        )

    def __repr__(self) -> str:
        # Tools that print the local variables of a traceback also print clients that could not be made.
        base_url = self.base_url if hasattr(self, "_pipeline") else None
        return f"<hms.{type(self).__name__} base_url={base_url!r}>"


def _resolve_base_url(base_url: str | None, environment: Environment) -> str:
    source = "base_url="
    if base_url is None:
        base_url = masked(environment.get(BASE_URL_VARIABLE))
        if not base_url:
            return DEFAULT_BASE_URL
        source = BASE_URL_VARIABLE
    if not _is_base_url(base_url):
        raise ConfigurationError(
            f"{source} must be an absolute http or https URL without user, query and fragment, "
            f"for example {DEFAULT_BASE_URL}"
        )
    return base_url.rstrip("/")


def _is_base_url(url: str) -> bool:
    try:
        parts = urlsplit(url)
        valid = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    # A name and password would go to the log files of everyone who logs URLs.
    return valid and not (parts.query or parts.fragment or parts.username or parts.password)
