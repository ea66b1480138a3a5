"""From a delivery to the handler of its event."""

from __future__ import annotations

import difflib
import logging
import secrets
from collections.abc import Callable
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast, overload

from .._errors import ConfigurationError
from .._redaction import Secret
from ._asgi import AsgiApp
from ._errors import InvalidEventError, VerificationError
from ._parsing import EventParser, canonical_types
from ._results import Outcome, Result
from ._steps import Flow, Step, is_async, run, run_async
from ._stores import ClaimState, MemoryStore
from ._verification import ReceivedHeaders, SecretValues, Verifier, seal
from ._wsgi import WsgiApp

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hms_generated_client.events import Event
    from hms_generated_client.model import Model

    from ._stores import AsyncStore, Store
    from ._unknown import UnknownEvent

logger = logging.getLogger("hms.webhooks")

DEFAULT_MAX_BODY_BYTES = 1_048_576

EventT = TypeVar("EventT", bound="Model")
ReturnT = TypeVar("ReturnT")
HandlerT = TypeVar("HandlerT", bound=Callable[[Any], object])


class Router:
    """Receives deliveries, and calls the handler of each event.

    A delivery is verified, parsed, and checked against the store; then the handler of its event is called,
    once for all deliveries of the same event. A handler that raises makes 100ms send the event again, up to
    three times within 14 seconds. One that returns ends the matter. An event without a handler is answered
    like one that was handled.

    100ms does not document how long it waits for an answer. Let a handler store the event or queue the work,
    and return.

    Register the handlers when the program starts; after that the router is safe to use from several threads
    and tasks.

    Args:
        secret_headers: The headers that are configured beside the URL in the dashboard, with their values;
            several values of one are all accepted. See `Verifier`.
        source_networks: The networks that deliveries may come from; True for those that 100ms documents.
        signing_secret: The key of the signature that workspaces under HIPAA get. See `Verifier`.
        allow_unverified: Accept deliveries without any check. Whoever knows the URL can forge events then.
        store: Remembers which events were handled; by default a `MemoryStore` of its own, which is enough
            for one process. For several, a `RedisStore` or an `AsyncRedisStore`.
        replays: What to do with events that were sent again because a replay was asked for: `deduplicate`
            handles those that were not handled before, `handle` handles all of them, once more if need be,
            and `ignore` none.
        max_body_bytes: The longest body to accept, in bytes.
        strict: Whether an event that is not as documented, undocumented types, members and enum values
            included, is answered with 400.
            For tests.

    Raises:
        ConfigurationError: There is nothing to verify deliveries by and `allow_unverified` is not set; or an
            argument is not valid.

    Documentation: https://www.100ms.live/docs/server-side/v2/how-to-guides/configure-webhooks/overview
    """

    def __init__(
        self,
        *,
        secret_headers: Mapping[str, SecretValues] | None = None,
        source_networks: bool | Iterable[str] = False,
        signing_secret: str | Secret | None = None,
        allow_unverified: bool = False,
        store: Store | AsyncStore | None = None,
        replays: Literal["deduplicate", "handle", "ignore"] = "deduplicate",
        max_body_bytes: int = DEFAULT_MAX_BODY_BYTES,
        strict: bool = False,
    ) -> None:
        # Rebound at once: tools that print the local variables of a traceback would print the arguments.
        secret_headers = seal(secret_headers)
        signing_secret = None if signing_secret is None else Secret.of(signing_secret)
        if replays not in ("deduplicate", "handle", "ignore"):
            raise ConfigurationError(f"replays= is deduplicate, handle or ignore, not {replays!r}")
        if max_body_bytes < 1:
            raise ConfigurationError(f"max_body_bytes= must be at least 1, not {max_body_bytes!r}")
        configured = bool(secret_headers or source_networks is not False or signing_secret)
        if configured and allow_unverified:
            raise ConfigurationError("allow_unverified= contradicts the checks that are configured")
        self._verifier = (
            None
            if allow_unverified
            else Verifier(
                secret_headers=secret_headers, source_networks=source_networks, signing_secret=signing_secret
            )
        )
        self._store: Store | AsyncStore = MemoryStore() if store is None else store
        self._replays = replays
        self._max_body_bytes = max_body_bytes
        self._parser = EventParser(strict=strict)
        self._handlers: dict[str, Callable[[Any], object]] = {}
        self._fallback: Callable[[Any], object] | None = None

    @overload
    def on(
        self, event: type[EventT], /
    ) -> Callable[[Callable[[EventT], ReturnT]], Callable[[EventT], ReturnT]]: ...

    @overload
    def on(self, *events: str, documented: bool = True) -> Callable[[HandlerT], HandlerT]: ...

    def on(self, *events: Any, documented: bool = True) -> Callable[[Any], Any]:
        """Register the decorated function as the handler of a type of event. It may be asynchronous.

        What it returns is not looked at.

        Args:
            events: The model of an event, for example `PeerJoinSuccessEvent`; or one or more types by name,
                for example `peer.join.success`.
            documented: Whether the types must be known to this package, which finds misspelt ones. False
                for types that are newer; their handlers get an `UnknownEvent`.

        Raises:
            ConfigurationError: A type is not known, or has a handler already.
        """
        event_types = [_event_type(event, documented=documented) for event in events]
        if not event_types:
            raise ConfigurationError("on() needs a type of event; for all others, use `fallback`")

        def register(handler: Any) -> Any:
            for event_type in event_types:
                if event_type in self._handlers:
                    raise ConfigurationError(f"{event_type} has a handler already; call both from one")
            self._handlers.update((event_type, handler) for event_type in event_types)
            return handler

        return register

    def fallback(
        self, handler: Callable[[Event | UnknownEvent], ReturnT]
    ) -> Callable[[Event | UnknownEvent], ReturnT]:
        """Register the decorated function as the handler of all events that have no other.

        Raises:
            ConfigurationError: There is one already.
        """
        if self._fallback is not None:
            raise ConfigurationError("there is a fallback already")
        self._fallback = handler
        return handler

    def handle(
        self,
        headers: Mapping[str, str] | Iterable[tuple[str, str]],
        body: bytes,
        *,
        client_address: str | None = None,
    ) -> Result:
        """Take one delivery. An asynchronous handler is run to its end in an event loop of its own.

        Args:
            headers: The request headers: a mapping, or pairs of name and value.
            body: The body as it came.
            client_address: The IP address that sent the request, for `source_networks`. Behind a proxy,
                that which the proxy vouches for; never one that the sender can write into a header.

        Returns:
            What came of it, and how to answer it. Errors of handlers and of the store are in there too.

        Raises:
            ConfigurationError: The store is asynchronous; await `handle_async`.
        """
        headers = ReceivedHeaders(headers)  # rebound, as in __init__
        self._require_sync_store()
        return run(self._receive(headers, body, client_address))

    async def handle_async(
        self,
        headers: Mapping[str, str] | Iterable[tuple[str, str]],
        body: bytes,
        *,
        client_address: str | None = None,
    ) -> Result:
        """Take one delivery, in an asyncio event loop. A handler that is not asynchronous runs in a thread.

        When the task is cancelled, an asynchronous handler is cancelled and its event can come again. Any
        other handler runs to its end first.

        Args:
            headers: The request headers: a mapping, or pairs of name and value.
            body: The body as it came.
            client_address: The IP address that sent the request; see `handle`.

        Returns:
            What came of it, and how to answer it. Errors of handlers and of the store are in there too.
        """
        headers = ReceivedHeaders(headers)  # rebound, as in __init__
        return await run_async(self._receive(headers, body, client_address))

    @property
    def asgi(self) -> AsgiApp:
        """An ASGI application that takes deliveries on any path. With Starlette and FastAPI, as a route.

        The address of the client is the one that the server tells; behind a proxy, let the server take it
        from the proxy (`uvicorn --proxy-headers --forwarded-allow-ips=...`).
        """
        return AsgiApp(self.handle_async, self._max_body_bytes)

    @property
    def wsgi(self) -> WsgiApp:
        """A WSGI application that takes deliveries on any path.

        The address of the client is REMOTE_ADDR; behind a proxy, let a middleware take it from the proxy
        (`werkzeug.middleware.proxy_fix.ProxyFix`).

        Raises:
            ConfigurationError: The store is asynchronous.
        """
        self._require_sync_store()
        return WsgiApp(self.handle, self._max_body_bytes)

    def __repr__(self) -> str:
        return f"<hms.webhooks.Router handlers={len(getattr(self, '_handlers', ()))}>"

    def _require_sync_store(self) -> None:
        if is_async(self._store.claim):
            raise ConfigurationError(
                "an asynchronous store needs `asgi` or `handle_async`; for `wsgi` and `handle` use RedisStore"
            )

    def _receive(self, headers: ReceivedHeaders, body: bytes, client_address: str | None) -> Flow[Result]:
        if len(body) > self._max_body_bytes:
            logger.warning("refused a delivery of more than %d bytes", self._max_body_bytes)
            return Result(status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE, outcome=Outcome.TOO_LARGE)
        try:
            if self._verifier is not None:
                self._verifier.verify(headers, body, client_address=client_address)
        except VerificationError as error:
            logger.warning("refused a delivery: %s", error)
            status = HTTPStatus.FORBIDDEN if error.check == "address" else HTTPStatus.UNAUTHORIZED
            return Result(status=status, outcome=Outcome.UNVERIFIED, error=error)
        if headers.get("content-encoding", "identity").lower() != "identity":
            logger.warning("refused a delivery with a content encoding")
            return Result(status=HTTPStatus.UNSUPPORTED_MEDIA_TYPE, outcome=Outcome.UNSUPPORTED_ENCODING)
        try:
            event = self._parser.parse(body)
        except InvalidEventError as error:
            logger.warning("refused a delivery: %s", error)
            return Result(status=HTTPStatus.BAD_REQUEST, outcome=Outcome.INVALID, error=error)
        result = yield from self._route(event)
        logger.debug("%s: %s %s", result.outcome, *_names(event))
        return result

    def _route(self, event: Event | UnknownEvent) -> Flow[Result]:
        handler = self._handlers.get(event.type, self._fallback)
        is_replay = event.is_replay is True
        if handler is None or (is_replay and self._replays == "ignore"):
            return _ok(Outcome.IGNORED, event)
        # A body that is not as documented may have anything in place of the id.
        event_id = cast("object", event.id)
        if not isinstance(event_id, str) or not event_id or (is_replay and self._replays == "handle"):
            return (yield from _attend(handler, event))
        return (yield from self._attend_once(handler, event, event_id))

    def _attend_once(
        self, handler: Callable[[Any], object], event: Event | UnknownEvent, event_id: str
    ) -> Flow[Result]:
        owner = secrets.token_hex(16)
        try:
            state = yield self._step(self._store.claim, event_id, owner)
        except Exception as error:  # a store may raise whatever its library raises
            logger.exception("the store of events could not be reached", exc_info=error)
            return Result(
                status=HTTPStatus.SERVICE_UNAVAILABLE, outcome=Outcome.UNAVAILABLE, event=event, error=error
            )
        if state is ClaimState.DONE:
            return _ok(Outcome.DUPLICATE, event)
        if state is ClaimState.BUSY:
            # Not 200: if the handler that is at work fails, nobody would send the event again.
            return Result(status=HTTPStatus.CONFLICT, outcome=Outcome.BUSY, event=event)
        try:
            result = yield from _attend(handler, event)
        except GeneratorExit:
            raise
        except BaseException:
            yield from self._settle(self._store.release, event_id, owner)
            raise
        handled = result.outcome is Outcome.HANDLED
        yield from self._settle(self._store.commit if handled else self._store.release, event_id, owner)
        return result

    def _settle(self, method: Callable[[str, str], object], event_id: str, owner: str) -> Flow[None]:
        try:
            yield self._step(method, event_id, owner)
        except Exception as error:  # as it is, the answer is right; a claim lapses by itself
            logger.exception("the store of events could not be reached", exc_info=error)

    def _step(self, method: Callable[[str, str], object], event_id: str, owner: str) -> Step:
        return Step(method, (event_id, owner), blocking=not isinstance(self._store, MemoryStore))


