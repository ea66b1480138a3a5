"""The house rules of the document: what a valid OpenAPI document may leave out and ours may not.

A rule is a function that takes the bundled document and yields a finding for every place that
breaks it. `RULES` lists all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import bodies, downloads, events, links, operations, schemas

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..errors import Finding
    from ..nodes import JSONObject

RULES: tuple[Callable[[JSONObject], Iterator[Finding]], ...] = (
    operations.identifiers,
    operations.prose,
    operations.python_names,
    operations.security,
    operations.error_statuses,
    operations.parameters,
    operations.idempotency,
    operations.pagination,
    operations.waiting,
    downloads.downloads,
    bodies.requests,
    bodies.responses,
    links.links,
    events.events,
    schemas.descriptions,
    schemas.shapes,
    schemas.unions,
    schemas.booleans,
    schemas.bounds,
    schemas.names,
    schemas.unused,
)
