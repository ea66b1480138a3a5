"""Page objects over the classic functions of the generated package."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable

    from hms_generated_client.operation import AsyncPages, Call, Page, Pagination

    from ._async_client import AsyncClient
    from ._client import Client

ListT = TypeVar("ListT")
ItemT = TypeVar("ItemT")


class ListModule(Protocol[ListT, ItemT]):
    """The generated module of an operation that answers with a list."""

    @property
    def PAGINATION(self) -> Pagination[ListT, ItemT]:  # noqa: N802  # the name of a constant of the module
        """Where the answer keeps its items and its cursor."""
        ...

    @property
    def build(self) -> Callable[..., Call[ListT]]:
        """Builds the call from the arguments of the operation."""
        ...


@overload
def paginate(
    operation: ListModule[ListT, ItemT],
    *,
    client: Client,
    max_items: int | None = None,
    prefetch: bool = False,
    **arguments: Any,
) -> Page[ItemT]: ...
@overload
def paginate(
    operation: ListModule[ListT, ItemT],
    *,
    client: AsyncClient,
    max_items: int | None = None,
    prefetch: bool = False,
    **arguments: Any,
) -> AsyncPages[ItemT]: ...
def paginate(
    operation: ListModule[ListT, ItemT],
    *,
    client: Client | AsyncClient,
    max_items: int | None = None,
    prefetch: bool = False,
    **arguments: Any,
) -> Page[ItemT] | AsyncPages[ItemT]:
    """Walk over a list by the module of its operation.

    Args:
        operation: The generated module, for example `hms_generated_client.api.rooms.list_rooms`.
        client: The client to send with.
        max_items: How many items iterating gives at most; None for all.
        prefetch: Whether iterating fetches the next page while the caller works on one.
        **arguments: The arguments of the operation.

    Returns:
        With `hms.Client` the first page; with `hms.AsyncClient` a walk to be awaited or iterated.

    Raises:
        ValueError: `max_items` is negative.
        hms.CallError: The call failed (an `hms.AsyncClient` raises it where the walk is awaited).

    Documentation: https://www.100ms.live/docs/server-side/v2/how-to-guides/make-api-calls
    """
    return client.paginate(
        operation.build(**arguments), operation.PAGINATION, max_items=max_items, prefetch=prefetch
    )
