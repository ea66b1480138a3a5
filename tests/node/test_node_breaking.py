"""`make breaking` relies on `redocly diff`: it must see what breaks callers, and let pass what does not."""

from __future__ import annotations

import copy
import json
import os
import subprocess
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.node

ROOT = Path(__file__).parents[2]
Document = dict[str, Any]


def member(document: Document, schema: str, name: str) -> Document:
    found: Document = document["components"]["schemas"][schema]["properties"][name]
    return found


def operation_removed(document: Document) -> None:
    del document["paths"]["/rooms/{room_id}"]["get"]


def parameter_required(document: Document) -> None:
    document["paths"]["/rooms"]["get"]["parameters"].append(
        {"name": "color", "in": "query", "required": True, "schema": {"type": "string"}}
    )


def request_member_required(document: Document) -> None:
    document["components"]["schemas"]["CreateRoomRequest"]["required"] = ["name"]


def request_bound_tightened(document: Document) -> None:
    member(document, "CreateRoomRequest", "max_duration_seconds")["maximum"] = 3600


def request_type_changed(document: Document) -> None:
    member(document, "CreateRoomRequest", "size")["type"] = "string"


def enum_value_removed(document: Document) -> None:
    document["components"]["schemas"]["Region"]["enum"].remove("us")


def response_type_changed(document: Document) -> None:
    member(document, "Room", "size")["type"] = "string"


def response_member_removed(document: Document) -> None:
    del document["components"]["schemas"]["Room"]["properties"]["size"]


def response_member_no_longer_sure(document: Document) -> None:
    document["components"]["schemas"]["Room"]["required"].remove("name")


def response_member_may_be_null(document: Document) -> None:
    member(document, "Room", "name")["type"] = ["string", "null"]


def response_member_added(document: Document) -> None:
    document["components"]["schemas"]["Room"]["properties"]["color"] = {"type": "string"}


def request_member_added(document: Document) -> None:
    document["components"]["schemas"]["CreateRoomRequest"]["properties"]["color"] = {"type": "string"}


def description_changed(document: Document) -> None:
    member(document, "Room", "name")["description"] = "The name."


BREAKING = [
    operation_removed,
    parameter_required,
    request_member_required,
    request_bound_tightened,
    request_type_changed,
    enum_value_removed,
    response_type_changed,
    response_member_removed,
    response_member_no_longer_sure,
    response_member_may_be_null,
]
HARMLESS = [response_member_added, request_member_added, description_changed]


def breaks_callers(change: Callable[[Document], None], folder: Path) -> bool:
    base = json.loads(resources.files("hms_generated_client").joinpath("openapi.json").read_text("utf-8"))
    revision = copy.deepcopy(base)
    change(revision)
    for name, document in (("base", base), ("revision", revision)):
        (folder / f"{name}.json").write_text(json.dumps(document), "utf-8")
    done = subprocess.run(
        [
            ROOT / "node_modules/.bin/redocly",
            "diff",
            "base.json",
            "revision.json",
            "--format",
            "json",
            "--config",
            ROOT / "redocly.yaml",
        ],
        cwd=folder,
        env={**os.environ, "REDOCLY_TELEMETRY": "off"},
        capture_output=True,
        text=True,
        check=False,
    )
    report = json.loads(done.stdout)
    assert len(report["changes"]) > 0, done.stderr
    assert (done.returncode == 1) == (report["bump"] == "major"), done.stderr
    return bool(report["bump"] == "major")


@pytest.mark.parametrize("change", BREAKING, ids=lambda change: change.__name__)
def test_a_break_is_found(change: Callable[[Document], None], tmp_path: Path) -> None:
    assert breaks_callers(change, tmp_path)


@pytest.mark.parametrize("change", HARMLESS, ids=lambda change: change.__name__)
def test_a_harmless_change_passes(change: Callable[[Document], None], tmp_path: Path) -> None:
    assert not breaks_callers(change, tmp_path)
