"""Serves the mock in the foreground, as the command `hms-mock` does."""

from __future__ import annotations

import logging
import shlex
import sys
import threading
from contextlib import ExitStack
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from hms_mock import DEFAULT_ACCESS_KEY, DEFAULT_SECRET
from hms_mock.api import REQUESTS
from hms_mock.app import MockApp, create_app
from hms_mock.clock import Clock
from hms_mock.command_line import PROGRAM
from hms_mock.errors import ConfigurationError, DatabaseError, ScenarioError
from hms_mock.scenario import play, read
from hms_mock.server import listen, new_server, url_of

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator

    import uvicorn

    from hms_mock.command_line import Options
    from hms_mock.http_sender import HttpWebhookSender
    from hms_mock.scenario_steps import Scenario


def serve(options: Options) -> None:
    """Serve until the process is told to stop.

    Args:
        options: the options of the command.

    Raises:
        ConfigurationError: the mock cannot be put together, or the address cannot be listened at.
        ScenarioError: the scenario cannot be played.
        DatabaseError: the database cannot be written.
        KeyboardInterrupt: it was told to, by SIGINT.
    """
    with ExitStack() as stack:
        listener = stack.enter_context(_listen(options))
        sender = _sender(options)
        if sender is not None:
            stack.enter_context(sender)
        app = create_app(
            credentials=options.credentials or None,
            clock=_clock(options),
            seed=options.seed,
            webhook_url=options.webhook_url,
            webhook_headers=options.webhook_headers,
            webhook_sender=sender,
            database=options.database,
            rate_limit=options.rate_limit,
        )
        stack.callback(app.close)
        app.api.origin = url_of(listener, "")
        scenario = None if options.scenario is None else read(app, options.scenario)
        if scenario is not None and options.speed is None:
            play(app, scenario)
        if sender is not None:
            app.webhook_worker.start()
        if options.log_requests:
            _log_requests()
        print("\n".join(_greeting(options, app, listener)), flush=True)  # noqa: T201  # it is a command
        server = new_server(app)
        if scenario is not None and options.speed is not None:
            _play_meanwhile(app, scenario, options.speed, server)
        server.run([listener])
    if server.interrupted:
        raise KeyboardInterrupt


def _listen(options: Options) -> socket.socket:
    try:
        return listen(options.host, options.port)
    except OSError as error:
        port = f", port {options.port}" if options.port else ""
        raise ConfigurationError(
            f"cannot listen at {options.host}{port}: {error.strerror or error}; "
            "choose another address with --host and --port"
        ) from error
    except TypeError as error:
        raise ConfigurationError(f"{options.host} is no address; choose another one with --host") from error


def _clock(options: Options) -> Clock | None:
    if options.clock is None:
        return None
    reading = options.clock.timestamp()
    return Clock(lambda: reading)


def _sender(options: Options) -> HttpWebhookSender | None:
    if options.webhook_url is None:
        return None
    # It loads httpx, which takes a fifth of the time of a start, and most starts do without.
    from hms_mock.http_sender import LOOPBACK_HOSTS, HttpWebhookSender  # noqa: PLC0415

    host = urlsplit(options.webhook_url).hostname or ""
    allowed = {*LOOPBACK_HOSTS, *options.webhook_hosts}
    if host not in allowed:
        raise ConfigurationError(
            f"no webhooks are sent to {host}, which may be another machine, without --webhook-allow {host}"
        )
    return HttpWebhookSender(allowed)


def _play_meanwhile(app: MockApp, scenario: Scenario, speed: float, server: uvicorn.Server) -> None:
    def run() -> None:
        try:
            play(app, scenario, speed=speed)
        except (ScenarioError, DatabaseError) as error:
            # At the end of the server its database is closed, wherever the scenario is by then.
            if not server.should_exit:
                sys.stderr.write(f"{PROGRAM}: {error}\n")

    threading.Thread(target=run, name="hms_mock scenario", daemon=True).start()


def _log_requests() -> None:
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s", "%H:%M:%S"))
    logger = logging.getLogger(REQUESTS)
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False


def _greeting(options: Options, app: MockApp, listener: socket.socket) -> Iterator[str]:
    # Programs that start the mock read the first two lines.
    url = url_of(listener, app.base_path)
    yield f"100ms mock server at {url}"
    yield f"Its console at {url_of(listener, '/')}"
    if options.quiet:
        return
    yield "\nPoint a client at it:"
    yield f"  export HMS_BASE_URL={url}"
    access_key, secret = DEFAULT_ACCESS_KEY, DEFAULT_SECRET
    if options.credentials:
        # It is known to who gave it, and what is printed may end up in a log.
        access_key, secret = next(iter(options.credentials)), "..."
    yield f"  export HMS_ACCESS_KEY={shlex.quote(access_key)}"
    yield f"  export HMS_SECRET={secret}"
    yield ""
    if options.scenario is not None:
        playing = "Played" if options.speed is None else f"At {options.speed:g} times the real time, it plays"
        yield f"{playing} {options.scenario}."
    if seconds := round(app.control.clock_offset()):
        yield f"Its clock is {timedelta(seconds=seconds)} ahead."
    if options.database is not None:
        yield f"Its state is kept in {options.database}."
    if options.webhook_url is not None:
        yield f"Its webhooks go to {urlsplit(options.webhook_url).hostname}."
    yield "Press Ctrl-C to stop it."
    if options.log_requests:
        yield ""