def _attend(handler: Callable[[Any], object], event: Event | UnknownEvent) -> Flow[Result]:
    try:
        yield Step(handler, (event,), interruptible=True)
    except Exception as error:  # a handler may raise anything
        logger.exception("the handler failed: %s %s", *_names(event), exc_info=error)
        return Result(
            status=HTTPStatus.INTERNAL_SERVER_ERROR, outcome=Outcome.FAILED, event=event, error=error
        )
    return _ok(Outcome.HANDLED, event)


def _ok(outcome: Outcome, event: Event | UnknownEvent) -> Result:
    return Result(status=HTTPStatus.OK, outcome=outcome, event=event)


def _names(event: Event | UnknownEvent) -> tuple[str, str]:
    """The type and the id of an event for a log; as reprs, because either can hold line breaks."""
    return repr(event.type)[:100], repr(event.id)[:100]


def _event_type(event: str | type[Model], *, documented: bool) -> str:
    from hms_generated_client.events import EVENTS, event_model  # noqa: PLC0415  # slow to import

    if isinstance(event, str):
        if event not in EVENTS and documented:
            near = difflib.get_close_matches(event, EVENTS, n=1)
            hint = f"did you mean {near[0]!r}?" if near else "see hms_generated_client.events.EVENTS."
            raise ConfigurationError(
                f"no documented event has the type {event!r}; {hint} For a newer type pass documented=False"
            )
        return canonical_types().get(event, event)
    for event_type, name in EVENTS.items():
        if name == event.__name__ and event_model(event_type) is event:
            return event_type
    raise ConfigurationError(f"{event.__name__} is not the model of an event")
