"""The maintainer's tutorial of the README, done as it says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

ROOT = Path(__file__).parents[2]

AFTERWARDS = """
import hms
from hms_generated_client.models import Room
from hms_generated_client.resources.rooms import AsyncRooms, Rooms
from hms_mock import MockServer

assert "color: The color of the room in lists" in Rooms.create.__doc__
assert "At most 20 characters." in AsyncRooms.create.__doc__
assert "color" in {field.name for field in Room.__attrs_attrs__}
with MockServer() as server, hms.Client(
    base_url=server.url, access_key=server.access_key, secret=server.secret
) as client:
    client.rooms.create(name="physics", color="teal")
    try:
        client.rooms.create(name="physics", color="x" * 21)
    except hms.BadRequestError as error:
        assert "color" in error.details[0], error.details
        print("refused")
"""


def test_a_new_member_reaches_the_method_the_model_and_the_mock(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    (member,) = re.findall(r"```yaml\n(.*?)```", readme, flags=re.DOTALL)
    member = textwrap.indent(textwrap.dedent(member), "  ")
    shutil.copytree(ROOT / "openapi", tmp_path / "openapi")
    for name in ("CreateRoomRequest", "Room"):
        file = tmp_path / f"openapi/rooms/schemas/{name}.yaml"
        text = file.read_text("utf-8")
        assert text.count("\nproperties:\n") == 1
        file.write_text(text.replace("\nproperties:\n", f"\nproperties:\n{member}"), "utf-8")

    package = tmp_path / "hms_generated_client"
    run("-m", "generator", "--document", f"{tmp_path}/openapi/openapi.yaml", "--output", str(package))
    assert run("-c", AFTERWARDS, path=tmp_path) == "refused\n"


def run(*arguments: str, path: Path | None = None) -> str:
    environment = {**os.environ, **({"PYTHONPATH": str(path)} if path else {})}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=path or ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
