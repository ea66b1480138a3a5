"""Imports every module of a generated package in an interpreter of its own and reports what it found.

Run as a script: `python probe.py FOLDER`, where FOLDER holds the package. Prints a JSON list of the
ids of all operations.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys


def main(folder: str) -> None:
    """Import everything, build the decoder of every operation, print the operation ids."""
    sys.path.insert(0, folder)
    package = importlib.import_module("hms_generated_client")
    codec = importlib.import_module("hms_generated_client.codec")
    found: list[str] = []
    for module in pkgutil.walk_packages(package.__path__, "hms_generated_client."):
        loaded = importlib.import_module(module.name)
        for name in getattr(loaded, "__all__", ()):
            getattr(loaded, name)
        operation = getattr(loaded, "OPERATION", None)
        if operation is not None:
            codec.prepare(operation.response)
            found.append(operation.id)
    sys.stdout.write(json.dumps(sorted(found)))


if __name__ == "__main__":
    main(sys.argv[1])
