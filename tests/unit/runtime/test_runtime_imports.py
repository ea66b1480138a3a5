"""What is imported when: each in an interpreter that has imported nothing yet."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import hms_generated_client
from hms_generated_client import models, resources

ROOT = Path(hms_generated_client.__file__).parents[1]


def run(code: str) -> Any:
    """The value that the code gives to `result`, through JSON; `loaded(prefix)` names imported modules."""
    script = f"""
import json, sys
sys.path.insert(0, {str(ROOT)!r})
def loaded(prefix):
    return sorted(name for name in sys.modules if name.startswith("hms_generated_client." + prefix))
{code}
print(json.dumps(result))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_an_operation_loads_the_models_it_needs_and_no_others() -> None:
    names = run("import hms_generated_client.api.rooms.list_rooms\nresult = loaded('models.')")
    assert "hms_generated_client.models.room_list" in names
    assert "hms_generated_client.models.room" in names
    assert not [name for name in names if "template" in name or "session" in name or "peer" in name]
    assert len(names) < 15


def test_importing_the_models_package_loads_no_model() -> None:
    assert run("import hms_generated_client.models\nresult = loaded('models.')") == []


def test_importing_the_package_loads_nothing_of_it() -> None:
    assert run("import hms_generated_client\nresult = loaded('')") == []


def test_importing_the_resources_loads_no_resource_and_no_model() -> None:
    code = """
import hms_generated_client.resources
result = [loaded("resources."), loaded("models"), loaded("api")]
"""
    assert run(code) == [[], [], []]


def test_a_resource_is_loaded_when_it_is_first_used() -> None:
    code = """
from hms_generated_client.resources import Resources
class Client(Resources):
    def send(self, call): ...
    def paginate(self, call, pagination, **options): ...
    def wait(self, call, waiting, **options): ...
    def download(self, file, path, **options): ...
    def download_many(self, items, describe, directory, **options): ...
client = Client()
before = loaded("resources.")
same = client.rooms is client.rooms
result = [before, same, loaded("resources."), type(client.rooms).__name__]
"""
    assert run(code) == [[], True, ["hms_generated_client.resources.rooms"], "Rooms"]


def test_every_model_can_be_imported_by_name_in_any_order() -> None:
    code = """
import random, typing
import hms_generated_client.models as models
names = list(models.__all__)
random.Random(5).shuffle(names)
for name in names:
    scope = {}
    exec(f"from hms_generated_client.models import {name}", scope)
    found = scope[name]
    if isinstance(found, type):
        assert found.__name__ == name
    else:  # a union
        assert len(typing.get_args(found)) > 1
result = sorted(names) == sorted(set(dir(models)))
"""
    assert run(code) is True


def test_a_star_import_brings_all_models() -> None:
    code = """
from hms_generated_client.models import *
import hms_generated_client.models as models
result = [name for name in models.__all__ if name not in globals()]
"""
    assert run(code) == []


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(
        AttributeError, match=r"module 'hms_generated_client.models' has no attribute 'Nothing'"
    ):
        models.Nothing  # noqa: B018
    with pytest.raises(ImportError, match="cannot import name 'Nothing'"):
        exec("from hms_generated_client.models import Nothing")  # noqa: S102
    assert not hasattr(models, "__path_to_nothing__")
    assert not hasattr(resources, "nothing")


def test_the_classes_know_where_they_are_from() -> None:
    assert models.Room.__module__ == "hms_generated_client.models.room"
    assert models.Room is models.Room
