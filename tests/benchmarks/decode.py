"""How long typed decoding takes, in multiples of `json.loads` on the same bytes.

`python tests/benchmarks/decode.py` prints the ratios and fails when one is above its goal. Both sides
are timed in turns in one process, and the fastest round of each counts.
"""

from __future__ import annotations

import importlib.resources
import json
import sys
import timeit
from typing import Any

from hms_generated_client import codec
from hms_generated_client.models import RoomList, SessionList, TemplateList

GOAL = 1.7
ITEMS = 100
ROUNDS = 15

Document = dict[str, Any]


def page(document: Document, operation_path: str) -> bytes:
    """A page of 100 items, made of the items that the examples of a list operation show."""
    content = document["paths"][operation_path]["get"]["responses"]["200"]["content"]["application/json"]
    examples = [resolve(document, example)["value"] for example in content["examples"].values()]
    shown = [item for example in examples for item in example["data"]]
    items = [shown[index % len(shown)] for index in range(ITEMS)]
    return json.dumps({**examples[0], "data": items}).encode()


def resolve(document: Document, node: Document) -> Document:
    """The node, or the component it references."""
    while "$ref" in node:
        target: Any = document
        for key in node["$ref"].split("/")[1:]:
            target = target[key]
        node = target
    return node


def ratio(target: type, body: bytes) -> float:
    """The time that decoding takes, as a multiple of `json.loads`."""
    decoded: codec.Decoded[Any] = codec.decode(target, body)
    assert not decoded.problems, decoded.problems
    assert len(decoded.value.data) == ITEMS
    number = max(1, round(0.02 / timeit.timeit(lambda: json.loads(body), number=1)))
    plain, typed = [], []
    for _ in range(ROUNDS):
        plain.append(timeit.timeit(lambda: json.loads(body), number=number))
        typed.append(timeit.timeit(lambda: codec.decode(target, body), number=number))
    return min(typed) / min(plain)


def main() -> int:
    """Measure every page; returns 1 when one misses the goal."""
    text = importlib.resources.files("hms_generated_client").joinpath("openapi.json").read_text("utf-8")
    document = json.loads(text)
    missed = 0
    for path, target in (("/rooms", RoomList), ("/templates", TemplateList), ("/sessions", SessionList)):
        body = page(document, path)
        measured = ratio(target, body)
        missed += measured > GOAL
        sys.stdout.write(
            f"{target.__name__:<14} {len(body):>8,} bytes  {measured:.2f} x json.loads (goal {GOAL})\n"
        )
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
