"""Running the steps of a delivery, one after the other, with or without an event loop.

What happens to a delivery is written once, as a generator that yields steps. This module runs them.
"""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Generator
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import attrs

from .._errors import ConfigurationError

if TYPE_CHECKING:
    import asyncio

T = TypeVar("T")
ResultT = TypeVar("ResultT")


@attrs.frozen
class Step:
    """Something to call: a handler, or a method of a store. It may be asynchronous."""

    function: Callable[..., Any]
    args: tuple[Any, ...] = attrs.field(repr=False)
    blocking: bool = True
    """Whether it may wait for something, and so must not be called from an event loop directly."""
    interruptible: bool = False
    """Whether cancelling the task may cut it short, if it is asynchronous."""


Flow: TypeAlias = Generator[Step, Any, ResultT]
"""Yields steps, is sent what they return (or thrown what they raise), and returns a result."""


def is_async(function: Callable[..., Any]) -> bool:
    """Whether calling it makes a coroutine."""
    return inspect.iscoroutinefunction(function) or inspect.iscoroutinefunction(
        getattr(function, "__call__", None)  # noqa: B004  # its type is asked for, not whether it is there
    )


def run(flow: Flow[ResultT]) -> ResultT:
    """Run a flow to its result. An asynchronous step gets an event loop of its own."""
    try:
        step = next(flow)
        while True:
            try:
                value = _call(step)
            except BaseException as error:  # noqa: BLE001  # the flow decides, and raises what is not its own
                step = flow.throw(error)
            else:
                step = flow.send(value)
    except StopIteration as stop:
        result: ResultT = stop.value
        return result


async def run_async(flow: Flow[ResultT]) -> ResultT:
    """Run a flow to its result. Steps that are not asynchronous run in a thread when they may wait.

    When the task is cancelled, an interruptible step is cut short; every other runs to its end first, so
    that an event is never given free for a retry while its handler still works on it.
    """
    cancelled: asyncio.CancelledError | None = None
    try:
        step = next(flow)
        while True:
            call = _call_async(step)
            try:
                if step.interruptible and is_async(step.function):
                    value = await call
                else:
                    task, interruption = await _to_its_end(call)
                    cancelled = cancelled or interruption
                    value = task.result()
            except BaseException as error:  # noqa: BLE001  # the flow decides, and raises what is not its own
                step = flow.throw(error)
            else:
                step = flow.send(value)
    except StopIteration as stop:
        if cancelled is not None:
            raise cancelled from None
        result: ResultT = stop.value
        return result


def _call(step: Step) -> Any:
    value = step.function(*step.args)
    if not inspect.isawaitable(value):
        return value
    import asyncio  # noqa: PLC0415  # slow to import, and of no use to most synchronous programs

    if not _in_event_loop():
        return asyncio.run(_await(value))
    if inspect.iscoroutine(value):
        value.close()
    raise ConfigurationError(
        "an asynchronous handler cannot be run inside of an event loop by `handle`; await `handle_async`"
    )


def _in_event_loop() -> bool:
    import asyncio  # noqa: PLC0415  # see _call

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


async def _call_async(step: Step) -> Any:
    import asyncio  # noqa: PLC0415  # see _call

    if is_async(step.function) or not step.blocking:
        value = step.function(*step.args)
    else:
        value, error = await asyncio.to_thread(_outcome, step)
        if error is not None:
            raise error
    return await value if inspect.isawaitable(value) else value


def _outcome(step: Step) -> tuple[Any, BaseException | None]:
    # Returned, not raised: a future refuses StopIteration, and whoever awaits it would wait for ever.
    try:
        return step.function(*step.args), None
    except BaseException as error:  # noqa: BLE001  # raised in the event loop
        return None, error


async def _to_its_end(call: Awaitable[T]) -> tuple[asyncio.Future[T], asyncio.CancelledError | None]:
    """Wait for a call however often the task is cancelled meanwhile; returns the last cancellation too."""
    import asyncio  # noqa: PLC0415  # see _call

    cancelled: asyncio.CancelledError | None = None
    task = asyncio.ensure_future(call)
    while not task.done():
        try:
            await asyncio.wait([task])
        except asyncio.CancelledError as error:
            cancelled = error
    return task, cancelled


async def _await(value: Awaitable[Any]) -> Any:
    return await value
