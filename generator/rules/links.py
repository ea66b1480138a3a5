"""Rules for links: they lead to operations and parameters that exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import Finding
from ..walk import operations, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..nodes import JSONObject


def links(document: JSONObject) -> Iterator[Finding]:
    """Every link names an operation, and parameters that this operation has."""
    targets = {node.data.get("operationId"): node for node in operations(document)}
    for node in operations(document):
        for status, response in node.data.get("responses", {}).items():
            for name, reference in resolve(document, response).get("links", {}).items():
                link = resolve(document, reference)
                where = (*node.pointer, "responses", status, "links", name)
                target = targets.get(link.get("operationId"))
                if target is None:
                    yield Finding(
                        where,
                        f"the link leads to no operation: {link.get('operationId')}",
                        "correct its `operationId`",
                    )
                    continue
                known = {parameter["name"] for parameter in target.parameters(document)}
                for parameter in link.get("parameters", {}):
                    if parameter.rpartition(".")[2] not in known:
                        yield Finding(
                            where,
                            f"{link['operationId']} has no parameter `{parameter}`",
                            f"it has {', '.join(sorted(known))}",
                        )
                if not link.get("description"):
                    yield Finding(
                        where, "the link has no description", "say what the next operation is good for"
                    )
